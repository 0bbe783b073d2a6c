import type { OrderView } from '@xiangyin/server/contract';
import { Due } from '../../kit/due.tsx';
import { inWords, listed, useLanguage } from '../../kit/language.ts';
import { Part } from '../../kit/page.tsx';
import { Tag, type Tone } from '../../kit/tag.tsx';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { gateTexts } from '../gate-texts.ts';
import { RosterPart } from '../offers/roster-part.tsx';
import { volunteeringTexts } from '../volunteering-texts.ts';

const tones: Readonly<Record<string, Tone>> = { open: 'info', accepted: 'ok', expired: 'due' };

/** Who was asked and what they said; those still thinking it over with the time they have left, of a team with whom of it one would send. */
export function OffersPart({ order }: { order: OrderView }) {
  const words = useWords(volunteeringTexts);
  const language = useLanguage();
  const times = useTimes();
  const { ways } = useWords(gateTexts);
  if (order.offers.length === 0) return null;
  return (
    <Part title={words.order.offers}>
      <ul style={{ listStyle: 'none', margin: 0, padding: 0 }}>
        {order.offers.map((offer) => (
          <li key={offer.id} style={{ borderBottom: '1px solid var(--line)' }}>
            <div className="row apart" style={{ minHeight: 44 }}>
              <span>
                {offer.openToAll ? ways.everybody : (offer.personName ?? inWords(offer.teamName, language))}{' '}
                {offer.insteadOfName && <span className="meta">{ways.instead(offer.insteadOfName)} </span>}
                <span className="meta">{times.at(offer.startsAt)}</span>
              </span>
              <span className="row">
                {offer.state === 'open' && <Due at={offer.expiresAt} />}
                <Tag tone={tones[offer.state] ?? 'plain'}>
                  {offer.state in words.order.offerStates
                    ? words.order.offerStates[offer.state as keyof typeof words.order.offerStates]
                    : offer.state}
                </Tag>
              </span>
            </div>
            {offer.state === 'open' && offer.teamId !== null && order.abilities.includes('order.dispatch') && (
              <div style={{ paddingBottom: 12 }}>
                <RosterPart offerId={offer.id} />
              </div>
            )}
          </li>
        ))}
      </ul>
      {order.askedNext && (
        <p className="meta">{order.askedNext.length > 0 ? ways.next(listed(order.askedNext)) : ways.last}</p>
      )}
    </Part>
  );
}
