import type { VisitLine } from '@xiangyin/server/contract';
import { useState } from 'preact/hooks';
import { Sheet, SheetEnd } from '../access/sheet.tsx';
import { inWords, say } from '../kit/language.ts';
import { sendAtOnce } from '../outbox/send-at-once.ts';
import { happenedNow } from './happened-now.ts';
import { shownAtDoor } from './shown-at-door.ts';

/** I am here, and this is what they said or showed me. Nobody has to ask for it; without a signal it is looked at later. */
export function ArrivalSheet({ visit, close }: { visit: VisitLine; close: () => void }) {
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    setBusy(true);
    const refused = await sendAtOnce(inWords(visit.service.name), {
      kind: 'check-in',
      subjectId: visit.id,
      path: `/visits/${visit.id}/check-ins`,
      body: { ...happenedNow(), ...shownAtDoor(typed) },
    });
    setBusy(false);
    if (refused === null) close();
    else setProblem(refused);
  };
  return (
    <Sheet title={say('arrive.title')} close={close}>
      <form class="form" onSubmit={(event) => void send(event)}>
        <p class="meta">{say('arrive.how')}</p>
        <label class="field">
          <span>{say('arrive.shown')}</span>
          <input
            type="text"
            required
            maxLength={60}
            autocomplete="off"
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        </label>
        {problem !== null && (
          <p class="note due" role="alert">
            {problem}
          </p>
        )}
        <SheetEnd go={say('visit.here')} close={close} busy={busy} ready={typed.trim() !== ''} />
      </form>
    </Sheet>
  );
}
