import { grantsOf } from '#access';
import type { Actor } from '#platform/actor';
import type { Ctx } from '#platform/transaction';
import { removeUpload } from './end-upload.ts';
import { settleUpload } from './settle-upload.ts';

/** Puts away what has arrived and has not been yet (large files; those of a process that was killed), and removes what was given up. */
export async function sweepUploads(ctx: Ctx, signal: AbortSignal = new AbortController().signal): Promise<void> {
  for (const { id, personId } of await arrived(ctx)) {
    if (signal.aborted) return;
    await settleFor(ctx, personId, id).catch((error: unknown) =>
      ctx.app.log.warn('an upload could not be put away', { id, error: error instanceof Error ? error : undefined }),
    );
  }
  for (const { id } of await expired(ctx)) {
    if (signal.aborted) return;
    await ctx.transaction((tx) => removeUpload(tx, id));
    await ctx.app.files.removePieces(ctx.county.id, id);
  }
}

// With what the sender may do now, whoever else put it away.
async function settleFor(ctx: Ctx, personId: string, id: string): Promise<void> {
  const grants = await ctx.transaction((tx) => grantsOf(tx, personId));
  const sender: Actor = { kind: 'person', id: personId, grants, assurance: 1 };
  await settleUpload(ctx, sender, id);
}

const arrived = (ctx: Ctx): Promise<{ id: string; personId: string }[]> =>
  ctx.transaction((tx) =>
    tx.named<{ id: string; personId: string }>(
      'media.arrived-uploads',
      `select id, person_id as "personId" from media.uploads where county_id = $1 and state = 'arrived' order by id limit 20`,
      [tx.countyId],
    ),
  );

const expired = (ctx: Ctx): Promise<{ id: string }[]> =>
  ctx.transaction((tx) =>
    tx.named<{ id: string }>(
      'media.expired-uploads',
      `select id from media.uploads where county_id = $1 and expires_at < $2 and state <> 'arrived' order by expires_at limit 100`,
      [tx.countyId, ctx.app.clock.now()],
    ),
  );
