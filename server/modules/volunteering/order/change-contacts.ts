import { phoneForm } from '#places';
import type { Degrees } from '#places/contract';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import { must, mustSee } from '#platform/permits';
import { refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { Need, OrderView } from '../contract.ts';
import { orderContactMended } from '../events.ts';
import { maySeeContact } from '../permissions.ts';
import { mustFitGroup } from './group.ts';
import { keyedHash } from './keyed-hash.ts';
import { orderFacts, orderForUpdate, setOrder } from './order-queries.ts';
import type { OrderRow } from './order-queries.ts';
import { orderView } from './order-view.ts';
import { stillGoing } from './states.ts';

/** A change as it arrives, defaults filled in. */
export interface ContactMending {
  version: number;
  contacts: readonly { position: number; name?: string | undefined; phone?: string | undefined }[];
  servedName?: string | undefined;
  address?: string | undefined;
  degrees?: Degrees | null | undefined;
  note?: string | undefined;
  needs?: readonly Need[] | undefined;
  peopleServed?: number | undefined;
}

/** Mends a mistyped name (of the person served too), phone, address, note or need, how many are served, or notes where the door is, while the order is open; the audit says which, never what. A phone that changes is from then on the one whose last four digits count, and by which the order is found. Whoever has said that they go is told that it changed, not to what.
 *  Refuses: NotNow (403) once the order is over, StaleVersion (409), PhoneNotUnderstood and GroupTooLarge (422), NotFound (404) for a contact that is not there. */
export async function changeContacts(
  ctx: Ctx,
  actor: Actor,
  orderId: string,
  change: ContactMending,
): Promise<OrderView> {
  return ctx.transaction(async (tx) => {
    const order = await orderForUpdate(tx, orderId);
    mustSee(tx, actor, 'order.read', order);
    must(tx, actor, 'order.change-contact', order);
    if (!maySeeContact(tx, actor, order)) refuse('NotNow');
    if (order.version !== change.version) refuse('StaleVersion', { current: order.version });
    const what = new Set<string>();
    for (const [at, one] of change.contacts.entries()) await mendContact(tx, orderId, one, at, what);
    if (change.servedName !== undefined) await mendServed(tx, order, change.servedName, what);
    if (change.address !== undefined || change.degrees !== undefined) await mendDoor(tx, orderId, change, what);
    if (change.note !== undefined || change.needs !== undefined) await mendSaid(tx, orderId, change, what);
    await setOrder(tx, orderId, peopleOf(order, change.peopleServed, what));
    if ([...what].some((one) => one !== 'name' && one !== 'served') && stillGoing.has(order.state))
      await emit(tx, orderContactMended, actor, { ...orderFacts(order), personIds: [...order.assignedIds] });
    await audit(tx, actor, {
      act: 'order.change-contact',
      noun: 'order',
      subjectId: orderId,
      placeId: order.placeId,
      detail: { what: [...what].toSorted() },
    });
    return orderView(tx, actor, orderId);
  });
}

// As its service allowed when it was ordered.
function peopleOf(
  { facts, peopleServed }: OrderRow,
  now: number | undefined,
  what: Set<string>,
): Readonly<Record<string, unknown>> {
  if (now === undefined || now === peopleServed) return {};
  mustFitGroup(facts, now);
  what.add('people');
  return { people_served: now };
}

// Of an order for oneself nobody else is served.
async function mendServed(tx: Tx, order: OrderRow, name: string, what: Set<string>): Promise<void> {
  if (order.orderedFor === 'self' && name !== '')
    refuse('BadRequest', {}, [{ path: '/servedName', code: 'invalid_value' }]);
  what.add('served');
  await tx.named(
    'volunteering.mend-served',
    'update volunteering.order_details set served_name = $3 where county_id = $1 and order_id = $2',
    [tx.countyId, order.id, name],
  );
}

async function mendSaid(tx: Tx, orderId: string, { note, needs }: ContactMending, what: Set<string>): Promise<void> {
  if (note !== undefined) what.add('note');
  if (needs !== undefined) what.add('needs');
  await tx.named(
    'volunteering.mend-said',
    'update volunteering.order_details set note = coalesce($3, note), needs = coalesce($4::text[], needs) where county_id = $1 and order_id = $2',
    [tx.countyId, orderId, note ?? null, needs ? [...new Set(needs)] : null],
  );
}

// Of another door the old degrees would be wrong.
async function mendDoor(tx: Tx, orderId: string, change: ContactMending, what: Set<string>): Promise<void> {
  if (change.address !== undefined) what.add('address');
  if (change.degrees !== undefined) what.add('degrees');
  await tx.named(
    'volunteering.mend-door',
    'update volunteering.order_details set address = coalesce($3, address), degrees = $4 where county_id = $1 and order_id = $2',
    [tx.countyId, orderId, change.address ?? null, change.degrees ? JSON.stringify(change.degrees) : null],
  );
}

async function mendContact(
  tx: Tx,
  orderId: string,
  one: ContactMending['contacts'][number],
  at: number,
  what: Set<string>,
): Promise<void> {
  const phone =
    one.phone === undefined
      ? null
      : (phoneForm(tx.ctx.county, one.phone) ??
        refuse('PhoneNotUnderstood', {}, [
          { path: `/contacts/${at}/phone`, code: 'invalid_format', detail: { expected: 'phone' } },
        ]));
  const mended = await tx.named(
    'volunteering.mend-contact',
    'update volunteering.order_contacts set name = coalesce($4, name), phone = coalesce($5, phone) where county_id = $1 and order_id = $2 and position = $3 returning 1',
    [tx.countyId, orderId, one.position, one.name ?? null, phone],
  );
  if (mended.length === 0) refuse('NotFound');
  if (one.name !== undefined) what.add('name');
  if (phone === null) return;
  what.add('phone');
  if (one.position === 1) await setOrder(tx, orderId, { phone_hash: await keyedHash(tx, 'phone', phone) });
}
