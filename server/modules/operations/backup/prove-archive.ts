import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import pg from 'pg';
import type { App } from '#platform/app';
import { ExplainedError } from '#platform/explained-error';
import { keepBackup } from '#platform/backups';
import { ArchiveProblem } from './archive.ts';
import { fileFault } from './file-proof.ts';
import { databaseBeside, databaseOf, withOwner } from './owner.ts';
import { proveRecords } from './proofs.ts';
import type { Proofs } from './proofs.ts';
import { checkArchive } from './read-archive.ts';
import type { WholeArchive } from './read-archive.ts';
import { holdsKeys, mustKnowTables, openRestored, restoreRows } from './restore-archive.ts';
import { openKeys } from './sealed-keys.ts';

/** Which archive is to be proven. */
export interface ProofRequest {
  readonly path: string;
  readonly ownerUrl: string;
  /** Null: the keys are not tried. */
  readonly passphrase: string | null;
  progress(line: string): void;
}

/** Restores an archive into a database beside ours, which is dropped afterwards, proves it, and keeps what came of it. Nothing of ours is touched. A failed proof is no error: its faults say why. */
export async function proveArchive(app: App, request: ProofRequest): Promise<Proofs> {
  const beganAt = app.clock.now();
  let whole: WholeArchive | undefined;
  const proofs = await prove().catch((error: unknown) => ({ held: [], faults: [faultOf(error)] }));
  await keepBackup(app, {
    kind: 'proof',
    archive: basename(request.path),
    beganAt,
    endedAt: app.clock.now(),
    outcome: proofs.faults.length === 0 ? 'whole' : 'failed',
    bytes: whole?.bytes ?? 0,
    rows: whole?.manifest.tables.reduce((all, { rows }) => all + rows, 0) ?? 0,
    withKeys: whole?.head.keys === 'sealed',
    faults: proofs.faults.slice(0, 20),
  });
  return proofs;

  async function prove(): Promise<Proofs> {
    whole = await checkArchive(request.path);
    if (whole.head.county) throw new ArchiveProblem('of-a-county');
    await mustKnowTables(whole.head);
    const archive = whole;
    return inTurn(request, () => proveBeside(app, archive, request));
  }
}

// The scratch database has one name: the night's proof and one by hand would drop it under each other.
function inTurn<T>({ ownerUrl, progress }: ProofRequest, work: () => Promise<T>): Promise<T> {
  const turn = `hashtextextended('xiangyin-proof', 0)`;
  return withOwner(ownerUrl, async (owner) => {
    const { rows } = await owner.query<{ mine: boolean }>(`select pg_try_advisory_lock(${turn}) as mine`);
    if (rows[0]?.mine !== true) {
      progress('另一次试恢复还没有完，等它…… · Another proof is under way; waiting for it…');
      // Held until the connection ends.
      await owner.query(`select pg_advisory_lock(${turn})`);
    }
    return work();
  });
}

const faultOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

async function proveBeside(app: App, archive: WholeArchive, request: ProofRequest): Promise<Proofs> {
  const name = `${databaseOf(request.ownerUrl).slice(0, 56)}_proof`;
  const folder = await mkdtemp(join(tmpdir(), 'xiangyin-proof-'));
  await makeScratch(request.ownerUrl, name);
  try {
    const wrong: string[] = [];
    await restoreRows(app, archive, {
      ownerUrl: databaseBeside(request.ownerUrl, name),
      progress: request.progress,
      async take(member) {
        if (!holdsKeys(member)) return void wrong.push(...[await fileFault(member)].filter((one) => one !== undefined));
        const sealed = await buffer(member.stream);
        if (request.passphrase !== null) await openKeys(sealed, request.passphrase);
      },
    });
    const restored = await openRestored(app, {
      databaseUrl: databaseBeside(app.settings.databaseUrl, name),
      varDirectory: folder,
    });
    try {
      const proofs = await proveRecords(restored);
      return { held: [...countsOf(archive), ...proofs.held], faults: [...wrong, ...proofs.faults] };
    } finally {
      await restored.close();
    }
  } finally {
    await dropScratch(request.ownerUrl, name);
    await rm(folder, { recursive: true, force: true });
  }
}

/** What was counted on the way in. */
export function countsOf({ manifest }: WholeArchive): string[] {
  const rows = manifest.tables.reduce((all, table) => all + table.rows, 0);
  const files = manifest.members.filter(({ name }) => name.startsWith('files/')).length;
  return [`${manifest.tables.length} 张表 tables, ${rows} 行 rows, ${files} 个文件 files`];
}

async function makeScratch(ownerUrl: string, name: string): Promise<void> {
  await dropScratch(ownerUrl, name);
  await withOwner(ownerUrl, (owner) =>
    owner.query(`create database ${pg.escapeIdentifier(name)} template template0`),
  ).catch((cause: unknown) => {
    throw new ExplainedError(
      `建不了试恢复用的数据库：DATABASE_ADMIN_URL 的角色要有 CREATEDB（ALTER ROLE … CREATEDB） · The scratch database cannot be made: the role of DATABASE_ADMIN_URL needs CREATEDB (ALTER ROLE … CREATEDB): ${faultOf(cause)}`,
      { cause },
    );
  });
}

// PostgreSQL's own autovacuum may be at work in a database that was just filled, and only a superuser may end that: it is over soon.
async function dropScratch(ownerUrl: string, name: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await withOwner(ownerUrl, (owner) =>
        owner.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`),
      );
      return;
    } catch (error) {
      if (tries === 120) throw error;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
}
