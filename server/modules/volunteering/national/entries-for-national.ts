import { csvText } from '@xiangyin/document/csv';
import { dayOf, inWords, placeOrRefuse } from '#places';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { mustSomewhere, rangesFor } from '#platform/permits';
import type { Ctx, Tx } from '#platform/transaction';
import { countsSql } from '../hours/counts.ts';
import { recordedSql } from '../hours/recorded-sql.ts';
import { unitNames } from '../hours/unit-names.ts';
import { plainWords } from '../plain-words.ts';
import type { Words } from '#platform/county';

/** An entry that counts, as far as the national system asks for it. */
export interface NationalEntry {
  readonly hourId: string;
  readonly number: string;
  readonly service: Words;
  readonly placeId: string;
  /** Number of whoever led the visit; empty where nobody did. */
  readonly leader: string;
  readonly minutes: number;
  readonly evidence: string;
  readonly happenedAt: Date;
  readonly unit: Words;
}

/** The entries of a period that count, of one unit or of all one may reconcile; oldest first. */
export async function nationalEntries(
  tx: Tx,
  actor: Actor,
  query: { unitId?: string | undefined; from: string; until: string },
): Promise<NationalEntry[]> {
  mustSomewhere(tx, actor, 'hours.reconcile');
  const { ranges, units } = rangesFor(tx, actor, 'hours.reconcile');
  const { rows } = await tx.client.query<Omit<NationalEntry, 'unit'> & { unitId: string | null }>(
    `select h.id as "hourId", coalesce(v.number, '') as number, sv.facts -> 'name' as service, h.place_id as "placeId", h.minutes, h.evidence, h.happened_at as "happenedAt", h.unit_id as "unitId",
          coalesce((select l.number from volunteering.assignments a join volunteering.volunteers l on l.county_id = a.county_id and l.person_id = a.person_id
             where a.county_id = h.county_id and a.visit_id = h.visit_id and a.leads and a.state = 'served' order by a.id limit 1), '') as leader
       from volunteering.hours h join volunteering.service_versions sv on sv.county_id = h.county_id and sv.service_id = h.service_id and sv.version = h.service_version
       left join volunteering.volunteers v on v.county_id = h.county_id and v.person_id = h.person_id
      where h.county_id = $1 and ${recordedSql(2, 8)} and ($4::uuid is null or h.unit_id = $4)
        and h.happened_at >= $5::date::timestamp at time zone $7 and h.happened_at < ($6::date + 1)::timestamp at time zone $7 and ${countsSql}
      order by h.happened_at, h.id`,
    [
      tx.countyId,
      ranges.map(([lo]) => lo),
      ranges.map(([, hi]) => hi),
      query.unitId ?? null,
      query.from,
      query.until,
      tx.ctx.county.timeZone,
      units,
    ],
  );
  const names = await unitNames(
    tx,
    rows.map((row) => row.unitId),
  );
  return rows.map(({ unitId, ...row }) => ({ ...row, unit: names(unitId) }));
}

// The fields that 办法 art. 7 asks of a record and MZ/T 061-2015 is said to carry; its text was not at hand, so the heads are ours and the file is one to be mapped.
const heads = [
  '记录编号',
  '志愿者编号',
  '服务名称',
  '服务日期',
  '服务地点',
  '服务时长（小时）',
  '组织单位',
  '负责人编号',
  '凭据',
];

/** The entries of a period as CSV for the national system (条例 art. 19; 办法 art. 4): one line each, numbers in place of names. */
export async function nationalFile(
  ctx: Ctx,
  actor: Actor,
  query: { unitId?: string | undefined; from: string; until: string },
): Promise<string> {
  return ctx.transaction(async (tx) => {
    const entries = await nationalEntries(tx, actor, query);
    const zone = ctx.county.timeZone;
    const lines = entries.map((one) => [
      one.hourId,
      one.number,
      plainWords(one.service)['zh-CN'] ?? one.service.en ?? '',
      dayOf(one.happenedAt, zone),
      inWords(placeOrRefuse(tx, one.placeId).name, 'zh-CN'),
      (one.minutes / 60).toFixed(2),
      one.unit['zh-CN'] ?? one.unit.en ?? '',
      one.leader,
      ctx.app.wording.say('zh-CN', `certificate.evidence.${one.evidence}`),
    ]);
    await audit(tx, actor, {
      act: 'hours.export',
      noun: 'hours',
      subjectId: actor.id,
      detail: { from: query.from, until: query.until, count: lines.length },
    });
    return `${csvText([heads, ...lines])}\r\n`;
  });
}
