import type { VisitLine } from '@xiangyin/server/contract';
import { useState } from 'preact/hooks';
import { AskFirst } from '../kit/ask-first.tsx';
import { useCell } from '../kit/cell.ts';
import { inWords, say } from '../kit/language.ts';
import { onLine } from '../kit/line.ts';
import { go } from '../kit/navigate.ts';
import { justDone } from '../outbox/just-done.tsx';
import { sendAtOnce } from '../outbox/send-at-once.ts';
import { happenedNow } from './happened-now.ts';

/** Who cannot come says so in time; no reason is asked. Without a line it is written down and told later, which is said before: until then they are waited for. */
export function Release({ visit }: { visit: VisitLine }) {
  const isOnLine = useCell(onLine);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const release = async (): Promise<void> => {
    setBusy(true);
    setProblem(null);
    const title = inWords(visit.service.name);
    const refused = await sendAtOnce(title, {
      kind: 'release-visit',
      subjectId: visit.id,
      path: `/visits/${visit.id}/releases`,
      body: happenedNow(),
    });
    setBusy(false);
    if (refused !== null) return setProblem(refused);
    go('/', { replace: true });
    justDone.set({ subjectId: visit.id, title, words: 'release.noted' });
  };
  return (
    <>
      {problem !== null && (
        <p class="note hot" role="alert">
          {problem}
        </p>
      )}
      <AskFirst
        act={say('release.ask')}
        sure={say(isOnLine ? 'release.sure' : 'release.off')}
        yes={say('release.do')}
        look="plain"
        busy={busy}
        go={() => void release()}
      />
    </>
  );
}
