import type { VisitLine } from '@xiangyin/server/contract';
import { useState } from 'preact/hooks';
import { session } from '../access/session.ts';
import { act } from '../kit/api.ts';
import { say } from '../kit/language.ts';
import { newId } from '../kit/new-id.ts';
import { useSwappedFocus } from '../kit/use-swapped-focus.ts';
import { isAboutSession, Problem } from '../kit/problem.ts';

/** Not to that door again: no reason is asked, and nobody there hears of it. What was promised stays promised. */
export function NotAgain({ visit }: { visit: VisitLine }) {
  const [asked, setAsked] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const { button, question } = useSwappedFocus<HTMLDivElement>(asked);
  const send = async () => {
    try {
      await act('POST', `/visits/${visit.id}/exclusions`, {}, newId());
      setSaid(say('not-again.noted'));
    } catch (error) {
      if (isAboutSession(error)) session.lost(error);
      setSaid(error instanceof Problem ? error.message : String(error));
    }
  };
  if (said !== null)
    return (
      <p role="status" class="meta">
        {said}
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
      <div class="two">
        <button type="button" class="btn" onClick={() => setAsked(false)}>
          {say('stay')}
        </button>
        <button type="button" class="btn" onClick={() => void send()}>
          {say('not-again.do')}
        </button>
      </div>
    </div>
  );
}
