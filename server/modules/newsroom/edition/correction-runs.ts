import { condense } from '@xiangyin/document';
import type { Difference } from '@xiangyin/document';

/** The places that a correction changed, each with a few words around it: kept with the edition, shown on its page and in the register. */
export const correctionRuns = (changed: Difference): { runs: { kind: 'same' | 'del' | 'ins'; text: string }[] }[] =>
  condense(changed).map((place) => ({ runs: place.runs.map((run) => ({ kind: run.kind, text: run.text })) }));
