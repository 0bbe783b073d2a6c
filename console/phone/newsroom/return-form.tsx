import { useState } from 'preact/hooks';
import { say } from '../kit/language.ts';
import { GrowingText } from './growing-text.tsx';

/** Why it goes back: what the author should do. Kept on this phone until it is sent. */
export function ReturnForm({
  storyId,
  busy,
  back,
  send,
}: {
  storyId: string;
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
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setAsked(true);
    if (reason.trim() === '') return document.getElementById('reason')?.focus();
    localStorage.removeItem(name);
    send(reason);
  };
  return (
    <form class="form" onSubmit={submit}>
      <p class="meta">{say('return.how')}</p>
      <GrowingText
        id="reason"
        class="words"
        label={say('return.reason')}
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
          {busy ? say('review.busy') : say('return.do')}
        </button>
      </div>
    </form>
  );
}
