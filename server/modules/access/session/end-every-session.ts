import { systemActor } from '#platform/actor';
import type { Ctx } from '#platform/transaction';
import { endSessions } from './end-sessions.ts';

/** Ends every living session of the county: after a restore, one that had been ended meanwhile would live again. */
export async function endEverySession(ctx: Ctx): Promise<number> {
  const actor = systemActor('restore');
  return ctx.transaction(async (tx) => {
    const rows = await tx.named<{ id: string }>(
      'access.persons-signed-in',
      'select distinct person_id as id from access.sessions where county_id = $1 and ended_at is null',
      [tx.countyId],
    );
    let ended = 0;
    for (const { id } of rows) ended += await endSessions(tx, actor, { personId: id }, 'revoked');
    return ended;
  });
}
