import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { systemActor } from '../../server/platform/actor.ts';
import { audit } from '../../server/platform/audit.ts';
import { sealWaitingRows } from '../../server/platform/seals.ts';
import { inCounty } from '../../server/platform/transaction.ts';
import { copiedBytes, copyFromFile, copyToFile } from '../../server/testing/bare-copy.ts';
import { multiplyStories, quiet } from '../prepare.ts';
import type { BenchCounty } from '../prepare.ts';
import { startProduct } from '../product.ts';
import { sign, storyBeforeLastSignature } from '../sign-off.ts';
import type { Figure } from '../times.ts';
import { openBesides } from '../open-besides.ts';
import { familyOf, peakMegabytes } from './proc.ts';

const root = join(import.meta.dirname, '..', '..');

/** A backup of so many stories and audit rows by the command, its most memory, and a restore of it into an empty installation; beside them PostgreSQL's bare COPY of the same audit rows, out and into a table without index. */
export async function measureArchive(county: BenchCounty, stories: number, auditRows: number): Promise<Figure[]> {
  await fill(county, stories, auditRows);
  const copy = await bareCopy(county);
  const folder = join(county.directory, 'archives');
  await mkdir(folder, { recursive: true });
  const small = await command(county.directory, ['backup', `--to=${folder}`, '--without-keys']);
  const [name = ''] = await readdir(folder);
  const rowBytes = await bytesOfRows(county);
  const into = `${county.directory}-restored`;
  const restored = await command(into, ['restore', join(folder, name), '--without-keys']);
  await rm(into, { recursive: true, force: true });
  const megabytes = rowBytes / 1024 ** 2;
  const figure = (what: string, seconds: number, limit: number, limitName: string, note: string): Figure => ({
    name: `${what}, ${stories} stories, ${auditRows} audit rows, ${megabytes.toFixed(0)} MB of rows`,
    stories: 0,
    unit: 'MB/s',
    value: megabytes / seconds,
    low: megabytes / seconds,
    high: megabytes / seconds,
    limit,
    limitName,
    ratio: megabytes / seconds / limit,
    note,
  });
  const archived = ((await stat(join(folder, name))).size / 1024 ** 2).toFixed(0);
  return [
    figure(
      'backup',
      small.seconds,
      copy.out,
      'bare COPY to a file',
      `${archived} MB archived, at most ${small.peak.toFixed(0)} MB of memory`,
    ),
    figure(
      'restore with all proofs',
      restored.seconds,
      copy.in,
      'bare COPY, no index',
      `at most ${restored.peak.toFixed(0)} MB of memory`,
    ),
  ];
}

async function fill(county: BenchCounty, stories: number, auditRows: number): Promise<void> {
  const product = await startProduct(county.directory, 8441);
  const story = await storyBeforeLastSignature(product.address, county, 'model');
  await sign(product.address, county, 'chief-editor', story, 'final_review');
  await quiet(county);
  await product.stop();
  await multiplyStories(county, stories);
  await act(county, auditRows);
  const owner = await ownerOf(county);
  await owner.query('analyze');
  await owner.end();
}

// Written by the program itself, so that the chain holds.
async function act(county: BenchCounty, auditRows: number): Promise<void> {
  const app = await openBesides(county.postgres.appUrl('xiangyin'), county.directory);
  try {
    const first = app.counties.byId(1);
    if (!first) throw new Error('the county is missing');
    await inCounty(app, first, async (ctx) => {
      for (let done = 0; done < auditRows; done += 1_000)
        await ctx.transaction(async (tx) => {
          for (let n = 0; n < 1_000; n += 1)
            await audit(tx, systemActor('bench'), {
              act: 'story.read',
              noun: 'story',
              subjectId: randomUUID(),
              detail: { version: n },
            });
        });
      while ((await sealWaitingRows(ctx)) > 0);
    });
  } finally {
    await app.close();
  }
}

async function bareCopy(county: BenchCounty): Promise<{ out: number; in: number }> {
  const owner = await ownerOf(county);
  const file = join(county.directory, 'audit.copy');
  const began = performance.now();
  await copyToFile(owner, 'platform.audit', file);
  const out = performance.now() - began;
  await owner.query('create table public.bare_audit (like platform.audit)');
  const again = performance.now();
  await copyFromFile(owner, 'public.bare_audit', file);
  const back = performance.now() - again;
  await owner.query('drop table public.bare_audit');
  await owner.end();
  const { size } = await stat(file);
  await rm(file);
  return { out: size / 1024 ** 2 / (out / 1_000), in: size / 1024 ** 2 / (back / 1_000) };
}

// In COPY's text form, as they go into an archive before it is compressed.
async function bytesOfRows(county: BenchCounty): Promise<number> {
  const owner = await ownerOf(county);
  const { rows } = await owner.query<{ name: string }>(
    `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'jobs', 'public')`,
  );
  let bytes = 0;
  for (const { name } of rows) bytes += await copiedBytes(owner, name);
  await owner.end();
  return bytes;
}

/** Runs a command of the program; how long it took, and the most memory of one of its processes. */
async function command(directory: string, words: readonly string[]): Promise<{ seconds: number; peak: number }> {
  const began = performance.now();
  const child = spawn(process.execPath, [join(root, 'start.mjs'), 'cli', ...words], {
    cwd: root,
    env: { ...process.env, XIANGYIN_VAR: directory, XIANGYIN_CONFIG: 'off', LEAST_ROOM_MB: '0', DEMONSTRATION: 'off' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  let peak = 0;
  const look = setInterval(() => {
    // Without the database server that the command may have started.
    const [starter, program] = familyOf(child.pid ?? 0);
    peak = Math.max(peak, peakMegabytes(program ?? starter ?? 0));
  }, 200);
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  clearInterval(look);
  // 1: what was restored has faults to look at, such as keys that were left out.
  if (code !== 0 && code !== 1) throw new Error(`${words[0]} ended with ${code}`);
  return { seconds: (performance.now() - began) / 1_000, peak };
}

async function ownerOf(county: BenchCounty): Promise<pg.Client> {
  const owner = new pg.Client({ connectionString: county.postgres.adminUrl('xiangyin') });
  await owner.connect();
  return owner;
}
