import type { Ctx } from '#platform/transaction';

const day = 86_400_000;
const askedHolds = 7 * day;
const lettersHold = 366 * day;
const atOnce = 1_000;

/** Forgets whoever never confirmed, after a week, and letters of more than a year ago. */
export async function pruneSubscribers(ctx: Ctx, signal: AbortSignal): Promise<void> {
  const now = ctx.app.clock.now().getTime();
  const statements = [
    [
      'channels.prune-asked-mailings',
      `delete from channels.mailings m using channels.subscribers s where m.county_id = $1 and s.county_id = $1 and s.id = m.subscriber_id and s.state = 'asked' and s.asked_at < $2`,
      new Date(now - askedHolds),
    ],
    [
      'channels.prune-asked',
      `delete from channels.subscribers where county_id = $1 and state = 'asked' and asked_at < $2`,
      new Date(now - askedHolds),
    ],
  ] as const;
  await ctx.transaction(async (tx) => {
    for (const [name, sql, before] of statements) await tx.named(name, sql, [tx.countyId, before]);
  });
  while (!signal.aborted) {
    const gone = await ctx.transaction((tx) =>
      tx.named(
        'channels.prune-letters',
        `delete from channels.mailings where county_id = $1 and id in (select id from channels.mailings where county_id = $1 and made_at < $2 and due_at is null limit ${atOnce}) returning 1`,
        [tx.countyId, new Date(now - lettersHold)],
      ),
    );
    if (gone.length < atOnce) return;
  }
}
