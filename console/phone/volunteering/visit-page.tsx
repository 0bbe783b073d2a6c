import type { VisitLine } from '@xiangyin/server/contract';
import { useState } from 'preact/hooks';
import { useCell } from '../kit/cell.ts';
import { say } from '../kit/language.ts';
import { FullWay, Shown, TopBar } from '../kit/parts.tsx';
import { useAnswer } from '../kit/use-answer.ts';
import { countyNow } from '../kit/county-time.ts';
import type { Act } from '../outbox/entry.ts';
import { outbox } from '../outbox/outbox.ts';
import { useTold } from '../outbox/use-told.ts';
import { HandOver } from './hand-over.tsx';
import { IncidentSheet } from './incident-sheet.tsx';
import { NotAgain } from './not-again.tsx';
import { Release } from './release.tsx';
import { VisitCard } from './visit-card.tsx';

/** One visit, with everything one may do about it. */
export function VisitPage({ visitId }: { visitId: string }) {
  const visit = useAnswer<VisitLine>(`/visits/${visitId}`);
  const isGivenBack = useCell(outbox).some(
    ({ state, act: { kind, subjectId } }) => state === 'waiting' && kind === 'release-visit' && subjectId === visitId,
  );
  return (
    <>
      <TopBar title={say('visit.title')} />
      <main>
        <Shown answer={visit}>
          {(line) => (
            <>
              {isGivenBack && <p class="note info">{say('release.waits')}</p>}
              <VisitCard visit={line} whole />
              {line.state === 'planned' && !isGivenBack && line.abilities.includes('visit.hand-over') && (
                <HandOver visit={line} changed={visit.again} />
              )}
              {line.state === 'planned' && !isGivenBack && line.abilities.includes('visit.release') && (
                <Release visit={line} />
              )}
              {mayReport(line) && <Incident visit={line} />}
              {line.abilities.includes('visit.exclude') && <NotAgain visit={line} />}
            </>
          )}
        </Shown>
        <FullWay />
      </main>
    </>
  );
}

// Nothing can have gone wrong before somebody set out.
const mayReport = (visit: VisitLine): boolean =>
  visit.state !== 'cancelled' &&
  visit.abilities.includes('visit.report-incident') &&
  countyNow() >= Date.parse(visit.checkInFrom);

function Incident({ visit }: { visit: VisitLine }) {
  const [open, setOpen] = useState(false);
  const isAboutThis = (act: Act): boolean => act.kind === 'report-incident' && act.subjectId === visit.id;
  const isTold = useTold().some(isAboutThis);
  const waits = useCell(outbox).some((entry) => entry.state === 'waiting' && isAboutThis(entry.act));
  return (
    <>
      {/* Whoever tells of a fall must know whether it is heard. */}
      <div role="status">{isTold && <p class="note info">{say(waits ? 'incident.waits' : 'incident.told')}</p>}</div>
      <button type="button" class="plain" onClick={() => setOpen(true)}>
        {say('incident.ask')}
      </button>
      {open && <IncidentSheet visit={visit} close={() => setOpen(false)} />}
    </>
  );
}
