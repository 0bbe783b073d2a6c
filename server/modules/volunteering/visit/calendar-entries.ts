import { inWords, placeById, placeName } from '#places';
import type { Actor } from '#platform/actor';
import type { CalendarEntry } from '#platform/manifest';
import type { Tx } from '#platform/transaction';
import type { ServiceFacts } from '../contract.ts';
import { calendarGatherings } from '../gathering/calendar-gatherings.ts';
import { plainWords } from '../plain-words.ts';

interface Row {
  readonly id: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly name: ServiceFacts['name'];
  readonly placeId: string;
  readonly goes: boolean;
  readonly changedAt: Date;
  readonly madeAt: Date;
}

// Calendars look back a little; what ended long ago is no longer told.
const pastDays = 60;

/** A person's own visits, and the trainings and meetings to which they are invited, for their calendar (ADR 23): what, when, in which village. No name, address or phone: calendars lie on other people's machines. What was given back, cancelled or did not come off stays as cancelled, so that a calendar that has it strikes it out. */
export async function calendarEntries(tx: Tx, actor: Actor): Promise<CalendarEntry[]> {
  if (actor.kind !== 'person') return [];
  const since = new Date(tx.at.getTime() - pastDays * 86_400_000);
  const rows = await tx.named<Row>(
    'volunteering.calendar-entries',
    `select v.id, v.starts_at as "startsAt", v.ends_at as "endsAt", sv.facts->'name' as name, o.place_id as "placeId",
            a.state in ('assigned', 'served') and v.state in ('planned', 'under-way', 'done') as goes, greatest(v.changed_at, a.assigned_at, a.ended_at) as "changedAt", v.made_at as "madeAt"
       from volunteering.assignments a join volunteering.visits v on v.county_id = a.county_id and v.id = a.visit_id join volunteering.orders o on o.county_id = v.county_id and o.id = v.order_id
       join volunteering.service_versions sv on sv.county_id = o.county_id and sv.service_id = o.service_id and sv.version = o.service_version
      where a.county_id = $1 and a.person_id = $2 and v.ends_at > $3 order by v.id limit 1000`,
    [tx.countyId, actor.id, since],
  );
  const { language, app } = tx.ctx;
  const visits = rows.map((row) => {
    const place = placeById(tx, row.placeId);
    return {
      id: row.id,
      // Seconds since it was planned: grows with every change, as a calendar asks.
      sequence: Math.max(0, Math.round((row.changedAt.getTime() - row.madeAt.getTime()) / 1_000)),
      changedAt: row.changedAt,
      title: inWords(plainWords(row.name), language),
      description: row.goes ? app.wording.say(language, 'visit.calendar') : '',
      place: place ? placeName(place, language) : '',
      href: `/console/visits/${row.id}`,
      status: row.goes ? ('confirmed' as const) : ('cancelled' as const),
      when: { startsAt: row.startsAt, endsAt: row.endsAt },
    };
  });
  return [...visits, ...(await calendarGatherings(tx, actor.id, since))];
}
