import { newId } from '#platform/ids';
import type { Tx } from '#platform/transaction';
import { workingCopies } from './working-copies.ts';

/** A piece written since the story's present version. */
export interface DraftUpdate {
  readonly id: string;
  readonly writtenBy: string;
  readonly content: Uint8Array;
  /** False: it only suggests, or takes a suggestion back. */
  readonly changesText: boolean;
}

/** A story's working copy: as of its present version, and what was written since, oldest first. */
export interface Draft {
  readonly storyId: string;
  readonly version: number;
  readonly state: Uint8Array;
  readonly updates: readonly DraftUpdate[];
}

/** The working copy of a story; undefined when nobody has opened one yet. Without a lock: whoever changes it holds the story's row. */
export async function draftOf(tx: Tx, storyId: string): Promise<Draft | undefined> {
  const [draft] = await tx.named<Omit<Draft, 'updates'>>(
    'newsroom.draft',
    'select story_id as "storyId", version, state from newsroom.drafts where county_id = $1 and story_id = $2',
    [tx.countyId, storyId],
  );
  if (!draft) return undefined;
  const updates = await tx.named<DraftUpdate>(
    'newsroom.draft-updates',
    'select id, written_by as "writtenBy", content, changes_text as "changesText" from newsroom.draft_updates where county_id = $1 and story_id = $2 order by id',
    [tx.countyId, storyId],
  );
  return { ...draft, updates };
}

/** All of a working copy, as Yjs updates in an order that applies. */
export const piecesOf = (draft: Draft): Uint8Array[] => [draft.state, ...draft.updates.map((one) => one.content)];

/** Who wrote since the present version, whoever wrote last standing last. Whoever only suggested did not. */
export const writersOf = (draft: Draft): string[] =>
  [
    ...new Set(
      draft.updates
        .filter((one) => one.changesText)
        .map((one) => one.writtenBy)
        .toReversed(),
    ),
  ].toReversed();

/** Begins a working copy. Somebody may have been quicker: theirs stays. */
export const insertDraft = (tx: Tx, storyId: string, version: number, state: Uint8Array): Promise<unknown> =>
  tx.named(
    'newsroom.insert-draft',
    'insert into newsroom.drafts (county_id, story_id, version, state) values ($1, $2, $3, $4) on conflict do nothing',
    [tx.countyId, storyId, version, Buffer.from(state)],
  );

/** The working copy as of a new version. */
export const moveDraft = (tx: Tx, storyId: string, version: number, state: Uint8Array): Promise<unknown> =>
  tx.named(
    'newsroom.move-draft',
    'update newsroom.drafts set version = $3, state = $4 where county_id = $1 and story_id = $2',
    [tx.countyId, storyId, version, Buffer.from(state)],
  );

/** Notes what somebody wrote. */
export const addUpdate = (
  tx: Tx,
  storyId: string,
  { writtenBy, content, changesText }: Omit<DraftUpdate, 'id'>,
): Promise<unknown> =>
  tx.named(
    'newsroom.add-draft-update',
    'insert into newsroom.draft_updates (county_id, story_id, id, written_by, written_at, content, changes_text) values ($1, $2, $3, $4, $5, $6, $7)',
    [
      tx.countyId,
      storyId,
      newId<'draft-update'>(),
      writtenBy,
      tx.ctx.app.clock.now(),
      Buffer.from(content),
      changesText,
    ],
  );

/** Forgets the pieces that were folded in: exactly those that were read, for another may be added meanwhile. */
export const dropUpdates = (tx: Tx, storyId: string, updates: readonly DraftUpdate[]): Promise<unknown> =>
  tx.named(
    'newsroom.drop-draft-updates',
    'delete from newsroom.draft_updates where county_id = $1 and story_id = $2 and id = any($3::uuid[])',
    [tx.countyId, storyId, updates.map((one) => one.id)],
  );

/** Makes one piece of many of the same writer: a text that waits long for its revision opens as fast as any. */
export async function gatherUpdates(tx: Tx, draft: Draft): Promise<void> {
  const { joined } = await workingCopies();
  for (const theirs of Map.groupBy(draft.updates, (one) => `${one.writtenBy} ${one.changesText}`).values()) {
    const [first] = theirs;
    if (!first || theirs.length < 2) continue;
    await dropUpdates(tx, draft.storyId, theirs);
    await addUpdate(tx, draft.storyId, { ...first, content: joined(theirs.map((one) => one.content)) });
  }
}
