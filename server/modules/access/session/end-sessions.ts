import type { Actor } from '#platform/actor';
import { emit } from '#platform/events';
import type { Tx } from '#platform/transaction';
import { dropPinsOf } from '../computer/pin-queries.ts';
import { sessionEnded } from '../events.ts';

/** Why sessions end. */
export type EndReason = 'signed-out' | 'revoked' | 'replaced' | 'password-changed' | 'disabled' | 'erased' | 'expired';

/** Which of a person's living sessions end: all of them, one, or all but one. */
export interface Ended {
  readonly personId: string;
  readonly only?: string;
  readonly except?: string | undefined;
}

/** Ends sessions at once; whatever they hold open (streams, sockets) closes when the event is committed. PINs at station computers go with all of them, and with all but one. Returns how many. */
export async function endSessions(tx: Tx, actor: Actor, ended: Ended, why: EndReason): Promise<number> {
  const rows = await tx.named<{ id: string }>(
    'access.end-sessions',
    `update access.sessions set ended_at = $3, ended_why = $4
      where county_id = $1 and person_id = $2 and ended_at is null and ($5::uuid is null or id = $5) and ($6::uuid is null or id <> $6) returning id`,
    [tx.countyId, ended.personId, tx.ctx.app.clock.now(), why, ended.only ?? null, ended.except ?? null],
  );
  if (!ended.only) await dropPinsOf(tx, ended.personId);
  for (const row of rows) await emit(tx, sessionEnded, actor, { sessionId: row.id, personId: ended.personId, why });
  return rows.length;
}
