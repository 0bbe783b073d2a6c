import { placeById } from '#places';
import type { Degrees } from '#places/contract';
import type { Actor } from '#platform/actor';
import { furtherTag } from '#platform/spoken-tag';
import { found } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import type { Contact, Need, PlacedOrder, Wish } from '../contract.ts';
import { serviceById } from '../service/service-queries.ts';
import { copyChecks } from './check-queries.ts';
import { noticesToCopy } from './notices/keep-notices.ts';
import type { OrderRow } from './order-queries.ts';
import { placeOrder } from './place-order.ts';

/** What of a copy differs from the order it is made from. */
export interface Differs {
  readonly serviceId?: string | undefined;
  readonly peopleServed?: number | undefined;
  readonly note?: string | undefined;
  readonly wishes?: readonly Wish[] | undefined;
  readonly splitFrom?: string | undefined;
  readonly seriesId?: string | undefined;
  /** False: refused where the same is ordered already. Parts and days of one order are meant, and are not. */
  readonly again?: boolean | undefined;
}

/** Another order of the same people at the same place, under today's version of the service. Whoever ordered follows it by the first one's code; its own stands in their messages alone, where they wished any. Refuses as `placeOrder`, and NotFound (404) where names and phones are deleted. */
export async function copyOrder(tx: Tx, actor: Actor, from: OrderRow, differs: Differs): Promise<PlacedOrder> {
  const contacts = await tx.named<Contact & { position: number }>(
    'volunteering.copied-contacts',
    'select position, name, phone, relation, told from volunteering.order_contacts where county_id = $1 and order_id = $2 order by position',
    [tx.countyId, from.id],
  );
  const notices = await noticesToCopy(tx, from.id);
  const [details] = await tx.named<{
    address: string;
    degrees: Degrees | null;
    note: string;
    needs: Need[];
    servedName: string;
  }>(
    'volunteering.copied-details',
    'select address, degrees, note, needs, served_name as "servedName" from volunteering.order_details where county_id = $1 and order_id = $2',
    [tx.countyId, from.id],
  );
  const { address, degrees, note, needs, servedName } = found(details);
  const placed = await placeOrder(tx, actor, {
    service: await serviceById(tx, differs.serviceId ?? from.serviceId),
    place: placeById(tx, from.placeId),
    channel: from.channel,
    contacts: contacts.map(({ position, ...one }) => ({ ...one, notices: notices.get(position) })),
    orderedFor: from.orderedFor,
    served: { name: servedName, agreedAt: from.servedAgreedAt },
    address,
    degrees,
    note: differs.note ?? note,
    needs,
    wishes: differs.wishes ?? from.wishes,
    peopleServed: differs.peopleServed ?? from.peopleServed,
    language: from.language,
    tag: furtherTag(from),
    suspect: false,
    again: differs.again ?? true,
    copied: true,
    splitFrom: differs.splitFrom ?? null,
    seriesId: differs.seriesId ?? null,
    takenDownBy: actor.kind === 'person' ? actor.id : null,
  });
  // What they consented to, and when, is what they said then.
  await tx.named(
    'volunteering.copy-consent',
    'update volunteering.orders o set consent_version = f.consent_version, consent_at = f.consent_at from volunteering.orders f where o.county_id = $1 and o.id = $2 and f.county_id = $1 and f.id = $3',
    [tx.countyId, placed.orderId, from.id],
  );
  await copyChecks(tx, from.id, placed.orderId);
  return placed;
}
