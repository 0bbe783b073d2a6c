import { useQuery } from '@tanstack/react-query';
import type { Departure, departurePlanView } from '@xiangyin/server/contract';
import { read } from '../kit/api.ts';
import { Loaded } from '../kit/loaded.tsx';
import type { Answer } from '../kit/shape.ts';
import { Tag } from '../kit/tag.tsx';
import { useWords } from '../kit/texts.ts';
import { BudgetLine } from './budget-line.tsx';
import { channelTexts } from './channel-texts.ts';
import { goesAmiss } from './grave.ts';
import { LongPlan } from './long-plan.tsx';
import { lostWords, previewTexts } from './preview-texts.ts';

/** Before the last signature: where the text goes, how it begins there, what is left of the day, and what nothing calls back. */
export function DeparturePlan({ storyId }: { storyId: string }) {
  const words = useWords(channelTexts);
  const plan = useQuery({
    queryKey: ['story', storyId, 'more', 'departure-plan'],
    queryFn: ({ signal }) =>
      read<Answer<typeof departurePlanView>>(`/stories/${storyId}/departure-plan`, {}, { signal }),
  });
  return (
    <section className="notice" aria-label={words.departure} style={{ marginBlock: 16, maxWidth: 720 }}>
      <p>
        <strong>{words.departure}</strong>
      </p>
      <Loaded query={plan} rows={2}>
        {({ items }) => (
          <LongPlan items={items} idOf={(one) => one.channelId ?? 'site'} mustBeKnown={goesAmiss}>
            {(one) => (
              <li style={{ marginBlock: 8 }}>
                <Line departure={one} />
              </li>
            )}
          </LongPlan>
        )}
      </Loaded>
    </section>
  );
}

function Line({ departure }: { departure: Departure }) {
  const words = useWords(channelTexts);
  const previewWords = useWords(previewTexts);
  const { carrier, way, beyondRecall, leavesAfterSeconds, takenToday, dailyLimit } = departure;
  const leaves = way !== 'off' && way !== 'stays';
  const isFull = dailyLimit !== null && takenToday !== null && takenToday >= dailyLimit;
  const says = [
    words.ways[way],
    leaves ? words.carriers[carrier] : '',
    leavesAfterSeconds > 0 ? words.leavesAfter(leavesAfterSeconds) : '',
    takenToday !== null && dailyLimit !== null ? words.usedToday(words.todayOf(takenToday, dailyLimit)) : '',
    ...departure.lost.map(({ code, count }) => lostWords(previewWords, code, count)),
  ];
  return (
    <>
      <span className="row">
        <strong>{departure.channelName}</strong>
        {beyondRecall && <Tag tone="due">{words.beyondRecall}</Tag>}
        {isFull && <Tag tone="hot">{words.full}</Tag>}
      </span>
      <div>{says.filter(Boolean).join(' · ')}</div>
      {leaves && departure.begins !== '' && (
        <details>
          <summary className="second">{words.looksLike}</summary>
          <blockquote className="second" style={{ margin: '4px 0 0', paddingInlineStart: 12 }}>
            <strong>{departure.title}</strong>
            <br />
            {departure.begins}
          </blockquote>
        </details>
      )}
      {departure.breaks.map(({ part, has, most }) => (
        <div key={part}>
          <Tag tone="hot">{words.tooLong(words.parts[part], has, most)}</Tag>
        </div>
      ))}
      <div className="second">
        {words.later(words.corrects[departure.correct], words.withdraws[departure.withdraw])}
      </div>
      {departure.endsNotice !== null && <div className="second">{words.endsThere(departure.endsNotice)}</div>}
      {leaves && <Budgets budgets={departure.budgets} />}
    </>
  );
}

/** Should it turn out wrong today: what its channel lets nobody do often. One line where a correction spends what a withdrawal does. */
function Budgets({ budgets: { correct, withdraw } }: Pick<Departure, 'budgets'>) {
  const words = useWords(channelTexts);
  const areOne = correct?.left === withdraw?.left && correct?.most === withdraw?.most;
  const [forCorrect, forWithdraw] = [areOne ? words.ifWrong.both : words.ifWrong.correct, words.ifWrong.withdraw];
  return (
    <>
      <BudgetLine budget={correct} left={forCorrect.left} gone={forCorrect.gone} />
      {!areOne && <BudgetLine budget={withdraw} left={forWithdraw.left} gone={forWithdraw.gone} />}
    </>
  );
}
