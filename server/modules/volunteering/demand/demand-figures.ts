import { periodOf, placesOf } from '#places';
import type { Actor } from '#platform/actor';
import { mustSomewhere } from '#platform/permits';
import type { Ctx, Tx } from '#platform/transaction';
import type { DemandFigures, OrderFigureQuery } from '../contract.ts';
import { dayAfter, weekOf } from '../county-day.ts';
import { servicesInOrder } from '../service/service-queries.ts';
import type { Service } from '../service/service-queries.ts';
import { askedSince, spansIn, spanSteps } from './demand-queries.ts';
import type { AskedRow } from './demand-queries.ts';
import { forecast, weeksAhead, weeksBack } from './forecast.ts';
import { visitsOfKind, visitsPerWeek, volunteersNow } from './supply.ts';
import type { Volunteer } from '../volunteer/volunteer-queries.ts';

// Twelve weeks, whatever day of the week it is.
const usualDays = 78;
// A year, and what a forecast looks back on before it.
const weeksOfRecord = 52 + weeksBack;

/** Demand against supply: what was asked for by week, kind and place and whether it was met, what is expected of the next weeks, and how many visits those who volunteer could make.
 *  Counts of visits, never of a person. Refuses: BadRequest (400) for an impossible period, NotFound (404) for a place that is not there. */
export async function readDemandFigures(ctx: Ctx, actor: Actor, query: OrderFigureQuery): Promise<DemandFigures> {
  return ctx.transaction(async (tx) => {
    mustSomewhere(tx, actor, 'order.figures');
    const { from, until } = periodOf(tx, query, usualDays);
    const span = { from: weekOf(from), until: dayAfter(weekOf(until), 6) };
    const yearAgo = dayAfter(weekOf(until), -7 * weeksOfRecord);
    const rows = await askedSince(tx, actor, query, { ...span, from: span.from < yearAgo ? span.from : yearAgo });
    const first = rows.reduce((least, { week }) => (week < least ? week : least), span.until);
    const record = { first, until };
    const shown = rows.filter(({ week }) => week >= span.from);
    const volunteers = await volunteersNow(tx, actor, query.placeId);
    return {
      ...span,
      weeks: weeksOf(span).map((week) => ({ week, ...sumOf(shown.filter((row) => row.week === week)) })),
      expected: forecast(wholeWeeks(rows, record)).map((one, n) => ({ week: dayAfter(weekOf(until), 7 * n), ...one })),
      canGoPerWeek: visitsPerWeek(tx, volunteers),
      kinds: await kindsOf(tx, { rows, shown, record, volunteers }, query.serviceId),
      places: placesBelow(tx, shown, query.placeId),
      spans: { upTo: [...spanSteps], ...(await spansIn(tx, actor, query, span)) },
    };
  });
}

const sumOf = (rows: readonly AskedRow[]): { asked: number; met: number } => ({
  asked: rows.reduce((sum, row) => sum + row.asked, 0),
  met: rows.reduce((sum, row) => sum + row.met, 0),
});

function weeksOf({ from, until }: { from: string; until: string }): string[] {
  const weeks: string[] = [];
  for (let week = from; week <= until; week = dayAfter(week, 7)) weeks.push(week);
  return weeks;
}

// From the first week in which anything was asked for, up to the one before that which may not be over: a week without an order of a kind says something, one before the record does not.
function wholeWeeks(rows: readonly AskedRow[], { first, until }: { first: string; until: string }): number[] {
  const byWeek = Map.groupBy(rows, ({ week }) => week);
  return weeksOf({ from: first, until: dayAfter(weekOf(until), -1) }).map(
    (week) => sumOf(byWeek.get(week) ?? []).asked,
  );
}

interface Known {
  readonly rows: readonly AskedRow[];
  readonly shown: readonly AskedRow[];
  /** The first week of record, and the day up to which it goes. */
  readonly record: { readonly first: string; readonly until: string };
  readonly volunteers: readonly Volunteer[];
}

async function kindsOf(tx: Tx, known: Known, serviceId: string | undefined): Promise<DemandFigures['kinds']> {
  const services = (await servicesInOrder(tx, true)).filter((one) => serviceId === undefined || one.id === serviceId);
  return services
    .map((service) => kindOf(tx, known, service))
    .filter((kind) => kind.asked > 0 || (kind.expectedPerWeek ?? 0) > 0)
    .toSorted((a, b) => shortage(b) - shortage(a) || b.asked - a.asked);
}

const shortage = (kind: DemandFigures['kinds'][number]): number =>
  Math.max(0, (kind.highPerWeek ?? 0) - kind.canGoPerWeek);

function kindOf(tx: Tx, known: Known, service: Service): DemandFigures['kinds'][number] {
  const ofKind = (row: AskedRow): boolean => row.serviceId === service.id;
  const expected = forecast(wholeWeeks(known.rows.filter(ofKind), known.record));
  const meanOf = (of: (one: (typeof expected)[number]) => number): number | null =>
    expected.length === 0 ? null : Math.round((expected.reduce((sum, one) => sum + of(one), 0) / weeksAhead) * 10) / 10;
  return {
    serviceId: service.id,
    name: service.facts.name,
    ...sumOf(known.shown.filter(ofKind)),
    expectedPerWeek: meanOf((one) => one.mean),
    highPerWeek: meanOf((one) => one.high),
    canGoPerWeek: visitsOfKind(tx, known.volunteers, service.facts),
  };
}

function placesBelow(tx: Tx, rows: readonly AskedRow[], placeId: string | undefined): DemandFigures['places'] {
  const tree = placesOf(tx);
  const above = placeId ?? tree.root?.id;
  const parts = above === undefined ? [] : tree.children(above);
  return parts
    .map((part) => ({
      placeId: part.id,
      name: part.name,
      ...sumOf(rows.filter((row) => tree.covers(part.id, row.placeId))),
    }))
    .filter(({ asked }) => asked > 0);
}
