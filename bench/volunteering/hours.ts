import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { newId } from '../../server/platform/ids.ts';
import { chainStart, nextLink } from '../../server/platform/seals.ts';
import { inCounty } from '../../server/platform/transaction.ts';
import { hourRowHash } from '../../server/modules/volunteering/hours/record-hours.ts';
import { verifyHours } from '../../server/modules/volunteering/index.ts';
import { openBesides } from '../open-besides.ts';
import { prepareCounty } from '../prepare.ts';
import { copyIn } from './copy-in.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const atOnce = 50_000;

/** Fills a ledger by COPY with entries that hold, and measures how many `hours verify` checks in a second; then changes one byte and sees that it is found. */
export async function benchHours(entries: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'xiangyin-bench-hours-'));
  const county = await prepareCounty(join(folder, 'county'));
  const owner = new pg.Client({ connectionString: county.postgres.adminUrl('xiangyin') });
  try {
    await owner.connect();
    await fill(owner, entries);
    await owner.query('vacuum analyze volunteering.hours');
    await owner.query('vacuum analyze platform.seals');
    for (let pass = 1; pass <= 3; pass += 1)
      say(await measured(county.directory, county.postgres.appUrl('xiangyin'), pass));
    await owner.query(
      'update volunteering.hours set minutes = minutes + 1 where id = (select id from volunteering.hours order by id offset $1 limit 1)',
      [Math.floor(entries / 2)],
    );
    say(await measured(county.directory, county.postgres.appUrl('xiangyin'), 4));
  } finally {
    await owner.end();
    await county.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function fill(owner: pg.Client, entries: number): Promise<void> {
  // What the entries refer to is not made: only the ledger is measured.
  const { rows } = await owner.query<{ name: string }>(
    `select conname as name from pg_constraint where conrelid = 'volunteering.hours'::regclass and contype = 'f'`,
  );
  for (const { name } of rows) await owner.query(`alter table volunteering.hours drop constraint "${name}"`);
  let link = chainStart;
  let seq = 0;
  const began = performance.now();
  while (seq < entries) {
    const hours: string[] = [];
    const seals: string[] = [];
    while (hours.length < atOnce && seq < entries) {
      seq += 1;
      const { line, id, hash } = entry(seq);
      link = nextLink(link, hash);
      hours.push(line);
      seals.push(['1', 'hours', seq, id, hash, link, '2026-03-01T00:00:00.000Z'].join('\t'));
    }
    await copyIn(
      owner,
      'copy volunteering.hours (county_id, id, person_id, kind, minutes, order_id, visit_id, service_id, service_version, place_id, entry, evidence, reverses, reason, recorded_by, happened_at, entered_at, row_hash, unit_id) from stdin',
      hours,
    );
    await copyIn(
      owner,
      'copy platform.seals (county_id, chain, seq, row_id, row_hash, chain_hash, sealed_at) from stdin',
      seals,
    );
    if (seq % 500_000 === 0 || seq === entries)
      say(`${seq} entries after ${Math.round((performance.now() - began) / 1_000)} s`);
  }
}

const [person, service, place, unit, clerk] = [newId(), newId(), newId(), newId(), newId()];

function entry(n: number): { line: string; id: string; hash: string } {
  const at = new Date(1_700_000_000_000 + n * 1_000).toISOString();
  const row = {
    county: 1,
    id: newId<'hour'>(),
    personId: person,
    kind: 'service',
    minutes: 30 + (n % 90),
    orderId: newId(),
    visitId: newId(),
    serviceId: service,
    serviceVersion: 1,
    placeId: place,
    unitId: unit,
    entry: 1,
    evidence: 'witnessed',
    reverses: null,
    reason: n % 50 === 0 ? '多记了，"更正"' : null,
    recordedBy: { kind: 'person', id: clerk },
    happenedAt: at,
    enteredAt: at,
  };
  const hash = hourRowHash(row);
  const cells = [
    1,
    row.id,
    row.personId,
    row.kind,
    row.minutes,
    row.orderId,
    row.visitId,
    row.serviceId,
    1,
    row.placeId,
    1,
    row.evidence,
    '\\N',
    row.reason ?? '\\N',
    JSON.stringify(row.recordedBy),
    at,
    at,
    hash,
    row.unitId,
  ];
  return { line: cells.join('\t'), id: row.id, hash };
}

async function measured(directory: string, databaseUrl: string, pass: number): Promise<string> {
  const app = await openBesides(databaseUrl, directory);
  const county = app.counties.byId(1);
  if (!county) throw new Error('the county is missing');
  const began = performance.now();
  const report = await inCounty(app, county, verifyHours);
  const seconds = (performance.now() - began) / 1_000;
  await app.close();
  const megabytes = Math.round(process.memoryUsage.rss() / 1_048_576);
  return `pass ${pass}: ${report.rows} entries in ${seconds.toFixed(1)} s, ${Math.round(report.rows / seconds)} a second, ${report.faults.length} faults, ${megabytes} MB, ${cpus().length} cores`;
}
