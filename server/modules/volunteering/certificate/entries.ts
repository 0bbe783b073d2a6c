import type { Tx } from '#platform/transaction';
import type { CertifiedService, HourSums, RecordingUnit } from '../contract.ts';
import { countsSql, minutesByEvidenceSql } from '../hours/counts.ts';
import { unitNames } from '../hours/unit-names.ts';
import { plainWords } from '../plain-words.ts';
import { requestWaitsSql } from './request-waits.ts';

/** What one unit recorded for one person in a span of days. */
export interface Span {
  readonly personId: string;
  readonly unitId: string | null;
  readonly from: string;
  readonly until: string;
}

/** More services than this stand in no certificate; a shorter span is asked for. */
export const mostServices = 1_000;

// Days are the county's: $4 and $5 are days, $6 the zone.
const ofSpan = `h.county_id = $1 and h.person_id = $2 and h.unit_id is not distinct from $3::uuid
  and h.happened_at >= $4::date::timestamp at time zone $6 and h.happened_at < ($5::date + 1)::timestamp at time zone $6 and ${countsSql}`;
const valuesOf = (tx: Tx, span: Span): unknown[] => [
  tx.countyId,
  span.personId,
  span.unitId,
  span.from,
  span.until,
  tx.ctx.county.timeZone,
];

/** The entries that count, oldest first; one more than a certificate takes, where there are more. */
export const certifiedServices = (tx: Tx, span: Span): Promise<(CertifiedService & { national: boolean })[]> =>
  tx.named(
    'volunteering.certified-services',
    `select h.id as "hourId", to_char(h.happened_at at time zone $6, 'YYYY-MM-DD') as on, sv.facts -> 'name' as service, h.minutes, h.evidence,
       coalesce((select n.matches from volunteering.national_records n where n.county_id = h.county_id and n.hour_id = h.id order by n.id desc limit 1), false) as national
       from volunteering.hours h join volunteering.service_versions sv on sv.county_id = h.county_id and sv.service_id = h.service_id and sv.version = h.service_version
      where ${ofSpan} order by h.happened_at, h.id limit ${mostServices + 1}`,
    valuesOf(tx, span),
  );

/** Their minutes by class of evidence. */
export async function certifiedSums(tx: Tx, span: Span): Promise<HourSums> {
  const [sums] = await tx.named<HourSums>(
    'volunteering.certified-sums',
    `select ${minutesByEvidenceSql} from volunteering.hours h where ${ofSpan}`,
    valuesOf(tx, span),
  );
  if (!sums) throw new Error('a sum has one row');
  return sums;
}

/** The units that recorded hours of a person that count; they alone can certify them (谁记录谁证明). */
export async function recordingUnits(tx: Tx, personId: string): Promise<RecordingUnit[]> {
  const rows = await tx.named<
    { unitId: string | null; firstOn: string; lastOn: string; requestId: string | null } & HourSums
  >(
    'volunteering.recording-units',
    `select h.unit_id as "unitId", to_char(min(h.happened_at) at time zone $3, 'YYYY-MM-DD') as "firstOn", to_char(max(h.happened_at) at time zone $3, 'YYYY-MM-DD') as "lastOn", ${minutesByEvidenceSql},
       (select q.id from volunteering.certificate_requests q where q.county_id = $1 and q.person_id = $2 and q.unit_id is not distinct from h.unit_id and ${requestWaitsSql} limit 1) as "requestId"
       from volunteering.hours h where h.county_id = $1 and h.person_id = $2 and ${countsSql} group by h.unit_id order by max(h.happened_at) desc`,
    [tx.countyId, personId, tx.ctx.county.timeZone],
  );
  const names = await unitNames(
    tx,
    rows.map((row) => row.unitId),
  );
  return rows.map(({ unitId, firstOn, lastOn, requestId, ...sums }) => ({
    unit: { id: unitId, name: plainWords(names(unitId)) },
    firstOn,
    lastOn,
    sums,
    asked: requestId !== null,
    requestId,
  }));
}
