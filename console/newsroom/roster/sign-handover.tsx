import { fingerprint, handoverSays } from '@xiangyin/document';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import type { HandoverView, PreparedHandover } from '@xiangyin/server/contract';
import { Problem } from '../../kit/problem.ts';
import { refresh } from '../../kit/queries.ts';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { useAct, wordsOf } from '../../kit/use-act.ts';
import { reviewPageTexts } from '../review/review-page-texts.ts';
import { signPrepared, useSigningWay } from '../signing/use-signing.ts';
import { OpenTexts } from './open-texts.tsx';
import { rosterTexts } from './roster-texts.ts';

interface Props {
  readonly title: string;
  /** Who hands what over to whom, as a sentence. */
  readonly says: string;
  /** The shift, where it is known here. */
  readonly span?: { readonly fromAt: string; readonly untilAt: string };
  readonly note: string;
  readonly comingId: string;
  readonly prepared: PreparedHandover;
  readonly path: string;
  readonly body: object;
  /** Something moved meanwhile: what is signed is to be prepared anew. */
  readonly onStale: () => void;
  readonly onBack: () => void;
  readonly onDone: () => void;
}

/** 交接单: what is signed when the watch changes hands, as it stands, and the one button under it. */
export function SignHandover({ prepared, note, comingId, ...props }: Props) {
  const words = useWords(rosterTexts);
  const review = useWords(reviewPageTexts);
  const times = useTimes();
  const way = useSigningWay();
  const [problem, setProblem] = useState<string | null>(null);
  const [signing, setSigning] = useState(false);
  const { run, busy } = useAct<HandoverView>({
    onProblem: (refused) => {
      setProblem(wordsOf(refused));
      if (refused.code === 'StatementStale') props.onStale();
      return true;
    },
  });
  const sign = async (): Promise<void> => {
    setProblem(null);
    setSigning(true);
    try {
      const open = prepared.open.map(({ id }) => id);
      if (!handoverSays(prepared.paper, prepared.statement, prepared.statementHash, { comingId, note, open }))
        return setProblem(words.paperDiffers);
      const signed = await signPrepared(prepared, way !== 'passkey');
      if (!signed || !(await run('POST', props.path, { ...props.body, ...signed }))) return;
      props.onDone();
      await refresh();
    } catch (error) {
      setProblem(error instanceof Problem ? wordsOf(error) : words.notSigned);
    } finally {
      setSigning(false);
    }
  };
  return (
    <Modal open onCancel={props.onBack} footer={null} title={props.title} width={520} destroyOnHidden>
      <div className="stack">
        <p>
          {props.says}{' '}
          {props.span && (
            <span className="meta num" style={{ display: 'inline-block' }}>
              {times.at(props.span.fromAt)} – {times.at(props.span.untilAt)}
            </span>
          )}
        </p>
        {note !== '' && <p className="roster-note">{note}</p>}
        <OpenTexts open={prepared.open} />
        <p className="meta">
          {words.paper} <code>{fingerprint(prepared.statement.textHash)}</code>
        </p>
        {problem !== null && (
          <p className="notice hot" role="alert">
            {problem}
          </p>
        )}
        <div className="row">
          <Button type="primary" loading={busy || signing} onClick={() => void sign()}>
            {review.sign[way]}
          </Button>
          <Button onClick={props.onBack} disabled={busy || signing}>
            {words.back}
          </Button>
        </div>
        {way === 'attested' && <p className="meta">{review.attestedHint}</p>}
      </div>
    </Modal>
  );
}
