import { actorRow } from '#platform/actor';
import type { Actor } from '#platform/actor';
import { newId } from '#platform/ids';
import type { Tx } from '#platform/transaction';
import type { AccessTables } from '../tables.ts';

/** A role at a place, for a unit, for a time. */
export interface NewGrant {
  readonly personId: string;
  readonly role: string;
  readonly placeId: string;
  readonly unitId?: string | null | undefined;
  /** 值班; then `untilAt` must be given. */
  readonly duty?: boolean | undefined;
  /** County time; now unless given. */
  readonly fromAt?: Date | undefined;
  readonly untilAt?: Date | null | undefined;
}

/** Writes a grant and returns its id. Asks nobody: verbs and seeds do. */
export async function addGrant(tx: Tx, actor: Actor, grant: NewGrant): Promise<string> {
  const id = newId<'grant'>();
  await tx
    .tables<AccessTables>()
    .insertInto('access.grants')
    .values({
      county_id: tx.countyId,
      id,
      person_id: grant.personId,
      role: grant.role,
      place_id: grant.placeId,
      unit_id: grant.unitId ?? null,
      duty: grant.duty ?? false,
      from_at: grant.fromAt ?? tx.at,
      until_at: grant.untilAt ?? null,
      made_by: JSON.stringify(actorRow(actor)),
      made_at: tx.at,
    })
    .execute();
  return id;
}
