import type { HourLine } from '@xiangyin/server/contract';
import { useState } from 'preact/hooks';
import { Sheet, SheetEnd } from '../access/sheet.tsx';
import { inWords, say } from '../kit/language.ts';
import { GrowingText } from '../newsroom/growing-text.tsx';
import { enqueue } from '../outbox/outbox.ts';
import { soon } from '../outbox/send-outbox.ts';

/** An entry is wrong: what is, and how long it really took. */
export function WrongSheet({ line, close }: { line: HourLine; close: () => void }) {
  const [said, setSaid] = useState('');
  const [minutes, setMinutes] = useState('');
  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    if (said.trim() === '') return;
    await enqueue(inWords(line.service), {
      kind: 'ask-correction',
      subjectId: line.id,
      path: '/hour-corrections',
      body: { hourId: line.id, said: said.trim(), ...(minutes === '' ? {} : { minutes: Number(minutes) }) },
    });
    soon();
    close();
  };
  return (
    <Sheet title={say('wrong.title')} close={close}>
      <form class="form" onSubmit={(event) => void send(event)}>
        <p class="meta">{say('wrong.how')}</p>
        <GrowingText id="said" class="words" label={say('wrong.said')} value={said} rows={2} change={setSaid} />
        <label class="field">
          <span>{say('wrong.minutes')}</span>
          <small>{say('wrong.minutes-hint')}</small>
          <input
            type="number"
            inputMode="numeric"
            min={0}
            max={1440}
            step={1}
            value={minutes}
            onInput={(event) => setMinutes(event.currentTarget.value)}
          />
        </label>
        <SheetEnd go={say('wrong.send')} close={close} ready={said.trim() !== ''} />
      </form>
    </Sheet>
  );
}
