import { placeById, rootPlace } from '#places';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import { newId } from '#platform/ids';
import { atOrBelowSql, must, mustSomewhere, rangesFor } from '#platform/permits';
import { found, refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { DrawAnswer, NewDraw } from '../contract.ts';
import { callBacksDrawn } from '../events.ts';
import { handledSql } from '../order/handled-sql.ts';
import { teamsOf } from '../volunteer/team-queries.ts';
import { independentCallers, involvedSql } from './independent-callers.ts';
import type { Asked } from './independent-callers.ts';

interface Drawn extends Asked {
  readonly visitId: string;
  readonly orderId: string;
}

/** Draws finished visits whose SHA-256 of seed and id is smallest (nobody can choose, anybody can draw them again), and gives each to one of the callers who had no part in it and is in no team of those who went. What was drawn before is not drawn again.
 *  Refuses: BadRequest (400) for no days or more than 92, NotFound (404) for a place that is not there. */
export async function drawCallBacks(ctx: Ctx, actor: Actor, request: NewDraw): Promise<DrawAnswer> {
  return ctx.transaction(async (tx) => {
    const place = request.placeId ? found(placeById(tx, request.placeId)) : rootPlace(tx);
    if (request.placeId) must(tx, actor, 'call-back.draw', { placeId: place.id });
    else mustSomewhere(tx, actor, 'call-back.draw');
    const days = (Date.parse(request.until) - Date.parse(request.from)) / 86_400_000;
    if (days < 0 || days > 92) refuse('BadRequest', {}, [{ path: '/until', code: 'invalid_value' }]);
    const { drawn, population } = await sample(tx, actor, request);
    const drawId = newId<'call-back-draw'>();
    await tx.named(
      'volunteering.draw-call-backs',
      'insert into volunteering.call_back_draws (county_id, id, place_id, from_on, until_on, seed, population, made_by, made_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
      [tx.countyId, drawId, place.id, request.from, request.until, request.seed, population, actor.id, tx.at],
    );
    const teams = await teamsOf(tx);
    const callers: (string | null)[] = [];
    for (const [at, one] of drawn.entries()) {
      const free = await independentCallers(tx, one, { teams, named: request.callerIds });
      // By turns, so that the calls are shared.
      const caller = free[at % free.length] ?? null;
      callers.push(caller);
      await tx.named(
        'volunteering.add-call-back',
        'insert into volunteering.call_backs (county_id, id, draw_id, order_id, visit_id, caller_id) values ($1, $2, $3, $4, $5, $6)',
        [tx.countyId, newId<'call-back'>(), drawId, one.orderId, one.visitId, caller],
      );
    }
    const personIds = [...new Set(callers.filter((id) => id !== null))];
    await emit(tx, callBacksDrawn, actor, { drawId, personIds });
    await audit(tx, actor, {
      act: 'call-back.draw',
      noun: 'call-back',
      subjectId: drawId,
      placeId: place.id,
      detail: { seed: request.seed, from: request.from, until: request.until, count: drawn.length },
    });
    return { drawn: drawn.length, population, unassigned: callers.filter((id) => id === null).length };
  });
}

// Only orders that are not over yet: whom to ring may be looked at as long as they are open.
async function sample(tx: Tx, actor: Actor, request: NewDraw): Promise<{ drawn: Drawn[]; population: number }> {
  const { ranges, units } = rangesFor(tx, actor, 'call-back.draw');
  const zone = tx.ctx.county.timeZone;
  const values: unknown[] = [
    tx.countyId,
    ranges.map(([lo]) => lo),
    ranges.map(([, hi]) => hi),
    request.from,
    request.until,
    zone,
    units,
  ];
  const here = request.placeId ? atOrBelowSql(tx, 'o.place_id', request.placeId, values) : 'true';
  const from = `volunteering.orders o where o.county_id = $1 and ${handledSql('o', 2, 7)} and ${here} and o.state in ('done', 'confirmed') and o.forgotten_at is null and not o.suspect
      and o.done_at >= $4::date::timestamp at time zone $6 and o.done_at < ($5::date + 1)::timestamp at time zone $6
      and not exists (select 1 from volunteering.call_backs c where c.county_id = o.county_id and c.visit_id = o.visit_id)`;
  const [count] = (
    await tx.client.query<{ population: number }>(`select count(*)::int as population from ${from}`, values)
  ).rows;
  const seed = values.push(request.seed);
  const { rows } = await tx.client.query<Drawn>(
    `select o.visit_id as "visitId", o.id as "orderId", o.place_id as "placeId", o.station_id as "stationId",
        ${involvedSql} as involved
       from ${from} order by sha256(convert_to($${seed} || o.visit_id::text, 'UTF8')), o.id limit $${values.push(request.size)}`,
    values,
  );
  return { drawn: rows, population: count?.population ?? 0 };
}
