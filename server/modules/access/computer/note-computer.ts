import type { Ctx } from '#platform/transaction';
import type { StartedSession } from '../session/start-session.ts';
import { computerBySecret } from './computer-queries.ts';

/** A full sign-in at a station's computer: the session is that computer's, and ends with it; the person's PIN there counts for another day's work. At any other computer nothing. */
export async function noteComputer(ctx: Ctx, secret: string, { answer, sessionId }: StartedSession): Promise<void> {
  if (secret === '') return;
  await ctx.transaction(async (tx) => {
    const computer = await computerBySecret(tx, secret);
    if (!computer) return;
    const full = await tx.named(
      'access.session-at-computer',
      "update access.sessions set computer_id = $3 where county_id = $1 and id = $2 and method <> 'station-pin' returning 1",
      [tx.countyId, sessionId, computer.id],
    );
    if (full.length === 0 || answer.needs !== 'nothing') return;
    await tx.named(
      'access.renew-pin',
      'update access.pins set proved_at = $4, tries = 0 where county_id = $1 and computer_id = $2 and person_id = $3',
      [tx.countyId, computer.id, answer.personId, ctx.app.clock.now()],
    );
  });
}
