import { displayNames } from '#people';
import { placeLine, placeOrRefuse } from '#places';
import type { Actor } from '#platform/actor';
import type { Words } from '#platform/county';
import { abilitiesOn, may } from '#platform/permits';
import { found } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import type { GatheringKind, GatheringLine, TrainingRecord } from '../contract.ts';
import { onTheWall } from '../county-day.ts';

/** A training or a meeting as verbs and rules see it. */
export interface Gathering {
  readonly id: string;
  readonly kind: GatheringKind;
  readonly teamId: string | null;
  readonly teamName: Words | null;
  /** Who leads that team. */
  readonly leaderId: string | null;
  readonly placeId: string;
  readonly room: string;
  readonly topic: string;
  readonly training: string | null;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly validUntil: string | null;
  readonly madeBy: string;
  readonly cancelledAt: Date | null;
  readonly version: number;
  readonly guestIds: readonly string[];
  readonly presentIds: readonly string[];
}

/** Columns of a Gathering, from `gatheringTables`. */
export const gatheringColumns = `g.id, g.kind, g.team_id as "teamId", t.name as "teamName", t.leader_id as "leaderId", g.place_id as "placeId", g.room, g.topic, g.training, g.starts_at as "startsAt", g.ends_at as "endsAt",
  to_char(g.valid_until, 'YYYY-MM-DD') as "validUntil", g.made_by as "madeBy", g.cancelled_at as "cancelledAt", g.version,
  array(select p.person_id::text from volunteering.gathering_guests p where p.county_id = g.county_id and p.gathering_id = g.id order by p.person_id) as "guestIds",
  array(select p.person_id::text from volunteering.gathering_guests p where p.county_id = g.county_id and p.gathering_id = g.id and p.present_at is not null order by p.person_id) as "presentIds"`;
/** The tables behind it. */
export const gatheringTables =
  'volunteering.gatherings g left join volunteering.teams t on t.county_id = g.county_id and t.id = g.team_id';

/** One of them, locked, or 404. Its guests are read once it is: whoever held it before may have written down who came. */
export async function gatheringForUpdate(tx: Tx, id: string): Promise<Gathering> {
  await tx.named(
    'volunteering.gathering-lock',
    'select id from volunteering.gatherings where county_id = $1 and id = $2 for update',
    [tx.countyId, id],
  );
  return gatheringById(tx, id);
}

async function gatheringById(tx: Tx, id: string): Promise<Gathering> {
  const [row] = await tx.named<Gathering>(
    'volunteering.gathering',
    `select ${gatheringColumns} from ${gatheringTables} where g.county_id = $1 and g.id = $2`,
    [tx.countyId, id],
  );
  return found(row);
}

/** Gatherings as screens show them: who is invited stands there for those who keep it; whoever is invited sees themselves alone. */
export async function gatheringLines(tx: Tx, actor: Actor, rows: readonly Gathering[]): Promise<GatheringLine[]> {
  const keeps = (row: Gathering): boolean => may(tx, actor, 'gathering.write', row);
  const shown = (row: Gathering): readonly string[] =>
    keeps(row) ? row.guestIds : row.guestIds.filter((id) => id === actor.id);
  const names = await displayNames(
    tx,
    rows.flatMap((row) => [row.madeBy, ...shown(row)]),
  );
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    topic: row.topic,
    place: placeLine(placeOrRefuse(tx, row.placeId)),
    room: row.room,
    team: row.teamId && row.teamName ? { id: row.teamId, name: row.teamName } : null,
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    training: row.training,
    validUntil: row.validUntil,
    cancelled: row.cancelledAt !== null,
    version: row.version,
    calledBy: names.get(row.madeBy) ?? '',
    guests: shown(row).map((personId) => ({
      personId,
      name: names.get(personId) ?? '',
      present: row.presentIds.includes(personId),
    })),
    guestCount: row.guestIds.length,
    presentCount: row.presentIds.length,
    abilities: abilitiesOn(tx, actor, 'gathering', row),
  }));
}

/** One of them, as it stands now. */
export const oneGatheringLine = async (tx: Tx, actor: Actor, id: string): Promise<GatheringLine> =>
  found((await gatheringLines(tx, actor, [await gatheringById(tx, id)]))[0]);

/** What these volunteers have learned, newest first. */
export async function trainingsOf(tx: Tx, personIds: readonly string[]): Promise<Map<string, TrainingRecord[]>> {
  const rows = await tx.named<{
    personId: string;
    gatheringId: string;
    topic: string;
    training: string | null;
    startsAt: Date;
    endsAt: Date;
    validUntil: string | null;
    markedBy: string;
  }>(
    'volunteering.trainings-of',
    `select p.person_id as "personId", g.id as "gatheringId", g.topic, g.training, g.starts_at as "startsAt", g.ends_at as "endsAt", to_char(g.valid_until, 'YYYY-MM-DD') as "validUntil", p.marked_by as "markedBy"
       from volunteering.gathering_guests p join volunteering.gatherings g on g.county_id = p.county_id and g.id = p.gathering_id
      where p.county_id = $1 and p.person_id = any($2::uuid[]) and p.present_at is not null and g.kind = 'training' order by g.starts_at desc, g.id`,
    [tx.countyId, personIds],
  );
  const names = await displayNames(
    tx,
    rows.map((row) => row.markedBy),
  );
  const { day } = onTheWall(tx.at, tx.ctx.county.timeZone);
  const byPerson = new Map<string, TrainingRecord[]>();
  for (const { personId, startsAt, endsAt, ...row } of rows) {
    const known = byPerson.get(personId) ?? [];
    known.push({
      ...row,
      heldAt: startsAt.toISOString(),
      minutes: Math.round((endsAt.getTime() - startsAt.getTime()) / 60_000),
      valid: row.validUntil === null || row.validUntil >= day,
      markedBy: names.get(row.markedBy) ?? '',
    });
    byPerson.set(personId, known);
  }
  return byPerson;
}
