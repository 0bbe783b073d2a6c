import { codeOf, inWords, placeOrRefuse } from '#places';
import { found } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import { stationsByIds } from '#stations';
import type { Report, ReportQuery } from '../contract.ts';
import { ordersByIds, orderIdByCode } from '../order/order-queries.ts';
import type { OrderRow } from '../order/order-queries.ts';
import { wordsOf } from './report-words.ts';

const daysShown = 90;
const mostShown = 100;

/** Reports of public kinds, newest first: of the last 90 days unless times are given, at most a hundred (GeoReport v2, GET Service Requests). Nothing that somebody said of themselves is in them. */
export async function listReports(ctx: Ctx, query: ReportQuery): Promise<Report[]> {
  return ctx.transaction(async (tx) => {
    const ids = query.service_request_id;
    const answer = await tx.client.query<{ id: string }>(
      `select o.id from volunteering.orders o join volunteering.services s on s.county_id = o.county_id and s.id = o.service_id
        where o.county_id = $1 and (s.facts->>'publicKind')::boolean and not o.suspect
          and ($2::uuid[] is null or o.id = any($2)) and ($3::text[] is null or s.slug = any($3))
          and ($2::uuid[] is not null or (o.happened_at >= $4::timestamptz and o.happened_at <= $5::timestamptz))
          and ($6::boolean is null or (o.ended_at is null) = $6)
        order by o.happened_at desc, o.id desc limit ${mostShown}`,
      [
        tx.countyId,
        ids ?? null,
        query.service_code?.split(',') ?? null,
        query.start_date ?? new Date(Date.parse(query.end_date ?? tx.at.toISOString()) - daysShown * 86_400_000),
        query.end_date ?? tx.at,
        isOpenOnly(query.status),
      ],
    );
    const rows = await ordersByIds(
      tx,
      answer.rows.map(({ id }) => id),
    );
    return reportsOf(
      tx,
      answer.rows.flatMap(({ id }) => rows.get(id) ?? []),
    );
  });
}

/** One report, or 404 (GeoReport v2, GET Service Request). */
export async function readReport(ctx: Ctx, id: string): Promise<Report[]> {
  const reports = await listReports(ctx, { service_request_id: [id] });
  found(reports[0]);
  return reports;
}

/** Which report a token belongs to: the code that whoever reported was given (GeoReport v2, GET service_request_id from a token). Refuses: NotFound (404). */
export async function reportOfToken(ctx: Ctx, token: string): Promise<{ service_request_id: string; token: string }[]> {
  const id = await ctx.transaction(async (tx) => found(await orderIdByCode(tx, token)));
  await readReport(ctx, id);
  return [{ service_request_id: id, token }];
}

// Both or neither named: of either state.
function isOpenOnly(status: string | undefined): boolean | null {
  const named = new Set(status?.split(','));
  return named.size === 1 ? named.has('open') : null;
}

async function reportsOf(tx: Tx, orders: readonly OrderRow[]): Promise<Report[]> {
  const { language } = tx.ctx;
  const stations = await stationsByIds(
    tx,
    orders.flatMap(({ stationId }) => stationId ?? []),
  );
  return orders.map((order) => {
    const place = placeOrRefuse(tx, order.placeId);
    const station = stations.get(order.stationId ?? '');
    return {
      service_request_id: order.id,
      status: order.endedAt === null ? 'open' : 'closed',
      status_notes: wordsOf(language).notes[order.state],
      service_name: inWords(order.facts.name, language),
      service_code: order.slug,
      agency_responsible: station ? inWords(station.name, language) : null,
      requested_datetime: order.happenedAt.toISOString(),
      updated_datetime: order.changedAt.toISOString(),
      expected_datetime: order.dueAt?.toISOString() ?? null,
      address: inWords(place.name, language),
      address_id: codeOf(place),
      ...nothingOfTheResident,
    };
  });
}

// What the standard has room for and we keep to ourselves: words, pictures and the very spot.
const nothingOfTheResident = {
  description: null,
  service_notice: null,
  zipcode: null,
  lat: null,
  long: null,
  media_url: null,
} as const;
