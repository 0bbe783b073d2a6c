import type { Actor } from '#platform/actor';
import { refuse } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import { idleMinutes } from './limits.ts';

/** A key was pressed or the pointer moved: a session opened by PIN lives two minutes more, within its twelve hours. Nothing else prolongs it, so that what a page asks by itself does not count as a person.
 *  Of other sessions it changes nothing. Refuses: Forbidden (403) for programs. */
export async function giveSign(ctx: Ctx, actor: Actor): Promise<void> {
  const sessionId = actor.sessionId ?? refuse('Forbidden');
  await ctx.transaction((tx) =>
    tx.named(
      'access.give-sign',
      `update access.sessions set seen_at = $3, expires_at = least($3::timestamptz + make_interval(mins => ${idleMinutes}), until_at)
        where county_id = $1 and id = $2 and method = 'station-pin' and ended_at is null and expires_at > $3`,
      [tx.countyId, sessionId, ctx.app.clock.now()],
    ),
  );
}
