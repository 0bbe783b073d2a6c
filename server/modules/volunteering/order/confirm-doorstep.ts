import { displayNames } from '#people';
import { placeLine, placeOrRefuse } from '#places';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { mustSomewhere, rangesFor } from '#platform/permits';
import { refuse } from '#platform/refuse';
import { count } from '#platform/throttles';
import type { Ctx, Tx } from '#platform/transaction';
import type { DoorstepAnswer } from '../contract.ts';
import { atHome } from '../dispatch/gates/gate.ts';
import { handledSql } from './handled-sql.ts';
import { orderColumns, orderTables } from './order-queries.ts';
import type { OrderRow } from './order-queries.ts';
import { passphraseOf, spoken } from './passphrase.ts';

const questionsAnHour = 60;

/** A caller asks whether somebody at their door is ours: the visits around now, of the asker's places, whose helper says these words. Shows when, what and who by first name; no address. The question is in the audit, never the words.
 *  Refuses: Forbidden (403), TooManyRequests (429) from the 61st in an hour. */
export async function confirmDoorstep(ctx: Ctx, actor: Actor, typed: string): Promise<DoorstepAnswer> {
  return ctx.transaction(async (tx) => {
    mustSomewhere(tx, actor, 'order.confirm-doorstep');
    const { hits, secondsLeft } = await count(tx, { scope: `volunteering.doorstep:${actor.id}`, minutes: 60 });
    if (hits > questionsAnHour) refuse('TooManyRequests', { retryAfterSeconds: secondsLeft });
    const said = spoken(typed);
    const fitting: OrderRow[] = [];
    for (const order of await expectedNow(tx, actor))
      if (atHome(order.facts) && spoken(await passphraseOf(tx, order)) === said) fitting.push(order);
    await audit(tx, actor, {
      act: 'order.confirm-doorstep',
      noun: 'order',
      subjectId: fitting[0]?.id ?? 'by-words',
      detail: { found: fitting.length },
    });
    return { items: await answersOf(tx, fitting), total: fitting.length };
  });
}

// Somebody is expected, or there: a day before and after, as for whoever goes.
function expectedNow(tx: Tx, actor: Actor): Promise<OrderRow[]> {
  const { ranges, units } = rangesFor(tx, actor, 'order.confirm-doorstep');
  return tx.named<OrderRow>(
    'volunteering.expected-now',
    `select ${orderColumns} from ${orderTables}
      where o.county_id = $1 and ${handledSql('o.place_id', 'o.station_id', 2, 4)} and o.state in ('taken', 'under-way')
        and v.starts_at < $5::timestamptz + interval '1 day' and v.ends_at > $5::timestamptz - interval '1 day' order by v.starts_at`,
    [tx.countyId, ranges.map(([lo]) => lo), ranges.map(([, hi]) => hi), units, tx.at],
  );
}

async function answersOf(tx: Tx, orders: readonly OrderRow[]): Promise<DoorstepAnswer['items']> {
  const names = await displayNames(
    tx,
    orders.flatMap((order) => order.assignedIds),
  );
  return orders.flatMap((order) => {
    const { visitStartsAt, visitEndsAt } = order;
    if (!visitStartsAt || !visitEndsAt) return [];
    return [
      {
        orderId: order.id,
        service: order.facts.name,
        place: placeLine(placeOrRefuse(tx, order.placeId)),
        startsAt: visitStartsAt.toISOString(),
        endsAt: visitEndsAt.toISOString(),
        visitState: order.state === 'under-way' ? ('under-way' as const) : ('planned' as const),
        helpers: order.assignedIds.map((id) => firstName(names.get(id) ?? '')),
      },
    ];
  });
}

// Surnames of two characters that are still met; all others have one.
const longSurnames = ['欧阳', '上官', '司马', '诸葛', '夏侯', '皇甫', '尉迟', '公孙', '慕容', '令狐', '司徒', '东方'];

/** The name by which somebody is called at a door: the given name of a Chinese name, the first of several. */
export function firstName(name: string): string {
  if (!/^\p{Script=Han}{2,4}$/u.test(name)) return name.split(' ')[0] ?? name;
  const surname = longSurnames.some((one) => name.startsWith(one)) && name.length > 2 ? 2 : 1;
  return name.slice(surname);
}
