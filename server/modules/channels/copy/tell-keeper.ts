import { holdersOf } from '#access';
import { notify } from '#notices';
import { today } from '#places';
import type { Tx } from '#platform/transaction';
import { failures } from '../kinds/sending.ts';
import type { FailureClass } from '../kinds/sending.ts';
import { deskCopy } from './copy-queries.ts';
import type { Copy, DeskCopy } from './copy-queries.ts';

/** What happened to a copy: it shows other words, it was not sent, could not be called back, or its channel could not be told that its notice has ended or goes on, and no further try is made; or its channel refuses the program, and it waits, with all that follow, for somebody to bring it there. */
export type Trouble = 'drifted' | 'failed' | 'not-recalled' | 'not-ended' | 'not-held' | 'by-hand';

/** Problems that are the text's own; all others are the channel's, and one notice a day speaks for all its copies. */
const ofTheText: ReadonlySet<string> = new Set<FailureClass>(['refused', 'too-large', 'vanished']);

/** Tells whoever keeps the channel, or where nobody does, the desk on duty where the story belongs, that a copy needs somebody: the same trouble once. */
export async function tellKeeper(tx: Tx, { id }: Pick<Copy, 'id'>, trouble: Trouble, problem: string): Promise<void> {
  const copy = await deskCopy(tx, id);
  if (!copy) return;
  await notify(tx, {
    personIds: copy.keeperId === null ? await deskOf(tx, copy) : [copy.keeperId],
    kind: `copy.${trouble}`,
    subjectId: copy.id,
    href: trouble === 'by-hand' ? `/console/copies/${copy.id}` : `/console/stories/${copy.storyId}`,
    dedupeKey: `${subjectOf(tx, copy, trouble, problem)}:${trouble}:${problem}`,
  });
}

const subjectOf = (tx: Tx, copy: DeskCopy, trouble: Trouble, problem: string): string =>
  (trouble === 'failed' || trouble === 'by-hand') && Object.hasOwn(failures, problem) && !ofTheText.has(problem)
    ? `channel:${copy.channelId}:${today(tx)}`
    : `copy:${copy.id}:${copy.round}`;

async function deskOf(tx: Tx, { placeIds, unitId }: DeskCopy): Promise<string[]> {
  const where = { placeId: placeIds[0], unitId };
  const onDuty = await holdersOf(tx, { roles: ['editor', 'section-head', 'chief-editor'], ...where, onDuty: true });
  return onDuty.length > 0 ? onDuty : holdersOf(tx, { roles: ['editor'], ...where });
}
