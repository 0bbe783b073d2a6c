import { inWords } from '#places';
import type { Actor } from '#platform/actor';
import type { Waiting } from '#platform/manifest';
import { maySomewhere, rangesFor } from '#platform/permits';
import type { Tx } from '#platform/transaction';
import { onTheWall } from './county-day.ts';
import { myOffers } from './dispatch/offer-view.ts';
import { listDifferences } from './hours/difference/difference-list.ts';
import { ordersMatching } from './order/list-orders.ts';
import { openAppeals } from './order/appeal/appeal-queries.ts';
import { ordersByIds } from './order/order-queries.ts';
import type { OrderRow } from './order/order-queries.ts';
import { plainWords } from './plain-words.ts';
import { alarmsFor } from './visit/alarm-list.ts';
import { incidentsFor } from './visit/incident-queries.ts';
import { waitingInLists } from './waiting-counted.ts';
import { claimLines, claimsWaitingFor } from './volunteer/claim-queries.ts';

const most = 30;
const day = 86_400_000;

/** What waits for a person: orders to answer, to dispatch, to put right or to ask about; offers; visits of today and those under way; and how much waits in each list that is theirs to work off. */
export async function waiting(tx: Tx, actor: Actor): Promise<Waiting[]> {
  if (actor.kind !== 'person') return [];
  return [
    ...(await waitingForSafety(tx, actor)),
    ...(await waitingOffers(tx, actor)),
    ...(await waitingVisits(tx, actor)),
    ...(await waitingOrders(tx, actor)),
    ...(await waitingReferred(tx, actor)),
    ...(await waitingAppeals(tx, actor)),
    ...(await waitingClaims(tx, actor)),
    ...onFewCards(tx, await waitingDifferences(tx, actor), await waitingInLists(tx, actor)),
  ];
}

// Whoever works off several lists has one card for all of them, which opens the most urgent: what is due today is not to drown among them.
function onFewCards(tx: Tx, differences: readonly Waiting[], lists: readonly Waiting[]): readonly Waiting[] {
  if (lists.length <= 2) return [...differences, ...lists];
  const say = (key: string, values: Record<string, unknown> = {}): string =>
    tx.ctx.app.wording.say(tx.ctx.tag, key, values);
  const [first] = [...lists, ...differences].toSorted(
    (one, other) => (one.dueAt?.getTime() ?? Infinity) - (other.dueAt?.getTime() ?? Infinity),
  );
  if (!first) return [];
  const titles = lists.map(({ title }) => title);
  if (differences.length > 0) titles.unshift(say('waiting.hours-differ.title', { count: differences.length }));
  return [
    { ...first, kind: 'volunteering.lists', title: titles.join(say('rule.between')), reason: say('waiting.lists') },
  ];
}

// Who is missed comes before everything else.
async function waitingForSafety(tx: Tx, actor: Actor): Promise<Waiting[]> {
  const { items: alarms } = maySomewhere(tx, actor, 'visit.end-alarm')
    ? await alarmsFor(tx, actor, { state: 'open', sort: 'oldest', limit: most })
    : { items: [] };
  const { items: incidents } = maySomewhere(tx, actor, 'incident.read')
    ? await incidentsFor(tx, actor, { state: 'open', sort: 'urgent', limit: most })
    : { items: [] };
  const cards = [
    ...alarms.map((one) => ({
      ...one,
      what: `alarm-${one.kind}`,
      why: `alarm-${one.kind}`,
      href: '/console/visit-alarms',
      dueAt: one.raisedAt,
    })),
    ...incidents.map((one) => ({
      ...one,
      what: 'incident',
      why: one.urgent ? 'incident-urgent' : 'incident',
      href: `/console/incidents/${one.id}`,
      // Whoever is in danger cannot wait; all else is looked at within a day.
      dueAt: one.urgent ? one.enteredAt : new Date(Date.parse(one.enteredAt) + day),
    })),
  ];
  return cards.map((one) => ({
    kind: `volunteering.${one.what}`,
    subjectId: one.id,
    title: inWords(plainWords(one.service), tx.ctx.language),
    reason: tx.ctx.app.wording.say(tx.ctx.tag, `waiting.${one.why}`),
    href: one.href,
    dueAt: new Date(one.dueAt),
    placeId: one.place.id,
  }));
}

async function waitingOrders(tx: Tx, actor: Actor): Promise<Waiting[]> {
  const { ranges, units } = rangesFor(tx, actor, 'order.triage');
  if (ranges.length === 0 && units.length === 0) return [];
  const rows = await ordersMatching(
    tx,
    actor,
    { state: 'submitted,accepted,disputed,visit-failed,done', sort: 'due' },
    { limit: 200 },
  );
  return rows
    .flatMap((order) => {
      const kind = kindOf(tx, order);
      return kind ? [card(tx, order, kind)] : [];
    })
    .slice(0, most);
}

// What another station sent here: nobody else will answer it.
async function waitingReferred(tx: Tx, actor: Actor): Promise<Waiting[]> {
  const { ranges, units } = rangesFor(tx, actor, 'order.take-on');
  if (ranges.length === 0 && units.length === 0) return [];
  const rows = await ordersMatching(tx, actor, { toTakeOn: true, sort: 'oldest' }, { limit: most });
  return rows.map((order) => card(tx, order, 'order-referred'));
}

// Not for whoever refused: somebody else looks at it.
async function waitingAppeals(tx: Tx, actor: Actor): Promise<Waiting[]> {
  const { ranges, units } = rangesFor(tx, actor, 'order.answer-appeal');
  if (ranges.length === 0 && units.length === 0) return [];
  const at = [ranges.map(([lo]) => lo), ranges.map(([, hi]) => hi), units];
  const appeals = await openAppeals(tx, at, { personId: actor.id, limit: most });
  const orders = await ordersByIds(
    tx,
    appeals.map(({ orderId }) => orderId),
  );
  return appeals.flatMap(({ orderId, dueAt }) => {
    const order = orders.get(orderId);
    return order ? [{ ...card(tx, order, 'order-appeal'), dueAt }] : [];
  });
}

function kindOf(tx: Tx, order: OrderRow): string | undefined {
  if (order.suspect) return 'order-suspect';
  if (order.state === 'done') return order.dueAt && order.dueAt <= tx.at ? 'order-confirm' : undefined;
  return `order-${order.state}`;
}

const card = (tx: Tx, order: OrderRow, kind: string): Waiting => ({
  kind: `volunteering.${kind}`,
  subjectId: order.id,
  title: inWords(plainWords(order.facts.name), tx.ctx.language),
  reason: tx.ctx.app.wording.say(tx.ctx.tag, `waiting.${kind}`),
  href: `/console/orders/${order.id}`,
  dueAt: order.dueAt,
  placeId: order.placeId,
});

async function waitingOffers(tx: Tx, actor: Actor): Promise<Waiting[]> {
  const offers = (await myOffers(tx, actor, { state: 'open', limit: most })).filter((offer) => offer.myAnswer === null);
  return offers.map((offer) => ({
    kind: 'volunteering.offer',
    subjectId: offer.id,
    title: inWords(plainWords(offer.service.name), tx.ctx.language),
    reason: tx.ctx.app.wording.say(tx.ctx.tag, 'waiting.offer'),
    href: `/console/offers/${offer.id}`,
    dueAt: new Date(offer.expiresAt),
    placeId: offer.place.id,
  }));
}

async function waitingClaims(tx: Tx, actor: Actor): Promise<Waiting[]> {
  const claims = await claimLines(tx, await claimsWaitingFor(tx, actor));
  return claims.map((claim) => ({
    kind: 'volunteering.licence-claim',
    subjectId: claim.id,
    title: claim.name,
    reason: tx.ctx.app.wording.say(tx.ctx.tag, 'waiting.licence-claim'),
    href: '/console/licence-claims',
    dueAt: new Date(claim.checkBy),
    placeId: claim.homePlace.id,
  }));
}

async function waitingDifferences(tx: Tx, actor: Actor): Promise<Waiting[]> {
  if (!maySomewhere(tx, actor, 'hours.decide')) return [];
  const { items } = await listDifferences(tx.ctx, actor, { open: true, sort: 'due', limit: most });
  return items
    .filter((one) => one.abilities.includes('hours.decide'))
    .map((one) => ({
      kind: 'volunteering.hours-differ',
      subjectId: one.id,
      title: inWords(plainWords(one.service), tx.ctx.language),
      reason: tx.ctx.app.wording.say(tx.ctx.tag, 'waiting.hours-differ'),
      href: '/console/hour-differences',
      dueAt: new Date(one.dueAt),
      placeId: one.placeId,
    }));
}

interface VisitCard {
  id: string;
  state: string;
  startsAt: Date;
  placeId: string;
  name: { 'zh-CN'?: string; en?: string };
}

async function waitingVisits(tx: Tx, actor: Actor): Promise<Waiting[]> {
  const zone = tx.ctx.county.timeZone;
  const today = onTheWall(tx.at, zone).day;
  const visits = await tx.named<VisitCard>(
    'volunteering.waiting-visits',
    `select v.id, v.state, v.starts_at as "startsAt", o.place_id as "placeId", sv.facts->'name' as name from volunteering.visits v
       join volunteering.assignments a on a.county_id = v.county_id and a.visit_id = v.id and a.person_id = $2 and a.state = 'assigned'
       join volunteering.orders o on o.county_id = v.county_id and o.id = v.order_id and o.state in ('taken', 'under-way')
       join volunteering.service_versions sv on sv.county_id = o.county_id and sv.service_id = o.service_id and sv.version = o.service_version
      where v.county_id = $1 and v.state in ('planned', 'under-way') order by v.starts_at limit $3`,
    [tx.countyId, actor.id, most],
  );
  return visits.map((visit) => {
    const kind =
      visit.state === 'under-way'
        ? 'visit-under-way'
        : onTheWall(visit.startsAt, zone).day === today
          ? 'visit-today'
          : 'visit';
    return {
      kind: `volunteering.${kind}`,
      subjectId: visit.id,
      title: inWords(plainWords(visit.name), tx.ctx.language),
      reason: tx.ctx.app.wording.say(tx.ctx.tag, `waiting.${kind}`),
      href: `/console/visits/${visit.id}`,
      dueAt: visit.startsAt,
      placeId: visit.placeId,
    };
  });
}
