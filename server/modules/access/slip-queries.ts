import type { Tx } from '#platform/transaction';

/** A slip that still works, or waits to be confirmed. */
export interface SlipRow {
  id: string;
  personId: string;
  madeBy: string;
  waits: boolean;
  isConfirmed: boolean;
  madeAt: Date;
  expiresAt: Date;
}

const columns = `s.id, s.person_id as "personId", s.made_by as "madeBy", (s.needs_second_person and s.confirmed_at is null) as waits, s.confirmed_at is not null as "isConfirmed", s.made_at as "madeAt", s.expires_at as "expiresAt"`;
const open = `s.county_id = $1 and s.used_at is null and s.withdrawn_at is null and s.expires_at > $2`;

/** One open slip, locked. */
export async function slipForUpdate(tx: Tx, id: string): Promise<SlipRow | undefined> {
  const [row] = await tx.named<SlipRow>(
    'access.slip',
    `select ${columns} from access.reset_slips s where ${open} and s.id = $3 for update`,
    [tx.countyId, tx.ctx.app.clock.now(), id],
  );
  return row;
}

/** The open slip with this code (hash) for this login, locked; undefined while it waits for a second person, and for one printed while the clock was ahead, which would be good for as long as that. */
export async function usableSlip(tx: Tx, login: string, codeHash: string): Promise<SlipRow | undefined> {
  const [row] = await tx.named<SlipRow>(
    'access.usable-slip',
    `select ${columns} from access.reset_slips s join access.accounts a on a.county_id = $1 and a.person_id = s.person_id and a.disabled_at is null and a.login = $3
      where ${open} and s.made_at <= $2::timestamptz + interval '1 minute' and s.code_hash = $4 and not (s.needs_second_person and s.confirmed_at is null) for update of s`,
    [tx.countyId, tx.ctx.app.clock.now(), login, codeHash],
  );
  return row;
}

/** Every open slip, latest first. */
export const openSlips = (tx: Tx): Promise<SlipRow[]> =>
  tx.named<SlipRow>(
    'access.open-slips',
    `select ${columns} from access.reset_slips s where ${open} order by s.id desc limit 200`,
    [tx.countyId, tx.ctx.app.clock.now()],
  );

/** The open slip of a person, or undefined. */
export async function slipOf(tx: Tx, personId: string): Promise<SlipRow | undefined> {
  const [row] = await tx.named<SlipRow>(
    'access.slip-of',
    `select ${columns} from access.reset_slips s where ${open} and s.person_id = $3 order by s.id desc limit 1`,
    [tx.countyId, tx.ctx.app.clock.now(), personId],
  );
  return row;
}

/** Withdraws the person's open slips. */
export const withdrawSlips = (tx: Tx, personId: string): Promise<unknown> =>
  tx.named(
    'access.withdraw-slips',
    `update access.reset_slips s set withdrawn_at = $2 where ${open} and s.person_id = $3`,
    [tx.countyId, tx.ctx.app.clock.now(), personId],
  );
