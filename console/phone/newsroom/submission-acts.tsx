import type { SubmissionWhole } from '@xiangyin/server/contract';
import { useState } from 'preact/hooks';
import { momentOf } from '../kit/county-time.ts';
import { say } from '../kit/language.ts';
import { Trouble } from '../kit/parts.tsx';
import { useAct } from '../kit/use-act.ts';
import { useAnswer } from '../kit/use-answer.ts';
import { MergeSheet } from './merge-sheet.tsx';

/** What the desk does with a submission before anybody has signed it: take it, or join it to another story. Nothing where neither is open to this person. */
export default function SubmissionActs({ storyId, again }: { storyId: string; again: () => void }) {
  const answer = useAnswer<SubmissionWhole>(`/submissions/${storyId}`);
  const [merging, setMerging] = useState(false);
  const { run, busy, problem } = useAct();
  const one = answer.value;
  if (!one || one.moves.length === 0) return null;
  const done = (): void => {
    setMerging(false);
    answer.again();
    again();
  };
  const accept = async (): Promise<void> => {
    if (await run('POST', `/submissions/${one.id}/acceptances`, {})) done();
  };
  return (
    <section class="part duty-acts">
      <h2>{say('submission.title')}</h2>
      <p class="meta">{say('submission.from', { name: one.sender.name, time: momentOf(one.sentAt) })}</p>
      {problem && <Trouble problem={problem} />}
      <div class="two">
        {one.moves.includes('accept') && (
          <button type="button" class="btn" disabled={busy} onClick={() => void accept()}>
            {say('submission.accept')}
          </button>
        )}
        {one.moves.includes('merge') && (
          <button type="button" class="btn" disabled={busy} onClick={() => setMerging(true)}>
            {say('merge.title')}
          </button>
        )}
      </div>
      {merging && <MergeSheet submission={one} close={() => setMerging(false)} done={done} />}
    </section>
  );
}
