import { useState } from 'preact/hooks';
import { say } from '../kit/language.ts';
import { GrowingText } from './growing-text.tsx';

// What is often said, so that a thumb is enough.
const chips = {
  returned: ['place', 'names', 'figures', 'source', 'headline', 'pictures', 'shorter'],
  rejected: ['written', 'late', 'far', 'unsourced'],
} as const;

/** Why it goes back, or is not used: chips and free words. Kept on this phone until it is sent. */
export function ReturnForm({
  storyId,
  verdict,
  busy,
  back,
  send,
}: {
  storyId: string;
  verdict: 'returned' | 'rejected';
  busy: boolean;
  back: () => void;
  send: (reason: string) => void;
}) {
  const name = `xiangyin.phone.reason.${storyId}`;
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
      <p class="meta">{say(verdict === 'returned' ? 'return.how' : 'reject.how')}</p>
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
        label={say(verdict === 'returned' ? 'return.reason' : 'reject.reason')}
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
      <div class="one-two">
        <button type="button" class="btn" onClick={back}>
          {say('stay')}
        </button>
        <button type="submit" class="btn primary" disabled={busy}>
          {busy ? say('review.busy') : say(verdict === 'returned' ? 'return.do' : 'reject.do')}
        </button>
      </div>
    </form>
  );
}
