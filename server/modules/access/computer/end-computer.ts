import type { Actor } from '#platform/actor';
import type { Tx } from '#platform/transaction';
import { endSessions } from '../session/end-sessions.ts';
import { computerForUpdate } from './computer-queries.ts';

/** The computer is the station's no more: its PINs are gone, and every session opened at it ends at once, with what it holds open. Refuses: NotFound (404). */
export async function endComputer(tx: Tx, actor: Actor, unitId: string, id: string): Promise<void> {
  const computer = await computerForUpdate(tx, unitId, id);
  await tx.named('access.end-computer', 'update access.computers set ended_at = $3 where county_id = $1 and id = $2', [
    tx.countyId,
    computer.id,
    tx.at,
  ]);
  await tx.named('access.end-pins-of-computer', 'delete from access.pins where county_id = $1 and computer_id = $2', [
    tx.countyId,
    computer.id,
  ]);
  for (const session of await sessionsAt(tx, computer.id))
    await endSessions(tx, actor, { personId: session.personId, only: session.id }, 'revoked');
}

const sessionsAt = (tx: Tx, computerId: string): Promise<{ id: string; personId: string }[]> =>
  tx.named<{ id: string; personId: string }>(
    'access.sessions-at-computer',
    'select id, person_id as "personId" from access.sessions where county_id = $1 and computer_id = $2 and ended_at is null order by id for update',
    [tx.countyId, computerId],
  );
