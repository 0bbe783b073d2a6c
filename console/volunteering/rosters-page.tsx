import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useSearchParams } from 'react-router';
import type { RosterWeek } from '@xiangyin/server/contract';
import { read } from '../kit/api.ts';
import { Due } from '../kit/due.tsx';
import { inWords, listed, useLanguage } from '../kit/language.ts';
import { Loaded } from '../kit/loaded.tsx';
import { Page, Part, Quiet } from '../kit/page.tsx';
import { Tag } from '../kit/tag.tsx';
import { useWords } from '../kit/texts.ts';
import { useTimes } from '../kit/time.ts';
import { usePlaces } from '../places/use-places.ts';
import { offerTexts } from './offers/offer-texts.ts';
import { RosterPart } from './offers/roster-part.tsx';
import './offers/offers.css';

const weekInMilliseconds = 7 * 86_400_000;
const weekFrom = (day: string, weeks: number): string =>
  new Date(Date.parse(day) + weeks * weekInMilliseconds).toISOString().slice(0, 10);

/** What teams are asked for in a week, day by day: who goes, and whom one would send. The address says which week. */
export function RostersPage() {
  const { rosters: words } = useWords(offerTexts);
  const times = useTimes();
  const [search, setSearch] = useSearchParams();
  const from = search.get('from');
  const query = useQuery({
    queryKey: ['rosters', from],
    refetchInterval: 60_000,
    queryFn: ({ signal }) => read<RosterWeek>('/rosters', from ? { from } : {}, { signal }),
  });
  const dayWords = (day: string): string => times.on(`${day}T04:00:00Z`);
  return (
    <Page title={words.title} meta={words.lead} actions={<Button onClick={() => window.print()}>{words.print}</Button>}>
      <Loaded query={query} rows={3}>
        {(week) => (
          <div className="stack wide">
            <nav className="row" style={{ gap: 6 }} aria-label={words.which}>
              <Button className="not-printed" onClick={() => setSearch({ from: weekFrom(week.from, -1) })}>
                {words.before}
              </Button>
              <strong>{words.week(dayWords(week.from))}</strong>
              <Button className="not-printed" onClick={() => setSearch({ from: weekFrom(week.from, 1) })}>
                {words.after}
              </Button>
              {from !== null && (
                <Button className="not-printed" onClick={() => setSearch({})}>
                  {words.now}
                </Button>
              )}
            </nav>
            {week.items.length === 0 && <Quiet title={words.none} hint={words.noneHint} />}
            {[...Map.groupBy(week.items, (item) => item.day)].map(([day, items]) => (
              <Part key={day} title={dayWords(day)}>
                <div className="offer-cards">
                  {items.map((item) => (
                    <RosterCard key={item.offerId} item={item} />
                  ))}
                </div>
              </Part>
            ))}
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function RosterCard({ item }: { item: RosterWeek['items'][number] }) {
  const { rosters: words, roster, people } = useWords(offerTexts);
  const language = useLanguage();
  const times = useTimes();
  const { longName } = usePlaces();
  return (
    <article className="card offer-card">
      <div className="row apart">
        <strong>
          {times.clock(item.startsAt)} – {times.clock(item.endsAt)}
        </strong>
        <span className="not-printed">
          {item.open ? <Due at={item.expiresAt} soonMinutes={60} /> : <Tag tone="ok">{words.full}</Tag>}
        </span>
      </div>
      <h3>
        {item.mayReadOrder ? (
          <Link to={`/orders/${item.orderId}`}>{inWords(item.service, language)}</Link>
        ) : (
          inWords(item.service, language)
        )}
      </h3>
      <p>
        {[
          longName(item.place.id) || inWords(item.place.name, language),
          inWords(item.team, language),
          people(item.peopleNeeded, item.going.length),
        ].join(' · ')}
      </p>
      {item.going.length > 0 && <p>{roster.go(listed(item.going))}</p>}
      {item.asked.length > 0 && <p className="meta">{roster.asked(listed(item.asked))}</p>}
      {item.going.length + item.asked.length === 0 && <p className="meta">{words.nobodyYet}</p>}
      {/* On the sheet that hangs at the team's door, a line to sign for each place that is still free. */}
      {Array.from({ length: Math.max(0, item.peopleNeeded - item.going.length) }, (_, at) => (
        <p key={at} className="only-printed roster-line" />
      ))}
      {item.open && (
        <div className="not-printed">
          <RosterPart offerId={item.offerId} />
        </div>
      )}
    </article>
  );
}
