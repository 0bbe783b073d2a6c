import type { Tx } from '#platform/transaction';

/** Who opens a session at the computer by PIN. `provedAt`: their last full sign-in there, real time. */
export interface PinRow {
  readonly personId: string;
  readonly hash: string;
  readonly assurance: 1 | 2;
  readonly tries: number;
  readonly provedAt: Date;
}

const columns = `p.person_id as "personId", p.pin_hash as hash, p.assurance, p.tries, p.proved_at as "provedAt"`;
const living = `join access.accounts a on a.county_id = $1 and a.person_id = p.person_id and a.disabled_at is null
       join people.persons o on o.county_id = $1 and o.id = p.person_id and o.active`;

/** Those who have a PIN at the computer and may still sign in. */
export const pinsAt = (tx: Tx, computerId: string): Promise<PinRow[]> =>
  tx.named<PinRow>(
    'access.pins-at',
    `select ${columns} from access.pins p ${living} where p.county_id = $1 and p.computer_id = $2 order by p.set_at, p.person_id`,
    [tx.countyId, computerId],
  );

/** Counts one more try before it is made, so that tries made all at once are counted too; undefined when they have no PIN there. `tries` has this one in it. */
export async function countTry(tx: Tx, computerId: string, personId: string): Promise<PinRow | undefined> {
  const [row] = await tx.named<PinRow>(
    'access.count-pin-try',
    `with counted as (update access.pins set tries = tries + 1 where county_id = $1 and computer_id = $2 and person_id = $3 returning *)
     select ${columns} from counted p ${living}`,
    [tx.countyId, computerId, personId],
  );
  return row;
}

/** It fitted: the count begins anew. False where the PIN was taken away meanwhile, or set anew. */
export async function forgetTries(tx: Tx, computerId: string, pin: PinRow): Promise<boolean> {
  const rows = await tx.named(
    'access.forget-pin-tries',
    'update access.pins set tries = 0 where county_id = $1 and computer_id = $2 and person_id = $3 and pin_hash = $4 returning 1',
    [tx.countyId, computerId, pin.personId, pin.hash],
  );
  return rows.length > 0;
}

/** Takes a person's PIN at one computer away; answers whether there was one. */
export async function dropPin(tx: Tx, computerId: string, personId: string): Promise<boolean> {
  const rows = await tx.named(
    'access.drop-pin',
    'delete from access.pins where county_id = $1 and computer_id = $2 and person_id = $3 returning 1',
    [tx.countyId, computerId, personId],
  );
  return rows.length > 0;
}

/** Takes all PINs of a person away: whatever ends all their sessions ends these too. */
export const dropPinsOf = (tx: Tx, personId: string): Promise<unknown> =>
  tx.named('access.drop-pins-of', 'delete from access.pins where county_id = $1 and person_id = $2', [
    tx.countyId,
    personId,
  ]);
