import { placeById, placeName } from '#places';
import type { Actor } from '#platform/actor';
import type { RecordName } from '#platform/manifest';
import { shortMoment } from '#platform/moments';
import { may } from '#platform/permits';
import type { Tx } from '#platform/transaction';
import { rosterHref } from './roster-href.ts';

interface Row {
  readonly id: string;
  readonly role: string;
  readonly placeId: string;
  readonly fromAt: Date;
}

/** What the watch tells of, as lists name it: the post and when the shift begins, of shifts, swaps and hand-overs; the place alone of a gap. Whoever stands there is not named. */
export async function shiftNames(tx: Tx, actor: Actor, ids: readonly string[]): Promise<RecordName[]> {
  const rows = await tx.named<Row>(
    'newsroom.shift-names',
    `select x.id, g.role, g.place_id as "placeId", g.from_at as "fromAt" from (
         select id, id as shift_id from access.grants where county_id = $1 and id = any($2::uuid[])
         union all select id, shift_id from newsroom.shift_swaps where county_id = $1 and id = any($2::uuid[])
         union all select id, shift_id from newsroom.handovers where county_id = $1 and id = any($2::uuid[])) x
       join access.grants g on g.county_id = $1 and g.id = x.shift_id and g.duty`,
    [tx.countyId, ids],
  );
  const placeOf = (id: string): string => {
    const place = placeById(tx, id);
    return place ? placeName(place, tx.ctx.language) : '';
  };
  const posts = rows.map(({ id, role, placeId, fromAt }) => ({
    id,
    placeId,
    title: [tx.ctx.app.wording.say(tx.ctx.tag, `role.${role}`), placeOf(placeId), shortMoment(tx.ctx, fromAt)],
  }));
  const places = ids.filter((id) => placeById(tx, id)).map((id) => ({ id, placeId: id, title: [placeOf(id)] }));
  return [...posts, ...places]
    .filter(({ placeId }) => may(tx, actor, 'duty.see', { placeId }))
    .map(({ id, title }) => ({ id, title: title.filter(Boolean).join(' · '), href: rosterHref }));
}
