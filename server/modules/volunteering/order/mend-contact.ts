import { phoneForm } from '#places';
import type { Actor } from '#platform/actor';
import { refuse } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import type { Contact } from '../contract.ts';
import { keyedHash } from './keyed-hash.ts';
import { endNoticesNow } from './notices/end-notices.ts';
import { keepNotice } from './notices/keep-notices.ts';
import { setOrder } from './order-queries.ts';
import type { OrderRow } from './order-queries.ts';

/** What changes of a contact; at a position where nobody stands, whom to name there. */
export interface MendedContact {
  readonly position: number;
  readonly name?: string | undefined;
  readonly phone?: string | undefined;
  readonly told?: Contact['told'];
  readonly notices?: Contact['notices'];
  readonly leaves?: true | undefined;
}

/** Mends one contact of an order, names one more, or takes one out; `at`: where it stands in the request, `what`: what changed, for the audit.
 *  Refuses: PhoneNotUnderstood (422), NotFound (404) for somebody who is not there, BadRequest (400) where whoever ordered should leave. */
export async function mendContact(
  tx: Tx,
  actor: Actor,
  order: OrderRow,
  one: MendedContact,
  at: number,
  what: Set<string>,
): Promise<void> {
  if (one.leaves) return takeOut(tx, actor, order, one, at, what);
  const phone = one.phone === undefined ? null : phoneIn(tx, one.phone, at);
  const mended = await tx.named(
    'volunteering.mend-contact',
    'update volunteering.order_contacts set name = coalesce($4, name), phone = coalesce($5, phone), told = coalesce($6::text[], told) where county_id = $1 and order_id = $2 and position = $3 returning 1',
    [tx.countyId, order.id, one.position, one.name ?? null, phone, one.told ?? null],
  );
  if (mended.length === 0) return nameOneMore(tx, order, one, phone, what);
  if (one.name !== undefined) what.add('name');
  if (one.told !== undefined) what.add('contact');
  if (phone === null) return;
  what.add('phone');
  if (one.position === 1) await setOrder(tx, order.id, { phone_hash: await keyedHash(tx, 'phone', phone) });
}

const phoneIn = (tx: Tx, typed: string, at: number): string =>
  phoneForm(tx.ctx.county, typed) ??
  refuse('PhoneNotUnderstood', {}, [
    { path: `/contacts/${at}/phone`, code: 'invalid_format', detail: { expected: 'phone' } },
  ]);

async function nameOneMore(
  tx: Tx,
  order: OrderRow,
  { position, name, told, notices }: MendedContact,
  phone: string | null,
  what: Set<string>,
): Promise<void> {
  if (position === 1 || name === undefined || phone === null) refuse('NotFound');
  await tx.named(
    'volunteering.name-contact',
    `insert into volunteering.order_contacts (county_id, order_id, position, name, phone, relation, told) values ($1, $2, $3, $4, $5, 'other', $6)`,
    [tx.countyId, order.id, position, name, phone, told ?? ['visit']],
  );
  if (notices) await keepNotice(tx, order.id, position, notices, null);
  what.add('contact');
}

async function takeOut(
  tx: Tx,
  actor: Actor,
  order: OrderRow,
  { position }: MendedContact,
  at: number,
  what: Set<string>,
): Promise<void> {
  if (position === 1) refuse('BadRequest', {}, [{ path: `/contacts/${at}/leaves`, code: 'invalid_value' }]);
  const gone = await tx.named(
    'volunteering.take-contact-out',
    'delete from volunteering.order_contacts where county_id = $1 and order_id = $2 and position = $3 returning 1',
    [tx.countyId, order.id, position],
  );
  if (gone.length === 0) refuse('NotFound');
  await endNoticesNow(tx, actor, order, position);
  what.add('contact');
}
