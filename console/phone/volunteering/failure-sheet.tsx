import type { VisitLine } from '@xiangyin/server/contract';
import { useState } from 'preact/hooks';
import { Sheet, SheetEnd } from '../access/sheet.tsx';
import { inWords, say } from '../kit/language.ts';
import { GrowingText } from '../newsroom/growing-text.tsx';
import { justDone } from '../outbox/just-done.tsx';
import { enqueue } from '../outbox/outbox.ts';
import { soon } from '../outbox/send-outbox.ts';
import { happenedNow } from './happened-now.ts';

/** It did not come off: nobody opened, the wrong door, a part missing. The commonest reason is already filled in; without a line it is kept and sent later. */
export function FailureSheet({ visit, close }: { visit: VisitLine; close: () => void }) {
  const [reason, setReason] = useState(() => say('fail.nobody'));
  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    if (reason.trim() === '') return;
    await enqueue(inWords(visit.service.name), {
      kind: 'fail-visit',
      subjectId: visit.id,
      path: `/visits/${visit.id}/failures`,
      body: { reason: reason.trim(), ...happenedNow() },
    });
    soon();
    justDone.set({ subjectId: visit.id, title: inWords(visit.service.name), words: 'fail.noted' });
    close();
  };
  return (
    <Sheet title={say('fail.title')} close={close}>
      <form class="form" onSubmit={(event) => void send(event)}>
        <p class="meta">{say('fail.how')}</p>
        <GrowingText
          id="reason"
          class="words"
          label={say('fail.reason')}
          value={reason}
          rows={2}
          invalid={reason.trim() === ''}
          change={setReason}
        />
        <SheetEnd go={say('fail.do')} close={close} />
      </form>
    </Sheet>
  );
}
