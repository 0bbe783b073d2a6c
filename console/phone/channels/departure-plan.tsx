import type { Departure } from '@xiangyin/server/contract';
import { goesAmiss } from '../../channels/grave.ts';
import { say, type TextKey } from '../kit/language.ts';
import { Part, Shown } from '../kit/parts.tsx';
import { useAnswer } from '../kit/use-answer.ts';
import { spanSaid } from './span-said.ts';
import { BudgetLine } from './budget-line.tsx';
import { EndLine } from './end-line.tsx';
import { LongPlan } from './long-plan.tsx';

/** Before the last signature: where the text goes, how it begins there, what is used of the day, and what nothing calls back. */
export default function DeparturePlan({ storyId }: { storyId: string }) {
  const plan = useAnswer<{ items: readonly Departure[] }>(`/stories/${storyId}/departure-plan`, { keep: false });
  return (
    <Part title={say('departure.title')}>
      <Shown answer={plan}>
        {({ items }) => (
          <LongPlan items={items} idOf={(one) => one.channelId ?? 'site'} mustBeKnown={goesAmiss}>
            {(one) => <Line departure={one} />}
          </LongPlan>
        )}
      </Shown>
    </Part>
  );
}

function Line({ departure }: { departure: Departure }) {
  const { way, carrier, beyondRecall, leavesAfterSeconds, takenToday, dailyLimit, budgets } = departure;
  const leaves = way !== 'off' && way !== 'stays';
  const counted = takenToday !== null && dailyLimit !== null ? { n: takenToday, most: dailyLimit } : null;
  const says = [
    say(`departure.way.${way}`),
    leaves ? say(`departure.by.${carrier}`) : '',
    leavesAfterSeconds > 0 ? say('departure.pause', { span: spanSaid(leavesAfterSeconds) }) : '',
    counted ? say('departure.today', counted) : '',
    ...departure.lost.map(lostSaid),
  ];
  const areOne = budgets.correct?.left === budgets.withdraw?.left && budgets.correct?.most === budgets.withdraw?.most;
  return (
    <li>
      <div>
        <b>
          {departure.channelName} {beyondRecall && <span class="tag due">{say('departure.beyond')}</span>}{' '}
          {counted && counted.n >= counted.most && <span class="tag hot">{say('departure.full')}</span>}
        </b>
        <span class="meta">{says.filter(Boolean).join(' · ')}</span>
        {departure.breaks.map(({ part, has, most }) => (
          <p key={part} class="hot">
            {say('departure.too-long', { part: say(`departure.part.${part}`), has, most })}
          </p>
        ))}
        {leaves && departure.begins !== '' && (
          <details>
            <summary class="meta">{say('departure.begins')}</summary>
            <blockquote>
              <b>{departure.title}</b>
              <br />
              {departure.begins}
            </blockquote>
          </details>
        )}
        <span class="meta">
          {say('departure.later', {
            correct: say(`departure.correct.${departure.correct}`),
            withdraw: say(`departure.withdraw.${departure.withdraw}`),
          })}
        </span>
        <EndLine endsNotice={departure.endsNotice} />
        {leaves && (
          <BudgetLine
            budget={budgets.correct}
            left={areOne ? 'if-wrong.both' : 'if-wrong.correct'}
            gone={areOne ? 'if-wrong.both.gone' : 'if-wrong.correct.gone'}
          />
        )}
        {leaves && !areOne && (
          <BudgetLine budget={budgets.withdraw} left="if-wrong.withdraw" gone="if-wrong.withdraw.gone" />
        )}
      </div>
    </li>
  );
}

const lostKeys: Readonly<Record<string, TextKey>> = {
  links: 'departure.lost.links',
  recordings: 'departure.lost.recordings',
};

/** What the channel cannot carry, in words. */
const lostSaid = ({ code, count }: Departure['lost'][number]): string =>
  say(lostKeys[code] ?? 'departure.lost.other', { code, n: count });
