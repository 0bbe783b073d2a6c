import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useSearchParams } from 'react-router';
import { read } from '../../kit/api.ts';
import { Loaded } from '../../kit/loaded.tsx';
import { Page, Part } from '../../kit/page.tsx';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { useSections } from '../use-sections.ts';
import './front.css';
import { frontKey, type Front } from './front-answer.ts';
import { FrontPreview } from './front-preview.tsx';
import { FrontSlots, RemoveButton } from './front-slots.tsx';
import { frontTexts } from './front-texts.ts';

type Placement = Front['coming'][number];

/** What stands at the head of the front page and of each section: now, later, and before. */
export function FrontPage() {
  const words = useWords(frontTexts);
  const sections = useSections();
  const [address, setAddress] = useSearchParams();
  const section = address.get('section');
  const front = useQuery({
    queryKey: frontKey(section),
    // What comes and goes by the clock shows without anybody's doing.
    refetchInterval: 30_000,
    queryFn: ({ signal }) => read<Front>('/front', section ? { section } : {}, { signal }),
  });
  return (
    <Page
      title={words.title}
      meta={words.lead}
      actions={
        <Select
          aria-label={words.which}
          value={section ?? ''}
          style={{ minWidth: 160 }}
          options={[{ value: '', label: words.home }, ...sections]}
          onChange={(value) => setAddress(value ? { section: value } : {})}
        />
      }
    >
      <Loaded query={front}>
        {(shown) => (
          <div className="stack">
            <FrontSlots front={shown} />
            <FrontPreview section={section} />
            <Coming front={shown} />
            <Past front={shown} />
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function Coming({ front }: { front: Front }) {
  const words = useWords(frontTexts);
  const times = useTimes();
  return (
    <Part title={words.coming}>
      {front.coming.length === 0 ? (
        <p className="meta">{words.noneComing}</p>
      ) : (
        <ul className="front-lines">
          {front.coming.map((one) => (
            <li key={one.id}>
              <div>
                <strong>{one.story.title}</strong>
                <div className="second">
                  {words.slot(one.slot)} · {words.since(one.placedBy.name, times.at(one.fromAt))} ·{' '}
                  {one.untilAt ? words.until(times.at(one.untilAt)) : words.open}
                </div>
              </div>
              <RemoveButton placement={one} front={front} />
            </li>
          ))}
        </ul>
      )}
    </Part>
  );
}

function Past({ front }: { front: Front }) {
  const words = useWords(frontTexts);
  const times = useTimes();
  const ended = (one: Placement): string =>
    times.at([one.removedAt, one.untilAt].filter((at) => at !== null).toSorted()[0] ?? one.fromAt);
  const all = [...front.past, ...front.coming, ...front.slots.flatMap(({ placement }) => placement ?? [])];
  // A move ends one placement and begins another in the same moment.
  const wasMoved = (one: Placement): boolean =>
    all.some((other) => other.story.id === one.story.id && other.id !== one.id && other.placedAt === one.removedAt);
  const how = (one: Placement): string => {
    if (!one.removedBy) return words.ranOut;
    return wasMoved(one) ? words.movedBy(one.removedBy.name) : words.takenBy(one.removedBy.name);
  };
  return (
    <Part title={words.past}>
      {front.past.length === 0 ? (
        <p className="meta">{words.nonePast}</p>
      ) : (
        <ul className="front-lines">
          {front.past.map((one) => (
            <li key={one.id}>
              <div>
                {one.story.title}
                <div className="second">
                  {words.slot(one.slot)} · {words.pastLine(one.placedBy.name, times.at(one.fromAt), ended(one))} ·{' '}
                  {how(one)}
                </div>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Part>
  );
}
