import type { VisitLine } from '@xiangyin/server/contract';
import { useState } from 'preact/hooks';
import { say } from '../kit/language.ts';
import { Trouble } from '../kit/parts.tsx';
import { useAct } from '../kit/use-act.ts';
import { useSwappedFocus } from '../kit/use-swapped-focus.ts';

/** Not to that door again: no reason is asked, and nobody there hears of it. What was promised stays promised. */
export function NotAgain({ visit }: { visit: VisitLine }) {
  const [asked, setAsked] = useState(false);
  const [isNoted, setNoted] = useState(false);
  const { run, busy, problem } = useAct();
  const { button, question } = useSwappedFocus<HTMLDivElement>(asked);
  const send = async () => {
    if ((await run('POST', `/visits/${visit.id}/exclusions`, {})) !== undefined) setNoted(true);
  };
  if (isNoted)
    return (
      <p role="status" class="meta">
        {say('not-again.noted')}
      </p>
    );
  if (!asked)
    return (
      <button type="button" ref={button} class="plain" onClick={() => setAsked(true)}>
        {say('not-again.ask')}
      </button>
    );
  return (
    <div class="note info" role="group" aria-label={say('not-again.ask')} ref={question} tabIndex={-1}>
      <p>{say('not-again.sure')}</p>
      {problem && <Trouble problem={problem} />}
      <div class="two">
        <button type="button" class="btn" disabled={busy} onClick={() => setAsked(false)}>
          {say('stay')}
        </button>
        <button type="button" class="btn" disabled={busy} onClick={() => void send()}>
          {say('not-again.do')}
        </button>
      </div>
    </div>
  );
}
