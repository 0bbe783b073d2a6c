import { App, Button } from 'antd';
import type { OfferLine } from '@xiangyin/server/contract';
import { Due } from '../../kit/due.tsx';
import { inWords, useLanguage } from '../../kit/language.ts';
import { refresh } from '../../kit/queries.ts';
import { saidKm } from '../../kit/said-km.ts';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { useAct } from '../../kit/use-act.ts';
import { usePlaces } from '../../places/use-places.ts';
import { gateTexts } from '../gate-texts.ts';
import { roundTexts } from '../round-texts.ts';
import { offerTexts } from './offer-texts.ts';
import { RosterPart } from './roster-part.tsx';
import '../desk.css';

/** Somebody is asked: yes and no are equally easy, and no needs no reason. */
export function OfferCard({ offer }: { offer: OfferLine }) {
  const offers = useWords(offerTexts);
  const { goers } = useWords(gateTexts);
  const language = useLanguage();
  const times = useTimes();
  const { longName } = usePlaces();
  const { message } = App.useApp();
  const { run, busy } = useAct<OfferLine>();
  const answer = async (said: 'accept' | 'decline'): Promise<void> => {
    if (await run('POST', `/offers/${offer.id}/answers`, { answer: said }))
      void message.success(said === 'accept' ? offers.went : offers.declined);
    await refresh();
  };
  const mayAnswer = offer.abilities.includes('offer.answer');
  return (
    <article className="card offer-card" id={offer.id}>
      <div className="row apart">
        <Due at={offer.expiresAt} soonMinutes={60} />
        <span className="meta">{offer.distanceKm === null ? '' : offers.km(saidKm(offer.distanceKm))}</span>
      </div>
      <h3>{inWords(offer.service.name, language)}</h3>
      <p>
        {[
          longName(offer.place.id) || inWords(offer.place.name, language),
          times.at(offer.startsAt),
          times.span(offer.service.durationMinutes),
          offers.people(offer.peopleNeeded, offer.peopleTaken),
        ].join(' · ')}
      </p>
      {offer.stops.length > 0 && <Stops stops={offer.stops} />}
      {offer.insteadOfName && <p>{goers.instead(offer.insteadOfName)}</p>}
      {offer.proposedByName && <p className="notice">{offers.proposed(offer.proposedByName)}</p>}
      {offer.teamName && <p className="meta">{offers.team(inWords(offer.teamName, language))}</p>}
      {offer.service.hint && <p className="meta">{offer.service.hint}</p>}
      {offer.abilities.includes('offer.propose') && <RosterPart offerId={offer.id} />}
      {mayAnswer && offer.myAnswer === 'decline' && (
        <Button block loading={busy} onClick={() => void answer('accept')}>
          {offers.afterAll}
        </Button>
      )}
      {mayAnswer && offer.myAnswer === null && (
        <>
          <div className="two">
            <Button size="large" disabled={busy} onClick={() => void answer('decline')}>
              {offers.notNow}
            </Button>
            <Button size="large" type="primary" loading={busy} onClick={() => void answer('accept')}>
              {offers.go}
            </Button>
          </div>
          <p className="meta">{offers.noReason}</p>
        </>
      )}
    </article>
  );
}

/** The stops of a round: one answer is for all. */
function Stops({ stops }: { stops: OfferLine['stops'] }) {
  const words = useWords(roundTexts);
  const language = useLanguage();
  const times = useTimes();
  const { longName } = usePlaces();
  return (
    <>
      <p>
        <strong>{words.stops(stops.length)}</strong> <span className="meta">{words.once}</span>
      </p>
      <ol className="round-stops">
        {stops.map((stop) => (
          <li key={stop.startsAt}>
            {inWords(stop.service, language)}
            <div className="second">
              {[times.at(stop.startsAt), longName(stop.place.id) || inWords(stop.place.name, language)].join(' · ')}
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}
