import type { NewIncident, VisitLine } from '@xiangyin/server/contract';
import { useState } from 'preact/hooks';
import { Sheet, SheetEnd } from '../access/sheet.tsx';
import { inWords, say } from '../kit/language.ts';
import { GrowingText } from '../newsroom/growing-text.tsx';
import { enqueue } from '../outbox/outbox.ts';
import { soon } from '../outbox/send-outbox.ts';
import { happenedNow } from './happened-now.ts';

const kinds = ['unwell', 'accident', 'threat', 'neglect', 'property', 'other'] as const;

/** Something went wrong: told to the safeguarding officer and nobody else; without a line it is kept on this phone until it can be sent, and then forgotten here. */
export function IncidentSheet({ visit, close }: { visit: VisitLine; close: () => void }) {
  const [kind, setKind] = useState<NewIncident['kind']>('unwell');
  const [said, setSaid] = useState('');
  const [urgent, setUrgent] = useState(false);
  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    if (said.trim() === '') return;
    await enqueue(inWords(visit.service.name), {
      kind: 'report-incident',
      subjectId: visit.id,
      path: `/visits/${visit.id}/incidents`,
      body: { kind, said: said.trim(), urgent, ...happenedNow() },
    });
    soon();
    close();
  };
  return (
    <Sheet title={say('incident.title')} close={close}>
      <form class="form" onSubmit={(event) => void send(event)}>
        <p class="meta">{say('incident.how')}</p>
        <label class="field">
          <span>{say('incident.kind')}</span>
          <select value={kind} onChange={(event) => setKind(event.currentTarget.value as NewIncident['kind'])}>
            {kinds.map((one) => (
              <option key={one} value={one}>
                {say(`incident.${one}`)}
              </option>
            ))}
          </select>
        </label>
        <GrowingText id="said" class="words" label={say('incident.said')} value={said} rows={3} change={setSaid} />
        <label class="choice">
          <input type="checkbox" checked={urgent} onChange={(event) => setUrgent(event.currentTarget.checked)} />{' '}
          {say('incident.urgent')}
        </label>
        <SheetEnd go={say('incident.send')} close={close} ready={said.trim() !== ''} />
      </form>
    </Sheet>
  );
}
