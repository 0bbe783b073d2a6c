import { isHereSql } from '#access';
import type { Tx } from '#platform/transaction';
import type { DutyRole } from '../contract.ts';
import type { Span } from './spans.ts';

/** A shift of the newsroom's watch: a grant of duty for the whole post, not for one section alone. */
export interface ShiftRow extends Span {
  readonly id: string;
  readonly personId: string;
  readonly role: DutyRole;
  readonly placeId: string;
}

/** The shifts that touch a stretch of time, in order; of one post or of all. Of whoever's account was closed they count no more: there is a gap. */
export const shiftsWithin = (
  tx: Tx,
  { fromAt, untilAt }: Span,
  post: { role: string | null; placeId: string | null } = { role: null, placeId: null },
): Promise<ShiftRow[]> =>
  tx.named<ShiftRow>(
    'newsroom.shifts-within',
    `select g.id, g.person_id as "personId", g.role, g.place_id as "placeId", g.from_at as "fromAt", g.until_at as "untilAt"
       from access.grants g join people.persons p on p.county_id = $1 and p.id = g.person_id and ${isHereSql}
      where g.county_id = $1 and g.duty and g.unit_id is null and g.role in ('chief-editor', 'section-head', 'editor') and g.until_at > g.from_at
        and g.from_at < $3 and g.until_at > $2 and ($4::text is null or g.role = $4) and ($5::uuid is null or g.place_id = $5) order by g.from_at, g.id`,
    [tx.countyId, fromAt, untilAt, post.role, post.placeId],
  );

// Whose end lies before their beginning were taken away before they began.
const anyShift = `select g.id, g.person_id as "personId", g.role, g.place_id as "placeId", g.from_at as "fromAt", g.until_at as "untilAt", g.made_at as "madeAt"
  from access.grants g where g.county_id = $1 and g.duty and g.unit_id is null and g.role in ('chief-editor', 'section-head', 'editor') and g.until_at is not null`;

/** The shift that a grant is, if it is one; also one that was taken away. */
export const shiftOf = async (tx: Tx, grantId: string): Promise<ShiftRow | undefined> =>
  (await tx.named<ShiftRow>('newsroom.shift-of-grant', `${anyShift} and g.id = $2`, [tx.countyId, grantId]))[0];

/** A person's shifts that lay after this moment, also those that were taken away; at most 500. */
export const shiftsOf = (tx: Tx, personId: string, since: Date): Promise<(ShiftRow & { madeAt: Date })[]> =>
  tx.named(
    'newsroom.shifts-of',
    `${anyShift} and g.person_id = $2 and greatest(g.until_at, g.from_at) > $3 order by g.from_at, g.id limit 500`,
    [tx.countyId, personId, since],
  );

/** Moments of the county's wall clock, each given as day and time. */
export async function momentsAt(tx: Tx, days: readonly string[], time: string): Promise<Date[]> {
  const rows = await tx.named<{ at: Date }>(
    'newsroom.moments-at',
    'select (d.day + $2::time) at time zone $3 as at from unnest($1::date[]) with ordinality d(day, n) order by d.n',
    [days, time, tx.ctx.county.timeZone],
  );
  return rows.map(({ at }) => at);
}
