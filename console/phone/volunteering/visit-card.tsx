import type { LookAnswer, VisitLine } from '@xiangyin/server/contract';
import { useEffect, useState } from 'preact/hooks';
import { useCell } from '../kit/cell.ts';
import { clockOf, countyNow, dayOf, momentOf } from '../kit/county-time.ts';
import { inWords, listed, say } from '../kit/language.ts';
import { hrefOf } from '../kit/navigate.ts';
import { enqueue, outbox } from '../outbox/outbox.ts';
import { soon } from '../outbox/send-outbox.ts';
import { useTold } from '../outbox/use-told.ts';
import { AddressBox } from './address-box.tsx';
import { ArrivalSheet } from './arrival-sheet.tsx';
import { CompletionSheet } from './completion-sheet.tsx';
import { FailureSheet } from './failure-sheet.tsx';
import { happenedNow } from './happened-now.ts';
import { keptLook } from './kept-look.ts';
import { NearButton } from './near-button.tsx';
import { othersOf } from './others-of.ts';
import { OwnTime } from './own-time.tsx';

/** A visit that is agreed: when, what, with whom; the address for those who go; I am here; done. */
export function VisitCard({ visit, whole = false }: { visit: VisitLine; whole?: boolean }) {
  const [completing, setCompleting] = useState(false);
  const [failing, setFailing] = useState(false);
  const [arriving, setArriving] = useState(false);
  const [look, setLook] = useState<LookAnswer | null>(null);
  useEffect(() => void keptLook(visit).then(setLook), [visit]);
  const sent = useCell(outbox).filter((entry) => entry.act.subjectId === visit.id && entry.state === 'waiting');
  const told = useTold().filter((act) => act.subjectId === visit.id);
  const said = told.some((act) => act.kind === 'check-in');
  // Where two go, each says it for themselves.
  const here = said || (visit.own?.arrivedAt ?? visit.checkedInAt) !== null;
  const mayArriveToo =
    !said && visit.checkedInAt !== null && visit.own?.arrivedAt === null && othersOf(visit).length > 0;
  const finished =
    visit.checkedOutAt !== null || visit.state === 'done' || told.some((act) => act.kind === 'complete-visit');
  const failed = visit.state === 'failed' || told.some((act) => act.kind === 'fail-visit');
  const over = finished || failed || visit.state === 'cancelled';
  const checkIn = async () => {
    await enqueue(inWords(visit.service.name), {
      kind: 'check-in',
      subjectId: visit.id,
      path: `/visits/${visit.id}/check-ins`,
      body: happenedNow(),
    });
    soon();
  };
  return (
    <article class="card job">
      <p class="when">
        <time dateTime={visit.startsAt}>
          {clockOf(visit.startsAt)} <small>{dayOf(visit.startsAt)}</small>
        </time>
        <span class={`tag ${failed ? 'due' : here && !finished ? 'info' : 'ok'}`}>
          {say(failed ? 'visit.failed' : finished ? 'visit.done' : here ? 'visit.there' : 'visit.agreed')}
        </span>
      </p>
      {whole ? (
        <h2>{inWords(visit.service.name)}</h2>
      ) : (
        <h3>
          <a href={hrefOf(`/visits/${visit.id}`)}>{inWords(visit.service.name)}</a>
        </h3>
      )}
      <p>
        {inWords(visit.place.name)}
        {visit.withNames.length > 0 && <> · {say('visit.with', { names: listed(visit.withNames) })}</>}
        {visit.withNames.length > 0 && visit.leads && <> · {say('visit.leads')}</>}
      </p>
      {!whole && visit.handOver && <p class="note">{say('hand-over.asked', { name: visit.handOver.name })}</p>}
      {visit.mentorName !== null && <p class="note">{say('visit.first', { name: visit.mentorName })}</p>}
      {visit.newcomerNames.length > 0 && (
        <p class="note">{say('visit.newcomer', { names: listed(visit.newcomerNames) })}</p>
      )}
      {visit.note && <p class="quote">{visit.note}</p>}
      {visit.risk && !over && (
        <p class="note due">{say(`visit.risk.${visit.risk.risk}`, { reason: visit.risk.reason })}</p>
      )}
      {visit.peopleServed > 1 && <p>{say('visit.people', { count: visit.peopleServed })}</p>}
      {visit.needs.length > 0 && <p>{listed(visit.needs.map((need) => say(`need.${need}`)))}</p>}
      {visit.service.prepare !== '' && <p class="meta">{visit.service.prepare}</p>}
      <AddressBox visit={visit} look={look} onLook={setLook} />
      {failed && <p>{say('visit.failed-how')}</p>}
      {whole && visit.state === 'done' && <OwnTime visit={visit} />}
      {!over && (
        <div class="two">
          {visit.station ? (
            <a class="btn" href={`tel:${visit.station.phone}`}>
              {say('visit.station')}
            </a>
          ) : (
            <span />
          )}
          {here ? (
            <button type="button" class="btn primary" onClick={() => setCompleting(true)}>
              {say('visit.finish')}
            </button>
          ) : isEarly(visit) ? (
            <p class="meta">{say('visit.here-from', { time: momentOf(visit.checkInFrom) })}</p>
          ) : (
            <button type="button" class="btn primary" disabled={!mayArrive(visit)} onClick={() => void checkIn()}>
              {say('visit.here')}
            </button>
          )}
        </div>
      )}
      {mayArriveToo && !over && mayArrive(visit) && (
        <button type="button" class="plain" onClick={() => void checkIn()}>
          {say('visit.here-too')}
        </button>
      )}
      {!here && !over && !isEarly(visit) && mayArrive(visit) && visit.service.where !== 'phone' && (
        <button type="button" class="plain" onClick={() => setArriving(true)}>
          {say('arrive.ask')}
        </button>
      )}
      {!here && !over && !isEarly(visit) && mayArrive(visit) && (
        <NearButton visit={visit} door={visit.degrees ?? look?.degrees ?? null} />
      )}
      {visit.checkInProof === 'wrong' && <p class="note due">{say('arrive.wrong')}</p>}
      {visit.passphrase && !over && (
        <p class="meta">
          {say('visit.passphrase')}
          <b>“{visit.passphrase}”</b>
        </p>
      )}
      {whole && !over && mayFail(visit) && (
        <button type="button" class="plain" onClick={() => setFailing(true)}>
          {say('fail.ask')}
        </button>
      )}
      {sent.length > 0 && <p class="meta">{say('visit.noted')}</p>}
      {arriving && <ArrivalSheet visit={visit} close={() => setArriving(false)} />}
      {failing && <FailureSheet visit={visit} close={() => setFailing(false)} />}
      {completing && <CompletionSheet visit={visit} close={() => setCompleting(false)} />}
    </article>
  );
}

// The server takes no arrival hours before: a button would promise what is refused.
const isEarly = (visit: VisitLine): boolean => countyNow() < Date.parse(visit.checkInFrom);
const mayArrive = (visit: VisitLine): boolean =>
  visit.abilities.includes('visit.check-in') && countyNow() <= Date.parse(visit.seeUntil);

// Whoever has not set out yet gives the visit back instead.
const mayFail = (visit: VisitLine): boolean =>
  visit.abilities.includes('visit.fail') && countyNow() >= Date.parse(visit.seeFrom);
