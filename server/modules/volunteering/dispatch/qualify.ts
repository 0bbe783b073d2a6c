import { quietHoursOf } from '#notices';
import { personsByIds } from '#people';
import { placeById } from '#places';
import { together } from '#platform/together';
import type { Tx } from '#platform/transaction';
import type { ServiceFacts } from '../contract.ts';
import { onTheWall } from '../county-day.ts';
import { ageBandsOf, bandOf } from '../volunteer/age-bands.ts';
import { countyCaps } from '../volunteer/caps.ts';
import type { Volunteer } from '../volunteer/volunteer-queries.ts';
import { excludedFor } from './exclusions.ts';
import type { Asked, Besides, Engagement, Whom } from './gates/gate.ts';
import { judge } from './gates/judge.ts';
import type { Qualification } from './gates/judge.ts';

export type { Qualification } from './gates/judge.ts';

/** The stretch of time in question, and the visit that does not count as an overlap with itself. With the order, distance and private exclusions are asked as well. */
export interface Slot {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly visitId?: string | null;
  readonly order?: { readonly id: string; readonly placeId: string } | undefined;
  /** Of the same round before this one; left out: none. */
  readonly besides?: Besides;
}

/** Asks the hard rules (`gates/`) about each volunteer for one visit. */
export async function qualify(
  tx: Tx,
  facts: ServiceFacts,
  volunteers: readonly Volunteer[],
  slot: Slot,
): Promise<Map<string, Qualification>> {
  const asked = askedOf(tx, facts, slot);
  const whom = await whomOf(tx, volunteers, {
    from: slot.startsAt,
    until: slot.endsAt,
    day: asked.day,
    visitId: slot.visitId ?? null,
  });
  const excluded = slot.order ? ((await excludedFor(tx, [slot.order.id])).get(slot.order.id) ?? nobody) : nobody;
  return new Map(
    whom.map((one) => {
      const id = one.volunteer.personId;
      return [id, judge({ ...one, excluded: excluded.has(id) }, asked)];
    }),
  );
}

const nobody: ReadonlySet<string> = new Set();
const alone: Besides = { visits: 0, minutes: 0 };

/** A visit as the rules look at it. */
export function askedOf(tx: Tx, facts: ServiceFacts, slot: Slot): Asked {
  const { day, weekday, minuteOfDay } = onTheWall(slot.startsAt, tx.ctx.county.timeZone);
  return {
    facts,
    place: slot.order ? (placeById(tx, slot.order.placeId) ?? null) : null,
    startsAt: slot.startsAt,
    endsAt: slot.endsAt,
    day,
    lastDay: onTheWall(new Date(slot.endsAt.getTime() - 1), tx.ctx.county.timeZone).day,
    weekday,
    fromMinute: minuteOfDay,
    untilMinute: minuteOfDay + (slot.endsAt.getTime() - slot.startsAt.getTime()) / 60_000,
    besides: slot.besides ?? alone,
  };
}

/** Volunteers with all that the rules look at, engagements in the weeks around included; whether they are excluded is not asked here. `day` decides about age. */
export async function whomOf(
  tx: Tx,
  volunteers: readonly Volunteer[],
  around: { from: Date; until: Date; day: string; visitId: string | null },
): Promise<Whom[]> {
  const ids = volunteers.map((one) => one.personId);
  const [engagements, persons, quiet, { bands }] = await together(
    engagementsOf(tx, ids, around),
    personsByIds(tx, ids),
    quietHoursOf(tx, ids),
    ageBandsOf(tx),
  );
  const caps = countyCaps(tx);
  return volunteers.map((volunteer) => {
    const person = persons.get(volunteer.personId) ?? null;
    return {
      volunteer,
      person,
      home: placeById(tx, volunteer.homePlaceId) ?? null,
      engagements: engagements.get(volunteer.personId) ?? [],
      quiet: quiet.get(volunteer.personId) ?? { quietFrom: null, quietUntil: null },
      band: bandOf(bands, volunteer.bornOn, person?.isChild ?? false, around.day),
      excluded: false,
      perDay: caps.visitsPerDay,
      perWeek: caps.visitsPerWeek,
    };
  });
}

const weekInMilliseconds = 7 * 86_400_000;

async function engagementsOf(
  tx: Tx,
  ids: readonly string[],
  around: { from: Date; until: Date; visitId: string | null },
): Promise<Map<string, Engagement[]>> {
  const rows = await tx.named<{
    id: string;
    visitId: string;
    startsAt: Date;
    endsAt: Date;
    placeId: string;
    stands: boolean;
  }>(
    'volunteering.engagements',
    `select a.person_id as id, v.id as "visitId", v.starts_at as "startsAt", v.ends_at as "endsAt", o.place_id as "placeId", (a.state = 'assigned' and v.state in ('planned', 'under-way')) as stands
       from volunteering.assignments a join volunteering.visits v on v.county_id = a.county_id and v.id = a.visit_id join volunteering.orders o on o.county_id = v.county_id and o.id = v.order_id
      where a.county_id = $1 and a.person_id = any($2::uuid[]) and a.state in ('assigned', 'served') and v.state in ('planned', 'under-way', 'done') and v.starts_at < $4 and v.ends_at > $3 and ($5::uuid is null or v.id <> $5)`,
    [
      tx.countyId,
      ids,
      new Date(around.from.getTime() - weekInMilliseconds),
      new Date(around.until.getTime() + weekInMilliseconds),
      around.visitId,
    ],
  );
  const byPerson = new Map<string, Engagement[]>();
  for (const { id, placeId, ...row } of rows) {
    const known = byPerson.get(id) ?? [];
    known.push({
      ...row,
      day: onTheWall(row.startsAt, tx.ctx.county.timeZone).day,
      place: placeById(tx, placeId) ?? null,
    });
    byPerson.set(id, known);
  }
  return byPerson;
}
