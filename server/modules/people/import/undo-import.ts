import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { found, refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { UndoneImport } from '../contract.ts';

const minutes = 10;
/** Until when a list that was brought in then can be taken back. */
export const undoableUntil = (madeAt: Date): Date => new Date(madeAt.getTime() + minutes * 60_000);

/** Takes the people of one's own list out again, as if they had never come. Who was changed since, or has an account, a duty or anything else to their name, stays. Refuses: NotFound (404) for another's list, WrongState (409) after ten minutes or the second time. */
export async function undoImport(ctx: Ctx, actor: Actor, id: string): Promise<UndoneImport> {
  return ctx.transaction(async (tx) => {
    const [row] = await tx.named<{ personIds: string[]; madeBy: string; madeAt: Date; undoneAt: Date | null }>(
      'people.import-for-update',
      `select person_ids as "personIds", made_by as "madeBy", made_at as "madeAt", undone_at as "undoneAt" from people.imports where county_id = $1 and id = $2 for update`,
      [tx.countyId, id],
    );
    const { personIds, madeBy, madeAt, undoneAt } = found(row);
    if (madeBy !== actor.id) refuse('NotFound');
    if (undoneAt !== null || tx.at > undoableUntil(madeAt))
      refuse('WrongState', { state: undoneAt ? 'undone' : 'kept' });
    let gone = 0;
    for (const personId of personIds) if (await takeOut(tx, personId)) gone += 1;
    await tx.named(
      'people.import-undone',
      'update people.imports set undone_at = $3 where county_id = $1 and id = $2',
      [tx.countyId, id, tx.at],
    );
    await audit(tx, actor, {
      act: 'people.undo-import',
      noun: 'people-import',
      subjectId: id,
      detail: { count: gone },
    });
    return { gone, kept: personIds.length - gone };
  });
}

// The database knows what hangs on a person: it refuses, and this one stays.
async function takeOut(tx: Tx, personId: string): Promise<boolean> {
  await tx.client.query('savepoint take_out');
  try {
    const { rowCount } = await tx.client.query(
      'delete from people.persons where county_id = $1 and id = $2 and version = 1',
      [tx.countyId, personId],
    );
    await tx.client.query('release savepoint take_out');
    return rowCount === 1;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === '23503')) throw error;
    await tx.client.query('rollback to savepoint take_out');
    return false;
  }
}
