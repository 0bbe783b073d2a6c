import type { IdeaView } from '@xiangyin/server/contract';
import { AskFirst } from '../kit/ask-first.tsx';
import { say } from '../kit/language.ts';
import { Trouble } from '../kit/parts.tsx';
import { useAct } from '../kit/use-act.ts';

/** Ends an idea as done or given up, saying what goes with it, and opens it again. Nothing where that is not this person's. */
export function IdeaEnds({ idea, again }: { idea: IdeaView; again: () => void }) {
  const { run, busy, problem } = useAct();
  if (!idea.abilities.includes('idea.change')) return null;
  const send = async (noun: 'conclusions' | 'reopenings', body: object): Promise<void> => {
    await run('POST', `/ideas/${idea.id}/${noun}`, body);
    again();
  };
  const open = idea.assignments.filter(({ state }) => state !== 'done' && state !== 'cancelled');
  const isUnderway = open.some(({ state }) => state === 'accepted' || state === 'in_progress' || state === 'submitted');
  return (
    <div class="form">
      {problem && <Trouble problem={problem} />}
      {idea.state !== 'open' && (
        <button type="button" class="btn wide" disabled={busy} onClick={() => void send('reopenings', {})}>
          {say('idea.reopen')}
        </button>
      )}
      {idea.state === 'open' && !isUnderway && (
        <AskFirst
          act={say('idea.conclude')}
          sure={open.length === 0 ? say('idea.conclude.sure') : say('idea.conclude.open', { n: open.length })}
          look="btn wide"
          busy={busy}
          go={() => void send('conclusions', { as: 'done' })}
        />
      )}
      {idea.state === 'open' && (
        <AskFirst
          act={say('idea.drop')}
          sure={open.length === 0 ? say('idea.drop.sure') : say('idea.drop.open', { n: open.length })}
          look="plain"
          busy={busy}
          go={() => void send('conclusions', { as: 'dropped' })}
        />
      )}
    </div>
  );
}
