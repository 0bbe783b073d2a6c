import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type pg from 'pg';
import { systemActor } from '#platform/actor';
import type { App } from '#platform/app';
import { audit } from '#platform/audit';
import { closedCounty } from '#platform/close-county';
import type { County } from '#platform/county';
import { ExplainedError } from '#platform/explained-error';
import { waitingReactions } from '#platform/jobs';
import { sealUnder } from '#platform/sealing-keys';
import { inCounty } from '#platform/transaction';
import { archiveFormats, countyArchiveName, memberNames } from '../../backup/archive.ts';
import type { ArchiveHead, ArchiveTable } from '../../backup/archive.ts';
import { columnList, copyOut, quoted } from '../../backup/copy-out.ts';
import type { OwnTable } from '../../backup/copy-out.ts';
import { explained, mustBeAlone, originOf, stopped } from '../../backup/make-backup.ts';
import type { BackupReport } from '../../backup/make-backup.ts';
import { withOwner } from '../../backup/owner.ts';
import { sealKeys } from '../../backup/sealed-keys.ts';
import { ArchiveWriter } from '../../backup/write-archive.ts';
import { countyTables } from './county-tables.ts';
import { asFiles, keysToMove } from './moving-keys.ts';
import type { MovingKeys } from './moving-keys.ts';
import { resealRow, rowByRow } from './moving-rows.ts';
import type { Reseal } from './moving-rows.ts';
import { sealedBytesOf, sealedFilesOf } from './sealed-things.ts';

/** Which county is to be written where. */
export interface ExportRequest {
  readonly slug: string;
  readonly ownerUrl: string;
  readonly folder: string;
  readonly passphrase: string;
  readonly signal?: AbortSignal;
  progress(line: string): void;
}
/** What an export came to. `dead`: sealed things that did not open here, such as after a restore without keys; they went as they were. */
export type ExportReport = BackupReport & { readonly dead: number };

/** Writes one closed county into one archive: its rows, its files, its keys encrypted, and what is sealed here sealed anew under a key of its own. Memory stays flat.
 *  Throws ExplainedError for a county that is open, absent or a demonstration, while a backup runs, and where somebody still wrote; then nothing is left behind. */
export async function exportCounty(app: App, request: ExportRequest): Promise<ExportReport> {
  const county = await countyToMove(app, request.slug);
  await inCounty(app, county, (ctx) =>
    ctx.transaction((tx) =>
      audit(tx, systemActor('county-export'), {
        act: 'county.export',
        noun: 'county',
        subjectId: String(county.id),
        detail: { slug: county.slug },
      }),
    ),
  );
  try {
    return await withOwner(request.ownerUrl, (owner) => writeCounty({ app, owner, county, request }));
  } catch (error) {
    throw request.signal?.aborted ? stopped() : explained(error);
  }
}

async function countyToMove(app: App, slug: string): Promise<County> {
  if (app.counties.all().some((one) => one.slug === slug))
    throw new ExplainedError(
      `${slug} 还开着，先关：county close ${slug}。关了就没有人再写，归档才是全的 · ${slug} is open; close it first: county close ${slug}. Then nobody writes any more, and the archive is all of it`,
    );
  const closed = await closedCounty(app, slug);
  if (!closed) throw new ExplainedError(`没有 ${slug} 这个县：county list · There is no county ${slug}: county list`);
  if (closed.county.demonstration)
    throw new ExplainedError(
      '演示的账户人人都能进，不搬 · A demonstration does not move: everybody may enter by its accounts',
    );
  return closed.county;
}

interface Writing {
  readonly app: App;
  readonly owner: pg.Client;
  readonly county: County;
  readonly request: ExportRequest;
}

async function writeCounty(writing: Writing): Promise<ExportReport> {
  const { app, owner, county, request } = writing;
  await mustBeAlone(owner);
  await mkdir(request.folder, { recursive: true, mode: 0o700 });
  const path = join(request.folder, countyArchiveName(county.slug, app.clock.now()));
  const archive = await ArchiveWriter.open(path, request.signal);
  try {
    return await fillArchive(writing, archive);
  } catch (error) {
    await archive.abandon();
    throw error;
  }
}

// Row security that would hide rows is an error instead.
const moment =
  'begin isolation level repeatable read, read only; set local row_security = off; set local statement_timeout = 0';

async function fillArchive(writing: Writing, archive: ArchiveWriter): Promise<ExportReport> {
  const { app, owner, county, request } = writing;
  await owner.query(moment);
  const keys = await keysToMove(app, county.id);
  await archive.add(memberNames.head, Buffer.from(JSON.stringify(await headOf(writing))));
  await archive.add(memberNames.keys, await sealKeys(asFiles(keys), request.passphrase));
  const sealing = resealing(app, keys);
  const tables: ArchiveTable[] = [];
  for (const table of await countyTables(owner)) {
    tables.push(await copyTable(writing, archive, table, sealing.reseal));
    const { name, rows } = tables.at(-1) ?? { name: '', rows: 0 };
    if (rows > 0) request.progress(`  ${name}: ${rows}`);
  }
  const sealedFiles = await sealedFilesOf(app, owner, county.id);
  await owner.query('rollback');
  let files = 0;
  for await (const { key, bytes, stream } of app.files.ofCounty(county.id)) {
    const purpose = sealedFiles.get(key.slice(key.indexOf('/') + 1))?.purpose;
    if (purpose === undefined) await archive.addStream(memberNames.file(key), bytes, stream);
    else await archive.add(memberNames.file(key), await sealing.reseal(purpose, await buffer(stream)));
    files += 1;
  }
  request.progress(`  文件 · files: ${files}`);
  await mustBeUnchanged(owner, county, tables);
  await archive.finish(tables);
  const sum = (of: (table: ArchiveTable) => number): number => tables.reduce((all, one) => all + of(one), 0);
  const [rows, rowBytes] = [sum((one) => one.rows), sum((one) => one.bytes)];
  return { path: archive.path, bytes: archive.bytes, rows, rowBytes, files, dead: sealing.dead() };
}

async function headOf({ app, owner, county }: Writing): Promise<ArchiveHead> {
  const { id, slug, ledgerNumber, name, publisher, phone, timeZone, countryPack, languages, settings } = county;
  const hosts = [...app.counties.hosts()].filter(([, of]) => of === id).map(([host]) => host);
  return {
    format: archiveFormats.county,
    ...(await originOf(app, owner)),
    counties: [{ id, slug }],
    keys: 'sealed',
    county: {
      ledgerNumber,
      slug,
      name,
      publisher,
      phone,
      timeZone,
      countryPack,
      languages: [...languages],
      settings,
      hosts,
    },
  };
}

function resealing(app: App, keys: MovingKeys): { reseal: Reseal; dead(): number } {
  let dead = 0;
  const reseal: Reseal = async (purpose, sealed) => {
    const secret = await app.keys.unseal(purpose, sealed).catch(() => undefined);
    if (secret === undefined) dead += 1;
    return secret === undefined ? sealed : sealUnder(keys.sealing, purpose, secret);
  };
  return { reseal, dead: () => dead };
}

function copyTable(
  { app, owner, county }: Writing,
  archive: ArchiveWriter,
  table: OwnTable,
  reseal: Reseal,
): Promise<ArchiveTable> {
  const columns = columnList(table.columns);
  const from =
    table.name === 'platform.outbox'
      ? `(${waitingReactions(['county_id', ...table.columns])}) waiting`
      : quoted(table.name);
  const sealed = sealedBytesOf(app, table.name);
  return copyOut(owner, archive, table, {
    source: `(select ${columns} from ${from} where county_id = ${Math.trunc(county.id)})`,
    through: sealed.length === 0 ? undefined : rowByRow(resealRow(table.columns, sealed, reseal)),
  });
}

// Who had begun before the county was closed may have come to an end after our moment. Every verb leaves a row: in the audit, in the events, in a table of its own.
async function mustBeUnchanged(owner: pg.Client, county: County, tables: readonly ArchiveTable[]): Promise<void> {
  await owner.query(moment);
  for (const { name, rows } of tables) {
    if (name === 'platform.outbox') continue;
    const now = await owner.query<{ n: number }>(
      `select count(*)::int as n from ${quoted(name)} where county_id = $1`,
      [county.id],
    );
    if (now.rows[0]?.n !== rows)
      throw new ExplainedError(
        `导出的时候还有人在写（${name}），什么也没有留下；等一分钟再来 · Somebody was still writing (${name}); nothing was kept. Come again in a minute`,
      );
  }
  await owner.query('rollback');
}
