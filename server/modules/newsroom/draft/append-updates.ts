import { picturesByHash } from '#media';
import { tellOthers } from '#platform/events';
import { refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import { draftWritten } from '../events.ts';
import { addUpdate } from './draft-queries.ts';
import { insertSuggestions, makersOf } from './suggestion-queries.ts';
import { workingCopies } from './working-copies.ts';

/** What somebody wrote, checked already. */
export interface Written {
  readonly writerId: string;
  readonly update: Uint8Array;
  /** Hashes of pictures that came with it. */
  readonly pictures: readonly string[];
  /** Suggestions that nobody has seen before: theirs. */
  readonly suggestions: readonly string[];
  /** Suggestions whose words it made part of the text. */
  readonly accepted: readonly string[];
  /** Whether the text without suggestions reads otherwise than before. */
  readonly changesText: boolean;
}

/** Keeps what was written at a working copy, before anybody else sees it and before its writer is told that it is kept.
 *  Refuses: PictureUnknown (422) for a picture that this county has not stored. */
export async function appendUpdates(ctx: Ctx, storyId: string, written: readonly Written[]): Promise<void> {
  const { joined } = await workingCopies();
  await ctx.transaction(async (tx) => {
    await mustBeStored(
      tx,
      written.flatMap((one) => one.pictures),
    );
    for (const one of written) await insertSuggestions(tx, storyId, one.writerId, one.suggestions);
    await noteMakers(
      tx,
      storyId,
      written.flatMap((one) => one.accepted),
    );
    for (const theirs of Map.groupBy(written, (one) => `${one.writerId} ${one.changesText}`).values()) {
      const [first] = theirs;
      if (!first) continue;
      const content = joined(theirs.map((one) => one.update));
      await addUpdate(tx, storyId, { writtenBy: first.writerId, changesText: first.changesText, content });
    }
    await tellOthers(tx, draftWritten, { storyId });
  });
}

async function mustBeStored(tx: Tx, pictures: readonly string[]): Promise<void> {
  if (pictures.length === 0) return;
  const stored = await picturesByHash(tx, [...pictures]);
  const unknown = pictures.find((hash) => !stored.has(hash));
  if (unknown !== undefined) refuse('PictureUnknown', { hash: unknown });
}

// Words that were suggested are the suggester's also when another accepts them: both wrote, and neither reviews.
async function noteMakers(tx: Tx, storyId: string, accepted: readonly string[]): Promise<void> {
  if (accepted.length === 0) return;
  const { nothingNew } = await workingCopies();
  for (const writtenBy of await makersOf(tx, storyId, accepted))
    await addUpdate(tx, storyId, { writtenBy, changesText: true, content: nothingNew });
}
