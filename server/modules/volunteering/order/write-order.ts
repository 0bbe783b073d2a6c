import { together } from '#platform/together';
import type { Tx } from '#platform/transaction';
import type { Contact } from '../contract.ts';
import { consentVersion } from './consent.ts';
import type { OrderDraft } from './order-draft.ts';

/** What placing an order has found out about it. */
interface Placed {
  readonly id: string;
  readonly codeHash: string;
  readonly phoneHash: string;
  readonly placeId: string;
  readonly stationId: string | null;
  readonly happenedAt: Date;
  readonly dueAt: Date;
}

/** The row of a new order. */
export async function writeOrder(tx: Tx, draft: OrderDraft, order: Placed): Promise<void> {
  await tx.named(
    'volunteering.place-order',
    `insert into volunteering.orders (county_id, id, code_hash, state, service_id, service_version, place_id, station_id, channel, ordered_for, wishes, language, phone_hash, consent_version, consent_at,
       suspect, suspect_why, due_at, taken_down_by, happened_at, entered_at, changed_at, people_served, split_from, series_id, kiosk_id, served_agreed_at, tag)
     values ($1, $2, $3, 'submitted', $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $14, $19, $19, $20, $21, $22, $23, $24, $25)`,
    [
      tx.countyId,
      order.id,
      order.codeHash,
      draft.service.id,
      draft.service.version,
      order.placeId,
      order.stationId,
      draft.channel,
      draft.orderedFor,
      JSON.stringify(draft.wishes),
      draft.language,
      order.phoneHash,
      consentVersion,
      order.happenedAt,
      draft.suspect,
      draft.suspect ? 'honeypot' : null,
      order.dueAt,
      draft.takenDownBy,
      tx.at,
      draft.peopleServed,
      draft.splitFrom ?? null,
      draft.seriesId ?? null,
      draft.kioskId ?? null,
      draft.served?.agreedAt ?? null,
      draft.tag ?? null,
    ],
  );
}

/** Who ordered and what only those who go may read: in rows of their own, to be forgotten before the order is. */
export async function storeContacts(
  tx: Tx,
  orderId: string,
  contacts: readonly Contact[],
  draft: OrderDraft,
): Promise<void> {
  const entered = contacts.map((one, at) =>
    tx.named(
      'volunteering.add-contact',
      'insert into volunteering.order_contacts (county_id, order_id, position, name, phone, relation, told) values ($1, $2, $3, $4, $5, $6, $7)',
      [tx.countyId, orderId, at + 1, one.name, one.phone, one.relation ?? 'self', one.told ?? ['everything']],
    ),
  );
  const details = tx.named(
    'volunteering.add-details',
    'insert into volunteering.order_details (county_id, order_id, address, note, needs, degrees, served_name) values ($1, $2, $3, $4, $5, $6, $7)',
    [
      tx.countyId,
      orderId,
      draft.address,
      draft.note,
      [...new Set(draft.needs)],
      draft.degrees ? JSON.stringify(draft.degrees) : null,
      draft.served?.name ?? '',
    ],
  );
  await together(...entered, details);
}
