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

/** The shifts that touch a stretch of time, in order; of one post or of all. */
export const shiftsWithin = (
  tx: Tx,
  { fromAt, untilAt }: Span,
  post: { role: string | null; placeId: string | null } = { role: null, placeId: null },
): Promise<ShiftRow[]> =>
  tx.named<ShiftRow>(
    'newsroom.shifts-within',
    `select g.id, g.person_id as "personId", g.role, g.place_id as "placeId", g.from_at as "fromAt", g.until_at as "untilAt"
       from access.grants g join people.persons p on p.county_id = $1 and p.id = g.person_id and p.active
      where g.county_id = $1 and g.duty and g.unit_id is null and g.role in ('chief-editor', 'section-head', 'editor') and g.until_at > g.from_at
        and g.from_at < $3 and g.until_at > $2 and ($4::text is null or g.role = $4) and ($5::uuid is null or g.place_id = $5) order by g.from_at, g.id`,
    [tx.countyId, fromAt, untilAt, post.role, post.placeId],
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
