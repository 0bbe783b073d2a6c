import type { Degrees } from '#places/contract';
import type { Actor } from '#platform/actor';
import { mustBeAsRead } from '#platform/as-read';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import { must, mustSee } from '#platform/permits';
import { refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { Need, OrderView } from '../contract.ts';
import { orderContactMended } from '../events.ts';
import { maySeeContact } from '../permissions.ts';
import { mustNotBeOwn } from './conclude-order.ts';
import { mustFitGroup } from './group.ts';
import { mendContact } from './mend-contact.ts';
import type { MendedContact } from './mend-contact.ts';
import { orderFacts, orderForUpdate, setOrder } from './order-queries.ts';
import type { OrderRow } from './order-queries.ts';
import { orderView } from './order-view.ts';
import { stillGoing } from './states.ts';

/** A change as it arrives, defaults filled in. */
export interface ContactMending {
  version: number;
  contacts: readonly MendedContact[];
  servedName?: string | undefined;
  address?: string | undefined;
  degrees?: Degrees | null | undefined;
  note?: string | undefined;
  needs?: readonly Need[] | undefined;
  peopleServed?: number | undefined;
}

// It leads nobody astray who has said that they go.
const tellsNobodyWhoGoes = new Set(['name', 'served', 'contact']);

/** Mends a mistyped name (of the person served too), phone, address, note or need, how many are served, or notes where the door is, while the order is open; the audit says which, never what. A phone that changes is from then on the one whose last four digits count, and by which the order is found. Whoever has said that they go is told that it changed, not to what.
 *  Refuses: NotNow (403) once the order is over, StaleVersion (409), and as `mendContact`; GroupTooLarge (422); OwnVisit (403) to whoever goes there, of phones and contacts. */
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
    mustBeAsRead(order.version, change.version);
    const what = new Set<string>();
    for (const [at, one] of change.contacts.entries()) await mendContact(tx, actor, order, one, at, what);
    // By the phone they would speak for those they helped, as by the code (`reissueCode`).
    if (what.has('phone') || what.has('contact')) mustNotBeOwn(actor, order);
    if (change.servedName !== undefined) await mendServed(tx, order, change.servedName, what);
    if (change.address !== undefined || change.degrees !== undefined) await mendDoor(tx, orderId, change, what);
    if (change.note !== undefined || change.needs !== undefined) await mendSaid(tx, orderId, change, what);
    await setOrder(tx, orderId, peopleOf(order, change.peopleServed, what));
    if ([...what].some((one) => !tellsNobodyWhoGoes.has(one)) && stillGoing.has(order.state))
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
