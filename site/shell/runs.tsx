import type { TextRun } from '@xiangyin/server/contract';
import type { Here } from '../here.ts';

/** Words struck and set. Screen readers hear what a line through and a tint show. */
export function Runs({ here, runs }: { here: Here; runs: readonly TextRun[] }) {
  const { t } = here;
  return (
    <>
      {runs.map(({ kind, text }, at) => {
        if (kind === 'del')
          return (
            <del key={at}>
              <span class="unseen">{t.shell.struck}</span>
              {text}
            </del>
          );
        if (kind === 'ins')
          return (
            <ins key={at}>
              <span class="unseen">{t.shell.set}</span>
              {text}
            </ins>
          );
        return text;
      })}
    </>
  );
}
