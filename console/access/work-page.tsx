import { Link } from 'react-router';
import type { WaitingLine } from '@xiangyin/server/contract';
import { Due } from '../kit/due.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { Page, Quiet } from '../kit/page.tsx';
import { pathWithin } from '../kit/path-within.ts';
import { useWords } from '../kit/texts.ts';
import { useTimes } from '../kit/time.ts';
import { useWaiting } from '../kit/waiting.ts';
import { LinkButton } from '../kit/link-button.tsx';
import { usePlaces } from '../places/use-places.ts';
import { accessTexts } from './access-texts.ts';
import './work.css';

const soonMinutes = 4 * 60;

/** My work: what waits for me, the most urgent first; each card says what it is and why it is mine. */
export function WorkPage() {
  const { work } = useWords(accessTexts);
  const times = useTimes();
  const waiting = useWaiting();
  const isSoon = (line: WaitingLine): boolean => line.dueAt !== null && times.left(line.dueAt) < soonMinutes * 60_000;
  return (
    <Page
      title={work.title}
      meta={waiting.data?.items.length ? work.count(waiting.data.items.length) : times.dated(times.now().toISOString())}
    >
      <Loaded query={waiting} rows={4}>
        {({ items }) =>
          items.length === 0 ? (
            <Quiet title={work.none} hint={work.noneHint} />
          ) : (
            <>
              <Cards title={work.soon} lines={items.filter(isSoon)} />
              <Cards
                title={items.some(isSoon) ? work.later : work.whole}
                lines={items.filter((line) => !isSoon(line))}
              />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

function Cards({ title, lines }: { title: string; lines: readonly WaitingLine[] }) {
  if (lines.length === 0) return null;
  return (
    <section>
      <h2 className="work-head">{title}</h2>
      <div className="work-cards">
        {lines.map((line) => (
          <WorkCard key={`${line.kind}${line.subjectId}`} line={line} />
        ))}
      </div>
    </section>
  );
}

function WorkCard({ line }: { line: WaitingLine }) {
  const { work } = useWords(accessTexts);
  const { longName } = usePlaces();
  const module = line.kind.split('.')[0] ?? '';
  const kind = module in work.kinds ? work.kinds[module as keyof typeof work.kinds] : '';
  return (
    <article className="card work-card">
      <div className="row apart">
        <span className="meta">{[kind, line.placeId ? longName(line.placeId) : ''].filter(Boolean).join(' · ')}</span>
        <Due at={line.dueAt} />
      </div>
      <h3>
        <Link to={pathWithin(line.href)}>{line.title}</Link>
      </h3>
      <p className="meta">{line.reason}</p>
      <LinkButton to={pathWithin(line.href)} block type="primary">
        {work.open}
      </LinkButton>
    </article>
  );
}
