import { useState } from 'preact/hooks';
import { say } from './language.ts';
import { useSwappedFocus } from './use-swapped-focus.ts';

/** A button whose act is asked about first: what it does, then yes or not now. `yes`: what the second button says, where it is not the act once more. */
export function AskFirst({
  act,
  sure,
  yes = act,
  busy = false,
  go,
  look = 'btn',
}: {
  act: string;
  sure: string;
  yes?: string;
  busy?: boolean;
  go: () => void;
  look?: string;
}) {
  const [asked, setAsked] = useState(false);
  const { button, question } = useSwappedFocus<HTMLDivElement>(asked);
  if (!asked)
    return (
      <button type="button" ref={button} class={look} disabled={busy} onClick={() => setAsked(true)}>
        {act}
      </button>
    );
  return (
    <div class="note due" role="alert" ref={question} tabIndex={-1}>
      <p>{sure}</p>
      <div class="two">
        <button type="button" class="btn" disabled={busy} onClick={() => setAsked(false)}>
          {say('stay')}
        </button>
        <button type="button" class="btn" disabled={busy} onClick={go}>
          {yes}
        </button>
      </div>
    </div>
  );
}
