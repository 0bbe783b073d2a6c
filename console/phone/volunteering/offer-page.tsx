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
  const sent = useCell(outbox).find((entry) => entry.act.subjectId === offerId);
  return (
    <>
      <TopBar title={say('offer.title')} />
      <main>
        <Shown answer={answer}>
          {(offer) => (
            <>
              {(sent || offer.state !== 'open' || offer.myAnswer) && (
                <p class="note info">{say(sent ? 'offer.noted' : stateKey(offer))}</p>
              )}
              {!sent && <OfferCard offer={offer} whole />}
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
