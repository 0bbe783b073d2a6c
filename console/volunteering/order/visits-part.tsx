import { Button } from 'antd';
import { useState } from 'react';
import type { OrderView, OrderVisit } from '@xiangyin/server/contract';
import { listed } from '../../kit/language.ts';
import { Part } from '../../kit/page.tsx';
import { Tag } from '../../kit/tag.tsx';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { CompleteDialog, FailDialog } from '../offers/visit-dialogs.tsx';
import { gatheringTexts } from '../gatherings/gathering-texts.ts';
import { presenceTexts } from '../presence-texts.ts';
import { volunteeringTexts } from '../volunteering-texts.ts';
import { safetyTexts } from '../safety-texts.ts';
import { AlongDialog } from './along-dialog.tsx';
import { ArrivedDialog } from './arrived-dialog.tsx';
import { CodeDialog } from './code-dialog.tsx';
import { ReportDialog } from './report-dialog.tsx';
import { hasBegun, isNear } from './visit-time.ts';
import { WhoGoes } from './who-goes.tsx';

/** The visits of an order; a handler may enter for whoever went that it is over. */
export function VisitsPart({ order }: { order: OrderView }) {
  const words = useWords(volunteeringTexts);
  if (order.visits.length === 0) return null;
  return (
    <Part title={words.order.visits}>
      {order.visits.map((visit) => (
        <Visit key={visit.id} visit={visit} />
      ))}
    </Part>
  );
}

type Asking = 'arrived' | 'complete' | 'fail' | 'along' | 'code' | 'report';

function Visit({ visit }: { visit: OrderVisit }) {
  const words = useWords(volunteeringTexts);
  const { proofs, code, arrived } = useWords(presenceTexts);
  const { along } = useWords(gatheringTexts);
  const { report } = useWords(safetyTexts);
  const times = useTimes();
  const [asking, setAsking] = useState<Asking | null>(null);
  const now = times.now().valueOf();
  const began = hasBegun(visit, now);
  const going = visit.people.filter(({ state }) => state === 'assigned');
  const may = (ability: string): boolean => visit.abilities.includes(`visit.${ability}`);
  const facts = [
    visit.checkedInAt && `${words.order.checkedIn} ${times.clock(visit.checkedInAt)}`,
    visit.checkInProof && proofs[visit.checkInProof],
    visit.checkedOutAt && `${words.order.checkedOut} ${times.clock(visit.checkedOutAt)}`,
    visit.minutesServed !== null && words.order.minutesServed(visit.minutesServed),
    visit.evidence &&
      (visit.evidence in words.order.evidence
        ? words.order.evidence[visit.evidence as keyof typeof words.order.evidence]
        : visit.evidence),
  ].filter(Boolean);
  const every: readonly [Asking, string, boolean][] = [
    ['arrived', arrived.act, may('check-in') && isNear(visit, now)],
    ['complete', words.visit.finished, began && may('complete')],
    ['fail', words.visit.failed, began && may('fail')],
    ['along', along.act, may('ask-along')],
    ['code', code.act, may('show-code') && isNear(visit, now)],
  ];
  const acts = every.filter(([, , shown]) => shown);
  return (
    <div className="stack tight" style={{ padding: '8px 0', borderBottom: '1px solid var(--line)' }}>
      <div className="row apart">
        <strong>
          {times.at(visit.startsAt)} – {times.clock(visit.endsAt)}
        </strong>
        <Tag tone={visit.state === 'done' ? 'ok' : visit.state === 'failed' ? 'hot' : 'info'}>
          {words.order.visitStates[visit.state]}
        </Tag>
      </div>
      {may('release-person') ? (
        <WhoGoes visit={visit} />
      ) : (
        <span>
          {listed(visit.people.map((person) => (person.leads ? words.order.leads(person.name) : person.name)))}
        </span>
      )}
      {facts.length > 0 && <span className="meta">{facts.join(' · ')}</span>}
      {visit.report && <p>{visit.report}</p>}
      {acts.length > 0 && (
        <div className="row">
          {acts.map(([ask, act]) => (
            <Button key={ask} onClick={() => setAsking(ask)}>
              {act}
            </Button>
          ))}
        </div>
      )}
      {may('report-incident') && visit.state !== 'cancelled' && began && (
        <Button type="link" style={{ padding: 0, alignSelf: 'start' }} onClick={() => setAsking('report')}>
          {report.act}
        </Button>
      )}
      {asking === 'arrived' && <ArrivedDialog visitId={visit.id} onClose={() => setAsking(null)} />}
      {asking === 'along' && <AlongDialog visitId={visit.id} onClose={() => setAsking(null)} />}
      {asking === 'report' && <ReportDialog visitId={visit.id} onClose={() => setAsking(null)} />}
      {asking === 'code' && <CodeDialog visitId={visit.id} onClose={() => setAsking(null)} />}
      {asking === 'complete' && (
        <CompleteDialog visitId={visit.id} others={going.length > 1 ? going : []} onClose={() => setAsking(null)} />
      )}
      {asking === 'fail' && <FailDialog visitId={visit.id} onClose={() => setAsking(null)} />}
    </div>
  );
}
