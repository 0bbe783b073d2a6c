import type { OfferLine } from '@xiangyin/server/contract';
import { saidKm } from '../../kit/said-km.ts';
import { momentOf } from '../kit/county-time.ts';
import { inWords, say } from '../kit/language.ts';
import { DueTag, spanOf } from '../work/due-tag.tsx';
import { Roster } from './roster.tsx';
import { answerOffer } from './answer-offer.ts';

/** Somebody asks for help: what, where, when, how long; yes and no equally easy. */
export function OfferCard({ offer, whole = false }: { offer: OfferLine; whole?: boolean }) {
  const people = offer.peopleNeeded - offer.peopleTaken;
  return (
    <article class="card job">
      <p class="when">
        <DueTag dueAt={offer.expiresAt} />
        {offer.distanceKm !== null && <span class="meta">{awayOf(offer.distanceKm)}</span>}
      </p>
      {whole ? <h2>{inWords(offer.service.name)}</h2> : <h3>{inWords(offer.service.name)}</h3>}
      <p>
        {inWords(offer.place.name)} · {say('offer.about', { time: momentOf(offer.startsAt) })} ·{' '}
        {say('offer.long', { span: spanOf(offer.service.durationMinutes) })}
        {!offer.besideName && <> · {say('offer.people', { n: people })}</>}
      </p>
      {offer.stops.length > 0 && (
        <>
          <p>
            <strong>{say('offer.round', { n: offer.stops.length })}</strong>
          </p>
          <ol>
            {offer.stops.map((stop) => (
              <li key={stop.startsAt}>
                {momentOf(stop.startsAt)} · {inWords(stop.place.name)} · {inWords(stop.service)}
              </li>
            ))}
          </ol>
        </>
      )}
      {offer.service.hint !== '' && <p>{offer.service.hint}</p>}
      {offer.insteadOfName && <p>{say('offer.instead', { name: offer.insteadOfName })}</p>}
      {offer.besideName && <p>{say('offer.beside', { name: offer.besideName })}</p>}
      {offer.proposedByName && <p class="note">{say('offer.proposed', { name: offer.proposedByName })}</p>}
      {offer.teamName && <p>{say('offer.team', { team: inWords(offer.teamName) })}</p>}
      {offer.abilities.includes('offer.answer') && offer.myAnswer === 'decline' && (
        <button type="button" class="btn wide" onClick={() => void answerOffer(offer, 'accept')}>
          {say('offer.after-all')}
        </button>
      )}
      {offer.abilities.includes('offer.answer') && offer.myAnswer === null && (
        <>
          <div class="two">
            <button type="button" class="btn" onClick={() => void answerOffer(offer, 'decline')}>
              {say(offer.openToAll ? 'offer.not-me' : 'offer.no')}
            </button>
            <button type="button" class="btn primary" onClick={() => void answerOffer(offer, 'accept')}>
              {say('offer.yes')}
            </button>
          </div>
          <p class="meta">{say(offer.openToAll ? 'offer.first' : 'offer.free')}</p>
        </>
      )}
      {offer.abilities.includes('offer.propose') && <Roster offer={offer} />}
    </article>
  );
}

function awayOf(distance: number): string {
  const km = saidKm(distance);
  return km === null ? say('offer.here') : say('offer.away', { km });
}
