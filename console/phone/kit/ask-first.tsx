import { useState } from 'preact/hooks';
import { say } from './language.ts';
import { useSwappedFocus } from './use-swapped-focus.ts';

/** A button whose act is asked about first: what it does, then yes or not now. */
export function AskFirst({
  act,
  sure,
  busy,
  go,
  look = 'btn',
}: {
  act: string;
  sure: string;
  busy: boolean;
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
          {act}
        </button>
      </div>
    </div>
  );
}
