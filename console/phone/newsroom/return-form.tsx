import { useState } from 'preact/hooks';
import { session } from '../access/session.ts';
import { say } from '../kit/language.ts';
import { SheetEnd } from '../access/sheet.tsx';
import { GrowingText } from './growing-text.tsx';

// What is often said, so that a thumb is enough.
const chips = {
  returned: ['place', 'names', 'figures', 'source', 'headline', 'pictures', 'shorter'],
  rejected: ['written', 'late', 'far', 'unsourced'],
  restored: [],
  exception: ['away', 'leave', 'asked'],
} as const satisfies Readonly<Record<Saying, readonly string[]>>;
const said = {
  returned: ['return.how', 'return.reason', 'return.do'],
  rejected: ['reject.how', 'reject.reason', 'reject.do'],
  restored: ['restore.how', 'restore.reason', 'restore.do'],
  exception: ['exception.how', 'exception.reason', 'exception.do'],
} as const;
/** What has to be said before it is signed. */
export type Saying = 'returned' | 'rejected' | 'restored' | 'exception';

/** Why it goes back, or is not used: chips and free words. Kept on this phone until it is sent. */
export function ReturnForm({
  storyId,
  verdict,
  busy,
  back,
  send,
}: {
  storyId: string;
  verdict: Saying;
  busy: boolean;
  back: () => void;
  send: (reason: string) => void;
}) {
  const name = `xiangyin.phone.reason.${session.me.get()?.personId ?? ''}.${storyId}`;
  const [reason, setReason] = useState(() => localStorage.getItem(name) ?? '');
  const [asked, setAsked] = useState(false);
  const change = (next: string) => {
    setReason(next);
    localStorage.setItem(name, next);
  };
  const add = (chip: string) => {
    if (!reason.includes(chip)) change(reason.trim() === '' ? chip : `${reason.trim()}\n${chip}`);
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setAsked(true);
    if (reason.trim() === '') return document.getElementById('reason')?.focus();
    localStorage.removeItem(name);
    send(reason);
  };
  return (
    <form class="form" onSubmit={submit}>
      <p class="meta">{say(said[verdict][0])}</p>
      <div class="chips" role="group" aria-label={say('return.chips')}>
        {chips[verdict].map((chip) => (
          <button key={chip} type="button" class="chip" onClick={() => add(say(`reason.${chip}`))}>
            {say(`reason.${chip}`)}
          </button>
        ))}
      </div>
      <GrowingText
        id="reason"
        class="words"
        label={say(said[verdict][1])}
        value={reason}
        rows={3}
        invalid={asked && reason.trim() === ''}
        change={change}
      />
      {asked && reason.trim() === '' && (
        <p class="note hot" role="alert">
          {say('return.missing')}
        </p>
      )}
      <SheetEnd go={busy ? say('review.busy') : say(said[verdict][2])} close={back} busy={busy} />
    </form>
  );
}
