import type { CorrectionNote, UpdateNote } from '@xiangyin/server/contract';
import type { Here } from '../here.ts';
import { Runs } from '../shell/runs.tsx';

/** What was wrong, with the very words struck and set; above the text, where everybody sees it. `receiptsHref`: where it says whether the correction reached every copy. */
export function Corrections({
  here,
  corrections,
  receiptsHref,
}: {
  here: Here;
  corrections: readonly CorrectionNote[];
  receiptsHref: string | null;
}) {
  return (
    <section class="corrections">
      {corrections.map((correction) => (
        <div class="correction" id={`correction-${correction.edition}`} key={correction.at}>
          <h2>{here.t.newsroom.story.correction(here.format.dayTime(correction.at))}</h2>
          <p>{correction.note}</p>
          <Changes here={here} changes={correction.changes} />
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
export function Updates({ here, updates }: { here: Here; updates: readonly UpdateNote[] }) {
  return (
    <section class="updates">
      {updates.map(({ at, note, edition }) => (
        <p id={`update-${edition}`} key={edition}>
          <b>{here.t.newsroom.story.update(here.format.dayTime(at))}</b>
          {here.gap}
          {note}
        </p>
      ))}
    </section>
  );
}

/** The places that changed, a line each. */
export function Changes({ here, changes }: { here: Here; changes: CorrectionNote['changes'] }) {
  return (
    <>
      {changes.map(({ runs }, at) => (
        <p class="change" key={at}>
          <Runs here={here} runs={runs} />
        </p>
      ))}
    </>
  );
}
