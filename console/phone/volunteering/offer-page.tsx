import type { OfferLine } from '@xiangyin/server/contract';
import { useCell } from '../kit/cell.ts';
import { say, type TextKey } from '../kit/language.ts';
import { hrefOf } from '../kit/navigate.ts';
import { FullWay, Shown, TopBar } from '../kit/parts.tsx';
import { useAnswer } from '../kit/use-answer.ts';
import { outbox } from '../outbox/outbox.ts';
import { OfferCard } from './offer-card.tsx';

/** One offer, opened from a message. */
export function OfferPage({ offerId }: { offerId: string }) {
  const answer = useAnswer<OfferLine>(`/offers/${offerId}`, { everySeconds: 30 });
  const told = useCell(outbox).filter((entry) => entry.act.subjectId === offerId);
  const waits = told.some((entry) => entry.state === 'waiting');
  const refused = told.find((entry) => entry.state === 'refused');
  return (
    <>
      <TopBar title={say('offer.title')} />
      <main>
        <Shown answer={answer}>
          {(offer) => (
            <>
              {(waits || offer.state !== 'open' || offer.myAnswer) && (
                <p class="note info">{say(waits ? 'offer.noted' : stateKey(offer))}</p>
              )}
              {!waits && refused?.reason !== undefined && <p class="note hot">{refused.reason}</p>}
              {!waits && <OfferCard offer={offer} whole />}
              <a class="btn wide" href={hrefOf('/')}>
                {say('tab.work')}
              </a>
            </>
          )}
        </Shown>
        <FullWay />
      </main>
    </>
  );
}

function stateKey(offer: OfferLine): TextKey {
  if (offer.myAnswer === 'accept' || offer.state === 'accepted')
    return offer.myAnswer === 'accept' ? 'offer.state.mine' : 'offer.state.taken';
  if (offer.myAnswer === 'decline' || offer.state === 'declined') return 'offer.state.declined';
  return offer.state === 'expired' ? 'offer.state.expired' : 'offer.state.withdrawn';
}
