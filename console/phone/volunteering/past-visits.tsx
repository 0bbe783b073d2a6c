import type { VisitLine } from '@xiangyin/server/contract';
import { countyNow, momentOf } from '../kit/county-time.ts';
import { inWords, say } from '../kit/language.ts';
import { hrefOf } from '../kit/navigate.ts';
import { Lacking, Part } from '../kit/parts.tsx';
import { useAnswer } from '../kit/use-answer.ts';

const thirtyDays = 30 * 86_400_000;

/** Where I went in the last 30 days: the way back to each, for whoever has something to tell of it afterwards. */
export function PastVisits() {
  // Not kept on the phone: a line says what to mind at a door for a day after the visit, and no longer.
  const answer = useAnswer<{ items: VisitLine[] }>('/visits?limit=50', { keep: false });
  const past = (answer.value?.items ?? []).filter(
    ({ state, endsAt }) => (state === 'done' || state === 'failed') && Date.parse(endsAt) > countyNow() - thirtyDays,
  );
  if (!answer.value && answer.problem)
    return (
      <Part title={say('past.title')}>
        <Lacking answers={[answer]} />
      </Part>
    );
  if (past.length === 0) return null;
  return (
    <Part title={say('past.title')}>
      <p class="meta">{say('past.how')}</p>
      <ul class="rows">
        {past.map((visit) => (
          <li key={visit.id}>
            <a href={hrefOf(`/visits/${visit.id}`)}>
              <b>{inWords(visit.service.name)}</b>
              <span class="meta">
                {momentOf(visit.startsAt)} · {inWords(visit.place.name)} ·{' '}
                {say(visit.state === 'done' ? 'visit.done' : 'visit.failed')}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </Part>
  );
}
