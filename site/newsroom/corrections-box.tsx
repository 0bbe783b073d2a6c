import type { CorrectionNote, UpdateNote } from '@xiangyin/server/contract';
import { langOf, type Here } from '../here.ts';
import { Runs } from '../shell/runs.tsx';

/** What was wrong, with the very words struck and set; above the text, where everybody sees it. `receiptsHref`: where it says whether the correction reached every copy. */
export function Corrections({
  here,
  corrections,
  language,
  receiptsHref,
}: {
  here: Here;
  corrections: readonly CorrectionNote[];
  /** Of the story, and of what its editors say of it. */
  language: string;
  receiptsHref: string | null;
}) {
  return (
    <section class="corrections">
      {corrections.map((correction) => (
        <div class="correction" id={`correction-${correction.edition}`} key={correction.at}>
          <h2>{here.t.newsroom.story.correction(here.format.dayTime(correction.at))}</h2>
          <p {...langOf(here, language)}>{correction.note}</p>
          <Changes here={here} changes={correction.changes} language={language} />
        </div>
      ))}
      {receiptsHref && (
        <p class="meta correction-copies">
          <a href={here.to(receiptsHref)}>{here.t.newsroom.story.correctionCopies}</a>
        </p>
      )}
    </section>
  );
}

/** What is new in a story of which nothing was wrong. */
export function Updates({ here, updates, language }: { here: Here; updates: readonly UpdateNote[]; language: string }) {
  return (
    <section class="updates">
      {updates.map(({ at, note, edition }) => (
        <p id={`update-${edition}`} key={edition}>
          <b>{here.t.newsroom.story.update(here.format.dayTime(at))}</b>
          {here.gap}
          <span {...langOf(here, language)}>{note}</span>
        </p>
      ))}
    </section>
  );
}

/** The places that changed, a line each. */
export function Changes({
  here,
  changes,
  language,
}: {
  here: Here;
  changes: CorrectionNote['changes'];
  language: string;
}) {
  return (
    <>
      {changes.map(({ runs }, at) => (
        <p class="change" key={at}>
          <Runs here={here} runs={runs} language={language} />
        </p>
      ))}
    </>
  );
}
