import type { OfferLine, VisitLine, WaitingLine, WaitingList } from '@xiangyin/server/contract';
import { session } from '../access/session.ts';
import { useCell } from '../kit/cell.ts';
import { todayLine } from '../kit/county-time.ts';
import { say } from '../kit/language.ts';
import { hrefOf } from '../kit/navigate.ts';
import { Lacking, Older, Part } from '../kit/parts.tsx';
import { useAnswer } from '../kit/use-answer.ts';
import { NoticesWay } from '../notices/notices-way.tsx';
import { mayFindPublished } from '../newsroom/stories-page.tsx';
import { JustDone } from '../outbox/just-done.tsx';
import { outbox } from '../outbox/outbox.ts';
import { useTold } from '../outbox/use-told.ts';
import { isVolunteer } from '../shell/tabs.tsx';
import { OfferCard } from '../volunteering/offer-card.tsx';
import { VisitCard } from '../volunteering/visit-card.tsx';
import { WaitingCard } from './waiting-card.tsx';

/** My work: at most a handful of cards, each with why me, how far, how long. */
export function WorkPage() {
  const goes = isVolunteer();
  const waiting = useAnswer<WaitingList>('/me/waiting', { everySeconds: 30 });
  const offers = useAnswer<{ items: OfferLine[] }>(goes ? '/offers?mine=true&state=open' : null, { everySeconds: 30 });
  const visits = useAnswer<{ items: VisitLine[] }>(goes ? '/visits' : null);
  const everybodys = useAnswer<{ items: OfferLine[] }>(goes ? '/open-offers' : null, { everySeconds: 30 });
  const open = useOpenOffers(offers.value?.items ?? []);
  const free = useOpenOffers(everybodys.value?.items ?? []);
  const givenBack = useGivenBack();
  const next = (visits.value?.items ?? [])
    .filter((visit) => (visit.state === 'planned' || visit.state === 'under-way') && !givenBack.has(visit.id))
    .sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
  const cards = (waiting.value?.items ?? []).filter((card) => !goes || !hasOwnCard(card));
  const count = open.length + next.length + cards.length;
  const asked = goes ? [waiting, offers, visits] : [waiting];
  // While one list is not there nobody says that nothing waits.
  const isKnown = asked.every(({ value }) => value !== undefined);
  return (
    <main>
      <header class="head">
        <h1>{count > 0 ? say('work.some', { n: count }) : say(isKnown ? 'work.none' : 'tab.work')}</h1>
        <p class="meta">
          {todayLine()} · {session.me.get()?.name}
        </p>
        <NoticesWay />
      </header>
      <JustDone />
      <Older answers={asked} />
      {open.length > 0 && (
        <Part title={say('work.offers')}>
          {open.map((offer) => (
            <OfferCard key={offer.id} offer={offer} />
          ))}
        </Part>
      )}
      {free.length > 0 && (
        <Part title={say('work.free')}>
          <p class="meta">{say('work.free-hint')}</p>
          {free.map((offer) => (
            <OfferCard key={offer.id} offer={offer} />
          ))}
        </Part>
      )}
      {next.length > 0 && (
        <Part title={say('work.visits')}>
          {next.map((visit) => (
            <VisitCard key={visit.id} visit={visit} />
          ))}
        </Part>
      )}
      {isOnDuty() && (
        <a class="btn wide" href={hrefOf('/watch')}>
          {say('watch.title')}
        </a>
      )}
      {isOnDuty() && mayFindPublished() && (
        <a class="btn wide" href={hrefOf('/published')}>
          {say('published.duty')}
        </a>
      )}
      {waiting.value && <Cards cards={cards} alone={isKnown && open.length + free.length + next.length === 0} />}
      <Lacking answers={asked} />
    </main>
  );
}

const isOnDuty = (): boolean => (session.me.get()?.grants ?? []).some((grant) => grant.duty);

function Cards({ cards, alone }: { cards: readonly WaitingLine[]; alone: boolean }) {
  if (cards.length === 0) return alone ? <p class="empty">{say('work.empty')}</p> : null;
  return (
    <Part title={say('work.waiting')}>
      {cards.map((card) => (
        <WaitingCard key={`${card.kind} ${card.subjectId}`} card={card} />
      ))}
    </Part>
  );
}

// Offers and visits are shown with their own buttons; the general card would say the same again.
const hasOwnCard = (card: WaitingLine): boolean => /^volunteering\.(offer|visit)/.test(card.kind);

// What was answered on this phone is no longer asked, also while the answer is on its way.
function useOpenOffers(offers: readonly OfferLine[]): OfferLine[] {
  const answered = new Set(
    useTold().flatMap((act) => (act.kind === 'accept-offer' || act.kind === 'decline-offer' ? [act.subjectId] : [])),
  );
  return offers.filter((offer) => offer.state === 'open' && offer.myAnswer === null && !answered.has(offer.id));
}

// Told, or about to be: a visit that was given back here does not wait any more.
const useGivenBack = (): ReadonlySet<string> =>
  new Set(
    useCell(outbox).flatMap(({ state, act }) =>
      state === 'waiting' && act.kind === 'release-visit' ? [act.subjectId] : [],
    ),
  );
