import type { PlannedTurn } from '@xiangyin/server/contract';
import { staysWrong } from '../../channels/grave.ts';
import { say } from '../kit/language.ts';
import { Shown } from '../kit/parts.tsx';
import { useAnswer } from '../kit/use-answer.ts';
import { BudgetLine } from './budget-line.tsx';
import { EndLine } from './end-line.tsx';
import { LongPlan } from './long-plan.tsx';

/** Before the click: what a correction or a withdrawal does to each copy, and what nothing can undo. */
export function CorrectionPlan({ storyId, turn }: { storyId: string; turn: 'correct' | 'withdraw' }) {
  const plan = useAnswer<{ items: readonly PlannedTurn[] }>(`/stories/${storyId}/correction-plan`, { keep: false });
  return (
    <section aria-label={say('plan.title')}>
      <p class="meta">{say('plan.title')}</p>
      <Shown answer={plan}>
        {({ items }) => (
          <LongPlan
            items={items.filter((copy) => turn === 'withdraw' || !copy.behindNote)}
            idOf={(copy) => copy.copyId}
            mustBeKnown={(copy) => staysWrong(copy, turn)}
          >
            {(copy) => (
              <li>
                <div>
                  <b>{copy.channelName}</b>
                  {copy.behindNote && <span>{say('plan.behind', { n: copy.editionNumber })}</span>}
                  <span>
                    {turn === 'correct' ? say(`plan.correct.${copy.correct}`) : say(`plan.withdraw.${copy.withdraw}`)}
                  </span>
                  {turn === 'correct' && <EndLine endsNotice={copy.endsNotice} />}
                  <BudgetLine budget={copy.budgets[turn]} left="plan.budget" gone="plan.budget.gone" />
                </div>
              </li>
            )}
          </LongPlan>
        )}
      </Shown>
      <p class="meta">{say('plan.cannot')}</p>
    </section>
  );
}
