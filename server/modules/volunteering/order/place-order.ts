import { phoneForm } from '#places';
import type { Place } from '#places';
import type { Degrees } from '#places/contract';
import { stationFor } from '#stations';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import type { Tag } from '#platform/i18n';
import { newId } from '#platform/ids';
import { refuse } from '#platform/refuse';
import { begin } from '#platform/states';
import { together } from '#platform/together';
import type { Tx } from '#platform/transaction';
import type { Contact, Need, PlacedOrder, Wish } from '../contract.ts';
import { orderSubmitted } from '../events.ts';
import { answerBy } from '../service/due.ts';
import { limitsFor } from '../service/limits.ts';
import { mustBeInSeason, mustReach } from '../service/must-be-offered.ts';
import type { Service } from '../service/service-queries.ts';
import { consentVersion } from './consent.ts';
import { mustFitGroup } from './group.ts';
import { keyedHash } from './keyed-hash.ts';
import { keepNotices } from './notices/keep-notices.ts';
import { inGroups, newOrderCode } from './order-code.ts';
import { mustNotFlood, mustNotRepeat } from './order-limits.ts';
import { passphraseOf } from './passphrase.ts';
import { remind } from './reminders.ts';
import { slipHref } from './slip-token.ts';
import { orderStates } from './states.ts';
import { mustBeInTime, whenHappened } from './time.ts';
import { mustNotExclude } from './wishes.ts';

/** An order about to be placed, its service and place found. */
export interface OrderDraft {
  readonly service: Service;
  /** Undefined: outside the county. */
  readonly place: Place | undefined;
  readonly channel: 'web' | 'phone' | 'desk' | 'paper' | 'kiosk';
  readonly contacts: readonly Contact[];
  readonly orderedFor: 'self' | 'parent' | 'child' | 'neighbour' | 'other';
  /** Of an order for somebody else: who is served, and since when they agree (null: nobody said). */
  readonly served?: { readonly name: string; readonly agreedAt: Date | null } | undefined;
  readonly address: string;
  /** Where the door is; undefined and null: nobody noted it. */
  readonly degrees?: Degrees | null;
  readonly note: string;
  readonly needs: readonly Need[];
  readonly wishes: readonly Wish[];
  /** How many are to be helped at once. */
  readonly peopleServed: number;
  readonly language: 'zh-CN' | 'en';
  /** The further language in which it was ordered; left out or null: none. */
  readonly tag?: Tag | null;
  /** The hidden trap was filled in. */
  readonly suspect: boolean;
  /** The clerk knows that the same was ordered before. */
  readonly again: boolean;
  readonly happenedAt?: Date | undefined;
  readonly takenDownBy: string | null;
  /** Made from another order, not asked for anew: the limit of a phone does not count. */
  readonly copied?: boolean;
  /** The order of which this is a part. */
  readonly splitFrom?: string | null;
  /** The series of which this is a day. */
  readonly seriesId?: string | null;
  /** The kiosk at which it was typed. */
  readonly kioskId?: string | null;
}

/** 点单: writes an order down with its contacts and answers the code, which is nowhere kept.
 *  Refuses: PlaceNotServed, OutOfReach, ServiceNotOffered, OutOfSeason, TimeInPast, TimeTooFar, WishesExclude, GroupTooLarge, PhoneNotUnderstood (422), OrderRepeated (409), TooManyRequests (429). */
export async function placeOrder(tx: Tx, actor: Actor, draft: OrderDraft): Promise<PlacedOrder> {
  const { service } = draft;
  const place = await mustReach(tx, service, draft.place);
  const happenedAt = whenHappened(tx, draft.happenedAt);
  mustNotExclude(draft.wishes);
  mustBeInTime(tx, draft.wishes, happenedAt);
  mustFitGroup(service.facts, draft.peopleServed);
  mustBeInSeason(tx, service, draft.wishes, happenedAt);
  const contacts = draft.contacts.map((one, at) => ({
    ...one,
    phone:
      phoneForm(tx.ctx.county, one.phone) ??
      refuse('PhoneNotUnderstood', {}, [
        { path: `/contacts/${at}/phone`, code: 'invalid_format', detail: { expected: 'phone' } },
      ]),
  }));
  const phoneHash = await keyedHash(tx, 'phone', contacts[0]?.phone ?? '');
  const [station, limits] = await together(
    stationFor(tx, place.id, service.level),
    limitsFor(tx, service.id, service.level),
  );
  if (!draft.again)
    await mustNotRepeat(tx, {
      phoneHash,
      serviceId: service.id,
      placeId: place.id,
      wishes: draft.wishes,
      phone: station?.phone ?? tx.ctx.county.phone,
    });
  if ((draft.channel === 'web' || draft.channel === 'kiosk') && !draft.copied) await mustNotFlood(tx, phoneHash);
  const id = newId<'order'>();
  const code = newOrderCode();
  const dueAt = answerBy(tx, happenedAt, limits);
  const codeHash = await keyedHash(tx, 'code', code);
  // The order goes first; the rest names it, and nothing waits for an answer.
  const placed = tx.named(
    'volunteering.place-order',
    `insert into volunteering.orders (county_id, id, code_hash, state, service_id, service_version, place_id, station_id, channel, ordered_for, wishes, language, phone_hash, consent_version, consent_at,
       suspect, suspect_why, due_at, taken_down_by, happened_at, entered_at, changed_at, people_served, split_from, series_id, kiosk_id, served_agreed_at, tag)
     values ($1, $2, $3, 'submitted', $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $14, $19, $19, $20, $21, $22, $23, $24, $25)`,
    [
      tx.countyId,
      id,
      codeHash,
      service.id,
      service.version,
      place.id,
      station?.id ?? null,
      draft.channel,
      draft.orderedFor,
      JSON.stringify(draft.wishes),
      draft.language,
      phoneHash,
      consentVersion,
      happenedAt,
      draft.suspect,
      draft.suspect ? 'honeypot' : null,
      dueAt,
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
  await together(
    placed,
    storeContacts(tx, id, contacts, draft),
    keepNotices(tx, id, code, contacts),
    begin(tx, orderStates, id, { by: actor, happenedAt }),
    remind(tx, id, 'answer', dueAt),
    emit(tx, orderSubmitted, actor, {
      orderId: id,
      serviceId: service.id,
      placeId: place.id,
      stationId: station?.id ?? null,
      channel: draft.channel,
      suspect: draft.suspect,
    }),
  );
  await audit(tx, actor, {
    act: 'order.place',
    noun: 'order',
    subjectId: id,
    placeId: place.id,
    detail: { channel: draft.channel, service: service.slug, suspect: draft.suspect },
  });
  return {
    orderId: id,
    code: inGroups(code),
    slipHref: await slipHref(tx, code),
    statusHref: `/orders/${code}`,
    answerBy: dueAt.toISOString(),
    passphrase: await passphraseOf(tx, { id, language: draft.language }),
  };
}

async function storeContacts(tx: Tx, orderId: string, contacts: readonly Contact[], draft: OrderDraft): Promise<void> {
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
