import { App, Button } from 'antd';
import { useState } from 'react';
import type { HandoverView, PreparedHandover } from '@xiangyin/server/contract';
import { Part } from '../../kit/page.tsx';
import { refresh } from '../../kit/queries.ts';
import { ReasonDialog } from '../../kit/reason-dialog.tsx';
import { Tag } from '../../kit/tag.tsx';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { useAct } from '../../kit/use-act.ts';
import { storyTexts } from '../story/story-texts.ts';
import { OpenTexts } from './open-texts.tsx';
import { rosterTexts } from './roster-texts.ts';
import { SignHandover } from './sign-handover.tsx';

/** 交接班: what was handed over within a week, with both signatures, and what waits to be taken. */
export function HandoversPart({ handovers }: { handovers: readonly HandoverView[] }) {
  const words = useWords(rosterTexts);
  const { message } = App.useApp();
  const [taking, setTaking] = useState<{ one: HandoverView; prepared: PreparedHandover } | null>(null);
  const { run, busy } = useAct<PreparedHandover>();
  const plainly = useAct<HandoverView>();
  const [declining, setDeclining] = useState<HandoverView | null>(null);
  const decline = async ({ id }: HandoverView, reason: string): Promise<boolean> => {
    if (!(await plainly.run('POST', `/handovers/${id}/declines`, { reason }))) return false;
    void message.success(words.decline.done);
    await refresh();
    return true;
  };
  const prepare = async (one: HandoverView): Promise<void> => {
    // Handed over by an earlier version, without a signature: there is nothing to sign over.
    if (one.signatures.length === 0) {
      if (!(await plainly.run('POST', `/handovers/${one.id}/takings`, {}))) return;
      void message.success(words.took);
      return refresh();
    }
    const prepared = await run('POST', '/handover-statements', { verdict: 'taken-over', handoverId: one.id });
    if (prepared) setTaking({ one, prepared });
  };
  return (
    <Part title={words.handovers}>
      {handovers.length === 0 ? (
        <p className="meta">{words.noHandovers}</p>
      ) : (
        <ul className="roster-handovers">
          {handovers.map((one) => (
            <Handover
              key={one.id}
              one={one}
              busy={busy || plainly.busy}
              take={() => void prepare(one)}
              decline={() => setDeclining(one)}
            />
          ))}
        </ul>
      )}
      {declining && (
        <ReasonDialog
          title={words.decline.title(declining.leaving.name)}
          hint={words.decline.hint}
          label={words.decline.why}
          longest={300}
          busy={plainly.busy}
          onClose={() => setDeclining(null)}
          onGive={({ reason = '' }) => decline(declining, reason)}
        />
      )}
      {taking && (
        <SignHandover
          title={words.signTaking}
          says={words.line(taking.one.leaving.name, taking.one.coming.name)}
          note={taking.one.note}
          comingId={taking.one.coming.id}
          prepared={taking.prepared}
          path={`/handovers/${taking.one.id}/takings`}
          body={{}}
          onStale={() => void prepare(taking.one)}
          onBack={() => setTaking(null)}
          onDone={() => {
            void message.success(words.took);
            setTaking(null);
          }}
        />
      )}
    </Part>
  );
}

function Handover({
  one,
  busy,
  take,
  decline,
}: {
  one: HandoverView;
  busy: boolean;
  take: () => void;
  decline: () => void;
}) {
  const words = useWords(rosterTexts);
  const times = useTimes();
  return (
    <li>
      <div className="row apart">
        <span>
          {words.line(one.leaving.name, one.coming.name)}{' '}
          <span className="meta">
            {one.place.name} · {times.at(one.signedAt)}
          </span>
        </span>
        {one.takenAt ? (
          <Tag tone="ok">{words.takenAt(times.at(one.takenAt))}</Tag>
        ) : one.declinedAt ? (
          <Tag tone="hot">{words.decline.was(times.at(one.declinedAt))}</Tag>
        ) : one.mayTake ? (
          <span className="row">
            <Button disabled={busy} onClick={decline}>
              {words.decline.act}
            </Button>
            <Button type="primary" loading={busy} onClick={take}>
              {words.take}
            </Button>
          </span>
        ) : (
          <Tag tone="due">{words.waits}</Tag>
        )}
      </div>
      {one.note !== '' && <p className="roster-note">{one.note}</p>}
      {one.declinedAt && <p className="roster-note">{words.decline.because(one.declineReason)}</p>}
      {one.signatures.length > 0 && (
        <details>
          <summary className="meta">{words.openAndSigned(one.open.length, one.signatures.length)}</summary>
          <OpenTexts open={one.open} />
          <Signatures one={one} />
        </details>
      )}
    </li>
  );
}

function Signatures({ one }: { one: HandoverView }) {
  const words = useWords(rosterTexts);
  const { kinds } = useWords(storyTexts);
  const times = useTimes();
  return (
    <ul className="roster-open">
      {one.signatures.map(({ side, kind, at, holds }) => (
        <li key={side}>
          {words.signedBy(one[side].name, words.sides[side])}{' '}
          <span className="meta">
            {times.at(at)} · {kinds[kind]}
          </span>{' '}
          <Tag tone={holds ? 'ok' : 'hot'}>{holds ? words.holds : words.broken}</Tag>
        </li>
      ))}
    </ul>
  );
}
