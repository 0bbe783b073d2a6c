import type { TextRun } from '@xiangyin/server/contract';
import { langOf, type Here } from '../here.ts';

/** Words struck and set, in the `language` of their text. Screen readers hear what a line through and a tint show, in the page's. */
export function Runs({ here, runs, language }: { here: Here; runs: readonly TextRun[]; language: string }) {
  const { t, frame } = here;
  const { lang } = langOf(here, language);
  const ours = lang === undefined ? {} : { lang: frame.tag };
  return (
    <span lang={lang}>
      {runs.map(({ kind, text }, at) => {
        if (kind === 'del')
          return (
            <del key={at}>
              <span class="unseen" {...ours}>
                {t.shell.struck}
              </span>
              {text}
            </del>
          );
        if (kind === 'ins')
          return (
            <ins key={at}>
              <span class="unseen" {...ours}>
                {t.shell.set}
              </span>
              {text}
            </ins>
          );
        return text;
      })}
    </span>
  );
}
