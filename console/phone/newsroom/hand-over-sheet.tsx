import { handoverSays } from '@xiangyin/document';
import type { HandoverView, PostView, PreparedHandover, ShiftView } from '@xiangyin/server/contract';
import { useEffect, useRef, useState } from 'preact/hooks';
import { session } from '../access/session.ts';
import { Sheet, SheetEnd } from '../access/sheet.tsx';
import { StepUpSheet } from '../access/step-up-sheet.tsx';
import { wayToSign } from '../access/way-to-sign.ts';
import { act } from '../kit/api.ts';
import { countyNow } from '../kit/county-time.ts';
import { say } from '../kit/language.ts';
import { Coming } from '../kit/parts.tsx';
import { isAboutSession, Problem } from '../kit/problem.ts';
import { GrowingText } from './growing-text.tsx';
import { OpenTexts } from './open-texts.tsx';
import { sendOnce, signedBy } from './sign.ts';

/** Hands my shift over: to whom, with what words; then the paper. */
export function HandOverSheet({
  post,
  shift,
  close,
  done,
}: {
  post: PostView;
  shift: ShiftView;
  close: () => void;
  done: () => void;
}) {
  const now = new Date(countyNow()).toISOString();
  const coming = new Map(
    post.shifts
      .filter((one) => one.untilAt > now && one.person.id !== shift.person.id)
      .map(({ person }) => [person.id, person.name]),
  );
  const [to, setTo] = useState([...coming.keys()][0] ?? '');
  const [note, setNote] = useState('');
  const [isWritten, setWritten] = useState(false);
  if (isWritten)
    return (
      <PaperSheet
        title={say('watch.sign-over')}
        says={say('watch.line', { leaving: shift.person.name, coming: coming.get(to) ?? '' })}
        comingId={to}
        note={note.trim()}
        about={{ verdict: 'handed-over', shiftId: shift.id, comingId: to, note: note.trim() }}
        path="/handovers"
        body={{ shiftId: shift.id, comingId: to, note: note.trim() }}
        close={() => setWritten(false)}
        done={done}
      />
    );
  return (
    <Sheet key="write" title={say('watch.give')} close={close}>
      {coming.size === 0 ? (
        <>
          <p>{say('watch.nobody-comes')}</p>
          <button type="button" class="btn wide" onClick={close}>
            {say('stay')}
          </button>
        </>
      ) : (
        <form
          class="form"
          onSubmit={(event) => {
            event.preventDefault();
            setWritten(true);
          }}
        >
          <label class="field">
            <span>{say('watch.coming')}</span>
            <select value={to} onChange={(event) => setTo(event.currentTarget.value)}>
              {[...coming].map(([id, name]) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          <GrowingText
            id="watch-note"
            class="words"
            label={say('watch.note')}
            value={note}
            rows={2}
            change={(next) => setNote(next.slice(0, 1_000))}
          />
          <SheetEnd go={say('watch.to-sign')} close={close} />
        </form>
      )}
    </Sheet>
  );
}

/** Takes over what was handed to me. */
export function TakeOverSheet({
  handover,
  close,
  done,
}: {
  handover: HandoverView;
  close: () => void;
  done: () => void;
}) {
  return (
    <PaperSheet
      title={say('watch.sign-taking')}
      says={say('watch.line', { leaving: handover.leaving.name, coming: handover.coming.name })}
      comingId={handover.coming.id}
      note={handover.note}
      about={{ verdict: 'taken-over', handoverId: handover.id }}
      path={`/handovers/${handover.id}/takings`}
      body={{}}
      close={close}
      done={done}
    />
  );
}

interface Paper {
  title: string;
  says: string;
  comingId: string;
  note: string;
  about: object;
  path: string;
  body: object;
  close: () => void;
  done: () => void;
}

// 交接单: as it stands, and the one button under it. Something that moved meanwhile is shown before it is signed.
function PaperSheet({ title, says, comingId, note, about, path, body, close, done }: Paper) {
  const [prepared, setPrepared] = useState<PreparedHandover | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [confirming, setConfirming] = useState(false);
  const failed = (error: unknown) => {
    if (isAboutSession(error)) session.lost(error);
    setProblem(error instanceof Problem ? error.message : say('passkey.failed'));
  };
  const prepare = async () => setPrepared(await act<PreparedHandover>('POST', '/handover-statements', about));
  const first = useRef(() => prepare().catch(failed));
  useEffect(() => void first.current(), []);
  const run = async (paper: PreparedHandover) => {
    setBusy(true);
    setProblem(null);
    try {
      const shown = { comingId, note, open: paper.open.map(({ id }) => id) };
      if (!handoverSays(paper.paper, paper.statement, paper.statementHash, shown))
        throw new Problem('StatementForeign', 0, say('review.hash-differs'));
      const signed = await signedBy(paper.statement, paper.statementHash);
      if (signed !== null) {
        await sendOnce<HandoverView>(path, { ...body, ...signed });
        return done();
      }
      setConfirming(true);
    } catch (error) {
      failed(error);
      if (error instanceof Problem && error.code === 'StatementStale') await prepare().catch(failed);
    }
    setBusy(false);
  };
  if (confirming && prepared)
    return (
      <StepUpSheet
        close={() => setConfirming(false)}
        done={() => {
          setConfirming(false);
          void run(prepared);
        }}
      />
    );
  return (
    <Sheet key="paper" title={title} close={close}>
      <p>{says}</p>
      {note !== '' && <p class="said">{note}</p>}
      {prepared ? <OpenTexts open={prepared.open} unfolded /> : problem === null && <Coming lines={2} />}
      <SheetEnd
        go={say(busy ? 'review.busy' : `watch.sign.${wayToSign()}`)}
        close={close}
        act={() => prepared && void run(prepared)}
        busy={busy}
        ready={prepared !== null}
        problem={problem}
      />
    </Sheet>
  );
}
