import { displayNames } from '#people';
import { inWords, placeLine, placeOrRefuse } from '#places';
import { stationsByIds } from '#stations';
import type { Actor } from '#platform/actor';
import { found } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { VisitLine } from '../contract.ts';
import { atHome } from '../dispatch/gates/gate.ts';
import { checksOf } from '../order/check-queries.ts';
import { orderById } from '../order/order-queries.ts';
import type { OrderRow } from '../order/order-queries.ts';
import { detailsOf } from '../order/order-view.ts';
import { passphraseOf } from '../order/passphrase.ts';
import { checkInFrom, seeFrom, seeUntil } from '../permissions.ts';
import { plainWords } from '../plain-words.ts';
import { volunteersByIds } from '../volunteer/volunteer-queries.ts';
import { handOverOf } from './asked-instead.ts';
import { goesSql } from './assignment-states.ts';
import { degreesOfStation } from './degrees-of-visit.ts';
import { visitAbilities } from './visit-abilities.ts';
import { assignmentsOf, visitById } from './visit-queries.ts';
import type { Assignment, VisitRow } from './visit-queries.ts';

/** A person's visits: those to come and under way first, by time; then the past ones, newest first. */
export async function myVisits(
  ctx: Ctx,
  actor: Actor,
  asked: { state?: string | undefined; limit: number },
): Promise<{ items: VisitLine[]; total: number }> {
  return ctx.transaction(async (tx) => {
    const rows = await tx.named<{ id: string }>(
      'volunteering.my-visits',
      `select v.id from volunteering.visits v join volunteering.assignments a on a.county_id = v.county_id and a.visit_id = v.id
        where v.county_id = $1 and a.person_id = $2 and (${goesSql()} or a.state = 'absent') and ($3::text is null or v.state = $3)
        order by (v.state in ('planned', 'under-way')) desc, case when v.state in ('planned', 'under-way') then v.starts_at end, v.starts_at desc limit $4`,
      [tx.countyId, actor.id, asked.state ?? null, asked.limit],
    );
    const items: VisitLine[] = [];
    for (const row of rows) items.push(await oneVisitLine(tx, actor, row.id));
    return { items, total: items.length };
  });
}

/** One visit as the one who goes sees it. Passphrase and note only around the visit, and only to those who go. */
export async function oneVisitLine(tx: Tx, actor: Actor, id: string): Promise<VisitLine> {
  const visit = await visitById(tx, id);
  const order = await orderById(tx, visit.orderId);
  const station = order.stationId ? (await stationsByIds(tx, [order.stationId])).get(order.stationId) : undefined;
  const all = await assignmentsOf(tx, [id]);
  const people = all.filter(({ personId }) => visit.assignedIds.includes(personId));
  const names = await displayNames(
    tx,
    people.map((one) => one.personId),
  );
  const newcomers = await newcomersAmong(tx, order, visit, people);
  const lead = people.find((one) => one.leads);
  const inTime = isAround(tx, visit) && visit.assignedIds.includes(actor.id);
  const details = inTime ? await detailsOf(tx, order.id) : null;
  const check = inTime ? await checksOf(tx, order.id) : undefined;
  return {
    id,
    orderId: visit.orderId,
    state: visit.state,
    orderState: order.state,
    place: placeLine(placeOrRefuse(tx, visit.placeId)),
    service: {
      slug: order.slug,
      name: order.facts.name,
      prepare: inWords(plainWords(order.facts.prepare), tx.ctx.language),
      where: order.facts.where,
    },
    station: station ? { name: station.name, phone: station.phone } : null,
    startsAt: visit.startsAt.toISOString(),
    endsAt: visit.endsAt.toISOString(),
    leads: people.some((one) => one.personId === actor.id && one.leads),
    withNames: people.filter((one) => one.personId !== actor.id).map((one) => found(names.get(one.personId))),
    others: people
      .filter((one) => one.personId !== actor.id)
      .map(({ personId }) => ({ personId, name: found(names.get(personId)) })),
    own: ownOf(
      visit,
      all.find((one) => one.personId === actor.id),
    ),
    mentorName: newcomers.has(actor.id) && lead ? (names.get(lead.personId) ?? '') : null,
    newcomerNames: lead?.personId === actor.id ? [...newcomers].map((id) => found(names.get(id))) : [],
    handOver: visit.state === 'planned' ? await handOverOf(tx, visit, actor.id) : null,
    checkedInAt: visit.checkedInAt?.toISOString() ?? null,
    checkInProof: visit.checkInProof,
    degrees: inTime ? await degreesOfStation(tx, order) : null,
    checkedOutAt: visit.checkedOutAt?.toISOString() ?? null,
    minutesServed: visit.minutesServed,
    passphrase: inTime ? await passphraseOf(tx, order) : null,
    note: details?.note ?? null,
    needs: [...(details?.needs ?? [])],
    risk: check?.risk && check.risk !== 'low' ? { risk: check.risk, reason: check.riskReason } : null,
    peopleServed: order.peopleServed,
    checkInFrom: checkInFrom(visit.startsAt).toISOString(),
    seeFrom: seeFrom(visit.startsAt).toISOString(),
    seeUntil: seeUntil(visit.endsAt).toISOString(),
    abilities: visitAbilities(tx, actor, visit, order),
  };
}

function ownOf(visit: VisitRow, one: Assignment | undefined): VisitLine['own'] {
  if (!one || !(visit.assignedIds.includes(one.personId) || visit.absentIds.includes(one.personId))) return null;
  const absent = one.state === 'absent';
  return {
    arrivedAt: one.arrivedAt?.toISOString() ?? null,
    minutes: visit.state === 'done' ? (one.minutesServed ?? (absent ? 0 : visit.minutesServed)) : null,
    said: one.minutesSaidAt !== null,
    absent,
  };
}

// Of those who go to a home for the first time, before it is over: afterwards they are newcomers no more.
async function newcomersAmong(
  tx: Tx,
  order: OrderRow,
  visit: VisitRow,
  people: readonly Assignment[],
): Promise<Set<string>> {
  if (!atHome(order.facts) || (visit.state !== 'planned' && visit.state !== 'under-way')) return new Set();
  const volunteers = await volunteersByIds(
    tx,
    people.filter((one) => !one.leads).map((one) => one.personId),
  );
  return new Set([...volunteers.values()].filter((one) => one.needsMentor).map((one) => one.personId));
}

const isAround = (tx: Tx, visit: VisitRow): boolean =>
  seeFrom(visit.startsAt) <= tx.at && tx.at <= seeUntil(visit.endsAt);
