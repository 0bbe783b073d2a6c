import { useQuery } from '@tanstack/react-query';
import type { offerList, visitList } from '@xiangyin/server/contract';
import { useEffect } from 'react';
import { useParams } from 'react-router';
import { read } from '../kit/api.ts';
import { Loaded, Unread } from '../kit/loaded.tsx';
import { Page, Part, Quiet } from '../kit/page.tsx';
import type { Answer } from '../kit/shape.ts';
import { useWords } from '../kit/texts.ts';
import { gateTexts } from './gate-texts.ts';
import { OfferCard } from './offers/offer-card.tsx';
import { VisitCard } from './offers/visit-card.tsx';
import { offerTexts } from './offers/offer-texts.ts';
import './offers/offers.css';

/** What is open to everybody and fits me. */
function OpenOffers() {
  const { goers } = useWords(gateTexts);
  const open = useQuery({
    queryKey: ['open-offers'],
    refetchInterval: 30_000,
    queryFn: ({ signal }) => read<Answer<typeof offerList>>('/open-offers', {}, { signal }),
  });
  if (!open.data) return <Unread query={open} title={goers.free} />;
  const { items } = open.data;
  if (items.length === 0) return null;
  return (
    <Part title={goers.free}>
      <p className="meta">{goers.freeHint}</p>
      <div className="offer-cards">
        {items.map((offer) => (
          <OfferCard key={offer.id} offer={offer} />
        ))}
      </div>
    </Part>
  );
}

/** What is asked of me and what I have said yes to. A link to one offer or visit opens here, at its card. */
export function OffersPage() {
  const words = useWords(offerTexts);
  const { id } = useParams();
  const offers = useQuery({
    queryKey: ['offers'],
    refetchInterval: 30_000,
    queryFn: ({ signal }) => read<Answer<typeof offerList>>('/offers', { mine: true, state: 'open' }, { signal }),
  });
  const visits = useQuery({
    queryKey: ['visits'],
    refetchInterval: 60_000,
    queryFn: ({ signal }) => read<Answer<typeof visitList>>('/visits', { limit: 50 }, { signal }),
  });
  const there = offers.data && visits.data;
  useEffect(() => {
    if (there && id) document.getElementById(id)?.scrollIntoView({ block: 'center' });
  }, [there, id]);
  return (
    <Page title={words.title}>
      <Loaded query={offers} rows={2}>
        {({ items: open }) => (
          <Loaded query={visits} rows={2}>
            {({ items }) => {
              const coming = items.filter((visit) => visit.state === 'planned' || visit.state === 'under-way');
              const past = items.filter((visit) => visit.state !== 'planned' && visit.state !== 'under-way');
              return (
                <div className="stack wide">
                  {open.length === 0 && coming.length === 0 && <Quiet title={words.none} hint={words.noneHint} />}
                  {open.length > 0 && (
                    <Part title={words.asked}>
                      <div className="offer-cards">
                        {open.map((offer) => (
                          <OfferCard key={offer.id} offer={offer} />
                        ))}
                      </div>
                    </Part>
                  )}
                  <OpenOffers />
                  {coming.length > 0 && (
                    <Part title={words.coming}>
                      <div className="offer-cards">
                        {coming.map((visit) => (
                          <VisitCard key={visit.id} visit={visit} />
                        ))}
                      </div>
                    </Part>
                  )}
                  {past.length > 0 && (
                    <Part title={words.past}>
                      <div className="offer-cards">
                        {past.map((visit) => (
                          <VisitCard key={visit.id} visit={visit} />
                        ))}
                      </div>
                    </Part>
                  )}
                </div>
              );
            }}
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
}
