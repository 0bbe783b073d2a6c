import type { Actor } from '#platform/actor';
import type { RecordName } from '#platform/manifest';
import type { Tx } from '#platform/transaction';
import { reportNames } from './error-report/report-names.ts';
import { assignmentNames } from './planning/assignment-names.ts';
import { releaseNames } from './release/release-names.ts';
import { shiftNames } from './roster/shift-names.ts';
import { storyNames } from './story/story-names.ts';

type Names = (tx: Tx, actor: Actor, ids: readonly string[]) => Promise<RecordName[]>;

const stories: Names = (tx, actor, ids) => storyNames(tx, actor, 'story', ids);
// What is said of a comment, a submission, a letter or a contribution is said under its story's id.
const namesOf: Readonly<Record<string, Names>> = {
  story: stories,
  comment: stories,
  submission: stories,
  letter: stories,
  contribution: stories,
  assignment: assignmentNames,
  duty: shiftNames,
  release: releaseNames,
  'error-report': reportNames,
};

/** Records of the newsroom as other screens name them, by noun: those of these that the person may see. */
export async function recordNames(tx: Tx, actor: Actor, noun: string, ids: readonly string[]): Promise<RecordName[]> {
  const names = Object.hasOwn(namesOf, noun) ? namesOf[noun] : undefined;
  return names && ids.length > 0 ? names(tx, actor, ids) : [];
}
