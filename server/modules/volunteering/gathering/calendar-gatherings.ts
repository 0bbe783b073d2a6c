import { placeById, placeName } from '#places';
import type { CalendarEntry } from '#platform/manifest';
import type { Tx } from '#platform/transaction';

interface Row {
  readonly id: string;
  readonly kind: 'training' | 'meeting';
  readonly topic: string;
  readonly room: string;
  readonly placeId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly madeAt: Date;
  readonly changedAt: Date;
  readonly isOff: boolean;
}

/** Trainings and meetings to which somebody is invited, for their calendar; what was called off stays as cancelled. Nobody else's name stands in it. */
export async function calendarGatherings(tx: Tx, personId: string, since: Date): Promise<CalendarEntry[]> {
  const rows = await tx.named<Row>(
    'volunteering.calendar-gatherings',
    `select g.id, g.kind, g.topic, g.room, g.place_id as "placeId", g.starts_at as "startsAt", g.ends_at as "endsAt", g.made_at as "madeAt", g.changed_at as "changedAt", g.cancelled_at is not null as "isOff"
       from volunteering.gathering_guests p join volunteering.gatherings g on g.county_id = p.county_id and g.id = p.gathering_id
      where p.county_id = $1 and p.person_id = $2 and g.ends_at > $3 order by g.id limit 500`,
    [tx.countyId, personId, since],
  );
  const { language, app } = tx.ctx;
  return rows.map((row) => {
    const place = placeById(tx, row.placeId);
    return {
      id: row.id,
      sequence: Math.max(0, Math.round((row.changedAt.getTime() - row.madeAt.getTime()) / 1_000)),
      changedAt: row.changedAt,
      title: app.wording.say(language, `gathering.${row.kind}`, { topic: row.topic }),
      description: '',
      place: [place ? placeName(place, language) : '', row.room].filter(Boolean).join(' '),
      href: '/console/gatherings',
      status: row.isOff ? ('cancelled' as const) : ('confirmed' as const),
      when: { startsAt: row.startsAt, endsAt: row.endsAt },
    };
  });
}
