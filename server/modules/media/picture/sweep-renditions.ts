import { setTimeout as pause } from 'node:timers/promises';
import type { Ctx, Tx } from '#platform/transaction';
import { keepRenditions } from './keep-renditions.ts';

const tryAgainAfterMilliseconds = 3_600_000;

/** Makes the files that pictures still lack, newest picture first, for so long: those just stored, those whose focus was moved, and those of an older version of the program. */
export async function sweepRenditions(
  ctx: Ctx,
  milliseconds: number,
  signal: AbortSignal = new AbortController().signal,
): Promise<void> {
  const until = performance.now() + milliseconds;
  for (let due = await nextDue(ctx); due && !signal.aborted;) {
    const began = performance.now();
    await make(ctx, due, signal);
    due = performance.now() < until && !signal.aborted ? await nextDue(ctx) : undefined;
    // Half of one core is left to readers.
    if (due) await pause(Math.min(performance.now() - began, 2_000), undefined, { signal }).catch(() => undefined);
  }
}

async function make(
  ctx: Ctx,
  { hash, version }: { hash: string; version: number },
  signal: AbortSignal,
): Promise<void> {
  try {
    await keepRenditions(ctx, hash, 'all', signal);
    // Cut short, it goes on after the next start.
    await ctx.transaction((tx) => (signal.aborted ? untried(tx, hash) : done(tx, hash, version)));
  } catch (error) {
    ctx.app.log.warn('a picture’s files could not be made', {
      hash,
      error: error instanceof Error ? error : undefined,
    });
  }
}

// Tried before it is begun: one that breaks the program must not be the first again after its start.
const nextDue = (ctx: Ctx): Promise<{ hash: string; version: number } | undefined> =>
  ctx.transaction(async (tx) => {
    const now = ctx.app.clock.now();
    const [due] = await tx.named<{ hash: string; version: number }>(
      'media.next-due',
      `update media.pictures set renditions_tried_at = $2 where county_id = $1 and hash =
         (select hash from media.pictures where county_id = $1 and renditions_at is null and (renditions_tried_at is null or renditions_tried_at < $3)
           order by renditions_tried_at nulls first, made_at desc limit 1 for update skip locked) returning hash, version`,
      [tx.countyId, now, new Date(now.getTime() - tryAgainAfterMilliseconds)],
    );
    return due;
  });

const untried = (tx: Tx, hash: string): Promise<unknown> =>
  tx.named(
    'media.renditions-untried',
    'update media.pictures set renditions_tried_at = null where county_id = $1 and hash = $2',
    [tx.countyId, hash],
  );

// Whoever moved the focus meanwhile, or published the picture, asked for other files.
const done = (tx: Tx, hash: string, version: number): Promise<unknown> =>
  tx.named(
    'media.renditions-done',
    'update media.pictures set renditions_at = $3 where county_id = $1 and hash = $2 and version = $4 and renditions_tried_at is not null',
    [tx.countyId, hash, tx.at, version],
  );

/** How many pictures there are, and of how many all files are there. */
export async function renditionFigures(tx: Tx): Promise<Record<string, number>> {
  const [row] = await tx.named<{ all: number; done: number }>(
    'media.rendition-figures',
    'select count(*)::int as all, count(renditions_at)::int as done from media.pictures where county_id = $1',
    [tx.countyId],
  );
  return { 'media.pictures': row?.all ?? 0, 'media.pictures-ready': row?.done ?? 0 };
}
