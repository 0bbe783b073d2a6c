import { phoneForm } from '#places';
import { stationFor } from '#stations';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import { newId } from '#platform/ids';
import { refuse } from '#platform/refuse';
import { begin } from '#platform/states';
import { together } from '#platform/together';
import type { Tx } from '#platform/transaction';
import type { Contact, PlacedOrder } from '../contract.ts';
import { orderSubmitted } from '../events.ts';
import { answerBy } from '../service/due.ts';
import { limitsFor } from '../service/limits.ts';
import { mustBeInSeason, mustReach } from '../service/must-be-offered.ts';
import { mustFitGroup } from './group.ts';
import { keyedHash } from './keyed-hash.ts';
import { keepNotices } from './notices/keep-notices.ts';
import { inGroups, newOrderCode } from './order-code.ts';
import type { OrderDraft } from './order-draft.ts';
import { mustNotFlood, mustNotRepeat } from './order-limits.ts';
import { passphraseOf } from './passphrase.ts';
import { remind } from './reminders.ts';
import { slipHref } from './slip-token.ts';
import { orderStates } from './states.ts';
import { mustBeInTime, whenHappened } from './time.ts';
import { mustNotExclude } from './wishes.ts';
import { storeContacts, writeOrder } from './write-order.ts';

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
  const contacts = withPhones(tx, draft.contacts);
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
  // The order goes first; the rest names it, and nothing waits for an answer.
  const placed = writeOrder(tx, draft, {
    id,
    codeHash: await keyedHash(tx, 'code', code),
    phoneHash,
    placeId: place.id,
    stationId: station?.id ?? null,
    happenedAt,
    dueAt,
  });
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

// As they are written worldwide. Refuses: PhoneNotUnderstood (422).
const withPhones = (tx: Tx, contacts: readonly Contact[]): Contact[] =>
  contacts.map((one, at) => ({
    ...one,
    phone:
      phoneForm(tx.ctx.county, one.phone) ??
      refuse('PhoneNotUnderstood', {}, [
        { path: `/contacts/${at}/phone`, code: 'invalid_format', detail: { expected: 'phone' } },
      ]),
  }));
