import { useQuery } from '@tanstack/react-query';
import type { correctionPlanView } from '@xiangyin/server/contract';
import { read } from '../kit/api.ts';
import { Loaded } from '../kit/loaded.tsx';
import type { Answer } from '../kit/shape.ts';
import { useWords } from '../kit/texts.ts';
import { BudgetLine } from './budget-line.tsx';
import { channelTexts } from './channel-texts.ts';
import { channelsTexts } from './channels-texts.ts';
import { staysWrong } from './grave.ts';
import { LongPlan } from './long-plan.tsx';

/** Before the click: what a correction, a withdrawal or another time of a notice does to each copy, and what nothing can undo. */
export function CorrectionPlan({ storyId, turn }: { storyId: string; turn: 'correct' | 'withdraw' | 'hold' }) {
  const words = useWords(channelsTexts);
  const endsWords = useWords(channelTexts);
  const plan = useQuery({
    queryKey: ['story', storyId, 'more', 'correction-plan'],
    queryFn: ({ signal }) =>
      read<Answer<typeof correctionPlanView>>(`/stories/${storyId}/correction-plan`, {}, { signal }),
  });
  return (
    <section className="notice" aria-label={words.plan} style={{ marginBottom: 16 }}>
      <p>
        <strong>{words.plan}</strong>
      </p>
      <Loaded query={plan} rows={1}>
        {({ items }) => (
          <LongPlan
            items={items.filter((copy) => turn === 'withdraw' || !copy.behindNote)}
            idOf={(copy) => copy.copyId}
            mustBeKnown={(copy) => staysWrong(copy, turn)}
          >
            {(copy) => (
              <li>
                <strong>{copy.channelName}</strong> {copy.behindNote && words.planBehind(copy.editionNumber)}{' '}
                {turn === 'correct' && words.planCorrect[copy.correct]}
                {turn === 'withdraw' && words.planWithdraw[copy.withdraw]}
                {turn === 'hold' && endsWords.holdsThere(copy.holdsNotice ?? false)}
                {turn === 'correct' && copy.endsNotice !== null && (
                  <div className="second">{endsWords.endsThere(copy.endsNotice)}</div>
                )}
                {turn !== 'hold' && (
                  <BudgetLine budget={copy.budgets[turn]} left={words.budget} gone={words.budgetGone} />
                )}
                {copy.address && (
                  <div className="num" style={{ overflowWrap: 'anywhere' }}>
                    {copy.address}
                  </div>
                )}
              </li>
            )}
          </LongPlan>
        )}
      </Loaded>
      {turn !== 'hold' && <p>{words.planCannot}</p>}
    </section>
  );
}
