import type { VisitLine } from '@xiangyin/server/contract';
import { useState } from 'preact/hooks';
import { Sheet, SheetEnd } from '../access/sheet.tsx';
import { countyNow } from '../kit/county-time.ts';
import { inWords, say } from '../kit/language.ts';
import { GrowingText } from '../newsroom/growing-text.tsx';
import { justDone } from '../outbox/just-done.tsx';
import { sendAtOnce } from '../outbox/send-at-once.ts';
import { useTold } from '../outbox/use-told.ts';
import { happenedNow } from './happened-now.ts';
import { othersOf } from './others-of.ts';
import { minutesSince } from './minutes-since.ts';
import { MinutesStepper } from './minutes-stepper.tsx';

/** Done: how long it took is already filled in, and a word about it may be left out. */
export function CompletionSheet({ visit, close }: { visit: VisitLine; close: () => void }) {
  const told = useTold();
  const [minutes, setMinutes] = useState(() => minutesSince(visit, told, countyNow()));
  const [report, setReport] = useState('');
  const [code, setCode] = useState('');
  const [absent, setAbsent] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    setBusy(true);
    const refused = await sendAtOnce(inWords(visit.service.name), {
      kind: 'complete-visit',
      subjectId: visit.id,
      path: `/visits/${visit.id}/completions`,
      body: {
        minutesServed: minutes,
        report: report.trim(),
        ...(absent.length === 0 ? {} : { absent }),
        ...(code.trim() === '' ? {} : { code: code.trim() }),
        ...happenedNow(),
      },
    });
    setBusy(false);
    if (refused !== null) return setProblem(refused);
    justDone.set({ subjectId: visit.id, title: inWords(visit.service.name), words: 'finish.thanks' });
    close();
  };
  const step = (by: number) => setMinutes((now) => Math.min(1_440, Math.max(5, Math.round((now + by) / 5) * 5)));
  return (
    <Sheet title={say('finish.title')} close={close}>
      <form class="form" onSubmit={(event) => void send(event)}>
        <MinutesStepper label={say('finish.minutes')} minutes={minutes} step={step} />
        <GrowingText
          id="report"
          class="words"
          label={say('finish.report')}
          value={report}
          rows={2}
          change={setReport}
        />
        {visit.checkInProof === 'code' && (
          <label class="field">
            <span>{say('finish.code')}</span>
            <input
              type="text"
              inputMode="numeric"
              maxLength={12}
              autocomplete="off"
              value={code}
              onInput={(event) => setCode(event.currentTarget.value)}
            />
          </label>
        )}
        {othersOf(visit).length > 0 && (
          <fieldset class="check-list">
            <legend>{say('finish.who')}</legend>
            {othersOf(visit).map(({ personId, name }) => (
              <label key={personId}>
                <input
                  type="checkbox"
                  checked={!absent.includes(personId)}
                  onChange={(event) => {
                    const came = event.currentTarget.checked;
                    setAbsent((now) => (came ? now.filter((id) => id !== personId) : [...now, personId]));
                  }}
                />
                {name}
              </label>
            ))}
            <p class="meta">{say('finish.each')}</p>
          </fieldset>
        )}
        {problem !== null && (
          <p class="note due" role="alert">
            {problem}
          </p>
        )}
        <SheetEnd go={say('finish.do')} close={close} busy={busy} />
      </form>
    </Sheet>
  );
}
