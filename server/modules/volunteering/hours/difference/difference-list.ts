import type { z } from 'zod';
import { displayNames } from '#people';
import type { Actor } from '#platform/actor';
import { cursorOf, readTimeCursor } from '#platform/keyset';
import { may, rangesFor } from '#platform/permits';
import { found } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { HourDifferenceLine, hourDifferenceList, HourDifferenceQuery } from '../../contract.ts';
import { handledSql } from '../../order/handled-sql.ts';
import { ordersByIds } from '../../order/order-queries.ts';
import { answersTo, differenceById, differenceColumns, differenceTables } from './difference-queries.ts';
import type { DifferenceRow } from './difference-queries.ts';

/** One as screens show it. */
export const oneDifference = async (tx: Tx, actor: Actor, id: string): Promise<HourDifferenceLine> =>
  found((await differenceLines(tx, actor, [found(await differenceById(tx, id))]))[0]);

/** Where both sides disagree: about one's own hours, or at one's places; what ends soonest first, or what was said last. */
export async function listDifferences(
  ctx: Ctx,
  actor: Actor,
  query: HourDifferenceQuery,
): Promise<z.infer<typeof hourDifferenceList>> {
  return ctx.transaction(async (tx) => {
    const { ranges, units } = rangesFor(tx, actor, 'hours.see-difference');
    const values: unknown[] = [tx.countyId, ranges.map(([lo]) => lo), ranges.map(([, hi]) => hi), actor.id, units];
    const mine = `exists (select 1 from volunteering.assignments a where a.county_id = d.county_id and a.visit_id = d.visit_id and a.person_id = $4::uuid and a.state = 'served')`;
    const parts = [
      'd.county_id = $1 and cardinality($2::int[]) >= 0 and cardinality($3::int[]) >= 0 and cardinality($5::uuid[]) >= 0',
      query.mine ? mine : `(${handledSql('o', 2, 5)} or ${mine})`,
    ];
    if (query.open) parts.push('e.difference_id is null');
    if (query.orderId) parts.push(`d.order_id = $${values.push(query.orderId)}::uuid`);
    if (query.q) {
      const part = `'%' || $${values.push(query.q.replace(/[\\%_]/g, '\\$&'))} || '%'`;
      parts.push(
        `(e.reason ilike ${part} or exists (select 1 from volunteering.service_versions sv where sv.county_id = o.county_id and sv.service_id = o.service_id and sv.version = o.service_version and sv.facts ->> 'name' ilike ${part})
          or exists (select 1 from volunteering.assignments a join people.persons p on p.county_id = a.county_id and p.id = a.person_id where a.county_id = d.county_id and a.visit_id = d.visit_id and a.state = 'served' and p.display_name ilike ${part}))`,
      );
    }
    const where = parts.join(' and ');
    const [count] = (
      await tx.client.query<{ total: number }>(
        `select count(*)::int as total from ${differenceTables} where ${where}`,
        values,
      )
    ).rows;
    const reached = query.cursor ? readTimeCursor(query.cursor, 'cursor') : undefined;
    const [key, order, after] = query.sort === 'newest' ? ['d.said_at', 'desc', '<'] : ['d.due_at', 'asc', '>'];
    const from = reached
      ? `(${key}, d.id) ${after} ($${values.push(reached.at)}::timestamptz, $${values.push(reached.id)}::uuid)`
      : 'true';
    const { rows } = await tx.client.query<DifferenceRow>(
      `select ${differenceColumns} from ${differenceTables} where ${where} and ${from} order by ${key} ${order}, d.id ${order} limit $${values.push(query.limit + 1)}`,
      values,
    );
    const shown = rows.slice(0, query.limit);
    const last = shown.at(-1);
    return {
      items: await differenceLines(tx, actor, shown),
      next:
        rows.length > query.limit && last
          ? cursorOf((query.sort === 'newest' ? last.saidAt : last.dueAt).toISOString(), last.id)
          : null,
      total: count?.total ?? 0,
    };
  });
}

async function differenceLines(tx: Tx, actor: Actor, rows: readonly DifferenceRow[]): Promise<HourDifferenceLine[]> {
  const ids = rows.map((row) => row.id);
  const orders = await ordersByIds(
    tx,
    rows.map((row) => row.orderId),
  );
  const answers = await answersTo(tx, ids);
  const names = await displayNames(
    tx,
    rows.flatMap((row) => row.servedIds),
  );
  return rows.map((row) => ({
    id: row.id,
    orderId: row.orderId,
    service: found(orders.get(row.orderId)).facts.name,
    placeId: row.placeId,
    people: row.servedIds.map((personId) => {
      const answer = answers.get(row.id)?.find((one) => one.personId === personId);
      return {
        personId,
        name: names.get(personId) ?? '',
        agrees: answer?.agrees ?? null,
        said: answer?.said ?? '',
      };
    }),
    recorded: { minutes: row.recordedMinutes, evidence: row.recordedEvidence },
    said: { minutes: row.saidMinutes, to: row.saidTo, at: row.saidAt.toISOString() },
    dueAt: row.dueAt.toISOString(),
    end:
      row.way && row.minutes !== null && row.endedAt
        ? {
            way: row.way,
            minutes: row.minutes,
            inLedger: row.inLedger,
            reason: row.reason,
            at: row.endedAt.toISOString(),
          }
        : null,
    abilities: abilitiesOf(tx, actor, row),
  }));
}

function abilitiesOf(tx: Tx, actor: Actor, row: DifferenceRow): string[] {
  if (row.way !== null) return [];
  const mayDecide =
    may(tx, actor, 'hours.decide', row) && !row.servedIds.includes(actor.id) && row.enteredBy.id !== actor.id;
  return [
    ...(may(tx, actor, 'hours.answer-difference', row) ? ['hours.answer-difference'] : []),
    ...(mayDecide ? ['hours.decide'] : []),
  ];
}
