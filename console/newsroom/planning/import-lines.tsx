import { Checkbox } from 'antd';
import type { CalendarPreview } from '@xiangyin/server/contract';
import { Tag } from '../../kit/tag.tsx';
import type { Tone } from '../../kit/tag.tsx';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { noonOf } from './plan-words.ts';
import { planningTexts } from './planning-texts.ts';

/** An event of a calendar file with what it would do here. */
export type EventLine = CalendarPreview['items'][number];

const idle: readonly EventLine['effect'][] = ['unchanged', 'older', 'ended', 'foreign'];
/** Whether the event would do something here. */
export const hasEffect = ({ effect }: EventLine): boolean => !idle.includes(effect);
const tones: Readonly<Partial<Record<EventLine['effect'], Tone>>> = {
  new: 'ok',
  restored: 'ok',
  moved: 'due',
  changed: 'due',
  cancelled: 'hot',
  conflict: 'hot',
};

/** The events of a calendar file to choose from: what would change first, what stays as it is after it. */
export function ImportLines({
  items,
  chosen,
  onChosen,
}: {
  items: readonly EventLine[];
  chosen: ReadonlySet<string>;
  onChosen: (chosen: ReadonlySet<string>) => void;
}) {
  const { importing: words } = useWords(planningTexts);
  if (items.length === 0) return <p>{words.none}</p>;
  const acting = items.filter(hasEffect);
  const tick = (id: string, isChosen: boolean): void =>
    onChosen(new Set(isChosen ? [...chosen, id] : [...chosen].filter((one) => one !== id)));
  return (
    <>
      {acting.length === 0 && <p>{words.nothing}</p>}
      <ul className="plan-lines import-lines">
        {[...acting, ...items.filter((one) => !hasEffect(one))].map((item) => (
          <li key={item.id}>
            <Checkbox
              checked={chosen.has(item.id)}
              disabled={!hasEffect(item)}
              onChange={({ target }) => tick(item.id, target.checked)}
            >
              {item.title}
            </Checkbox>
            <Tag tone={tones[item.effect] ?? 'plain'}>{words.effects[item.effect]}</Tag>
            <EventFacts item={item} />
          </li>
        ))}
      </ul>
    </>
  );
}

function EventFacts({ item }: { item: EventLine }) {
  const { importing: words } = useWords(planningTexts);
  const times = useTimes();
  const when = ({ startsAt, fromOn }: Pick<EventLine, 'startsAt' | 'fromOn'>): string =>
    startsAt ? times.at(startsAt) : fromOn ? times.on(noonOf(fromOn, times.zoned)) : '';
  const { effect, here, people } = item;
  const facts = [when(item), item.place];
  if (effect === 'moved' && here) facts.push(words.was(when(here)));
  if (effect === 'cancelled' && people > 0) facts.push(words.told(people));
  return (
    <>
      <span className="meta">{facts.filter(Boolean).join(' · ')}</span>
      {effect === 'conflict' && here && (
        <span className="meta">
          {item.cancelled ? words.struck(people) : words.hereSays([here.title, when(here)].filter(Boolean).join(' · '))}{' '}
          {words.overwrite}
        </span>
      )}
    </>
  );
}
