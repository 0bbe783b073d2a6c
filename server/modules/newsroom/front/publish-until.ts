import type { Ctx } from '#platform/transaction';
import { publishDue } from '../edition/schedule-story.ts';
import { goesOutAtSql } from '../embargo/embargo.ts';
import { runDueReleases } from '../release/run-release.ts';

// A preview of a year looks no further than what is planned within it, and a county plans some dozens.
const mostMoments = 100;

/** Sends out in this ctx what is planned until a moment, each at its own time, which `turnTo` brings about: for a preview, whose transaction is never committed. */
export async function publishUntil(ctx: Ctx, until: Date, turnTo: (at: Date) => void): Promise<void> {
  const moments = await ctx.transaction((tx) =>
    tx.named<{ at: Date }>(
      'newsroom.moments-until',
      `select at from (select ${goesOutAtSql} as at from newsroom.stories s where s.county_id = $1 and s.state = 'signed_off' and not s.publish_held and s.release_id is null and ${goesOutAtSql} <= $2
         union select release_at from newsroom.releases where county_id = $1 and state = 'planned' and release_at <= $2) m order by at limit ${mostMoments}`,
      [tx.countyId, until],
    ),
  );
  for (const { at } of moments) {
    turnTo(at);
    await publishDue(ctx);
    await runDueReleases(ctx);
  }
}
