import type { DispatchPlanView, PlannedOrder } from '@xiangyin/server/contract';
import { inWords, useLanguage } from '../../kit/language.ts';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { usePlaces } from '../../places/use-places.ts';
import { planTexts } from '../plan-texts.ts';
import './plans.css';

/** The same plan as a week: a row for each person, a column for each day. */
export function PlanPeople({ plan, onAsk }: { plan: DispatchPlanView; onAsk: (item: PlannedOrder) => void }) {
  const words = useWords(planTexts);
  const language = useLanguage();
  const times = useTimes();
  const { longName } = usePlaces();
  const dayOf = (item: PlannedOrder): string => (item.startsAt ? times.zoned(item.startsAt).format('YYYY-MM-DD') : '');
  const going = plan.items
    .filter((item) => item.startsAt !== null)
    .toSorted((a, b) => (a.startsAt ?? '').localeCompare(b.startsAt ?? ''));
  const days = [...new Set(going.map(dayOf))];
  const people = new Map(going.flatMap((item) => item.people.map((one) => [one.personId, one.name] as const)));
  return (
    <div className="plan-week">
      <table aria-label={words.week}>
        <thead>
          <tr>
            <th scope="col">{words.who}</th>
            {days.map((day) => (
              <th key={day} scope="col">
                {times.on(`${day}T04:00:00Z`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...people].map(([personId, name]) => (
            <tr key={personId}>
              <th scope="row">{name}</th>
              {days.map((day) => (
                <td key={day}>
                  {going
                    .filter((item) => dayOf(item) === day && item.people.some((one) => one.personId === personId))
                    .map((item) => (
                      <button
                        key={item.orderId}
                        type="button"
                        disabled={plan.state !== 'proposed'}
                        onClick={() => onAsk(item)}
                      >
                        <strong>{item.startsAt && times.clock(item.startsAt)}</strong>{' '}
                        {inWords(item.service.name, language)}
                        <span className="second">{longName(item.place.id) || inWords(item.place.name, language)}</span>
                      </button>
                    ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
