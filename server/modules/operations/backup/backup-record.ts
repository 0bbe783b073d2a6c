import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { App } from '#platform/app';
import { ExplainedError } from '#platform/explained-error';
import { newId } from '#platform/ids';
import { inCounty } from '#platform/transaction';
import type { Tx } from '#platform/transaction';

/** A backup, or the proof of one, and what became of it. */
export interface BackupRecord {
  readonly kind: 'backup' | 'proof';
  /** Name of the archive, without folder. */
  readonly archive: string;
  /** Real time, not the county's. */
  readonly beganAt: Date;
  readonly endedAt: Date;
  readonly outcome: 'whole' | 'failed';
  readonly bytes: number;
  readonly rows: number;
  readonly withKeys: boolean;
  readonly faults: readonly string[];
}

/** Keeps what became of a backup or a proof. */
export async function keepRecord(app: App, record: BackupRecord): Promise<void> {
  const county = app.counties.all()[0];
  if (!county) return;
  await inCounty(app, county, (ctx) =>
    ctx.transaction((tx) =>
      tx.named(
        'operations.keep-backup',
        `insert into platform.backups (id, kind, archive, began_at, ended_at, outcome, bytes, rows, with_keys, faults)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [
          newId(),
          record.kind,
          record.archive,
          record.beganAt,
          record.endedAt,
          record.outcome,
          record.bytes,
          record.rows,
          record.withKeys,
          record.faults,
        ],
      ),
    ),
  );
}

/** The last backups and proofs, newest first. */
export const lastRecords = (tx: Tx, limit = 50): Promise<BackupRecord[]> =>
  tx.named<BackupRecord>(
    'operations.last-backups',
    `select kind, archive, began_at as "beganAt", ended_at as "endedAt", outcome, bytes, rows, with_keys as "withKeys", faults
       from platform.backups order by ended_at desc, id desc limit $1`,
    [limit],
  );

/** The last backup, and the last proof, that came out whole; what is not there never was. */
export async function lastWhole(tx: Tx): Promise<{ backup?: BackupRecord; proof?: BackupRecord }> {
  const rows = await tx.named<BackupRecord>(
    'operations.last-whole-backups',
    `select distinct on (kind) kind, archive, began_at as "beganAt", ended_at as "endedAt", outcome, bytes, rows, with_keys as "withKeys", faults
       from platform.backups where outcome = 'whole' order by kind, ended_at desc, id desc`,
    [],
  );
  return Object.fromEntries(rows.map((row) => [row.kind, row]));
}

const day = 86_400_000;
/** Red when what came out whole last is older. */
const withinMilliseconds = { backup: 2 * day, proof: 8 * day } as const;

/** Whether the last backup, or the last proof, is too old; one that never was is. */
export const isOverdue = (kind: 'backup' | 'proof', last: BackupRecord | undefined, now: Date): boolean =>
  !last || now.getTime() - last.endedAt.getTime() > withinMilliseconds[kind];

/** Where archives are put, and the list of what was deleted at somebody's wish beside them. */
export const backupFolder = ({ settings }: App): string =>
  settings.backups?.folder ?? join(settings.varDirectory, 'backups');

/** The passphrase of the file that the settings name; null without one. Throws ExplainedError for a file that cannot be read or holds too little. */
export async function passphraseOfSettings({ settings }: App): Promise<string | null> {
  const path = settings.backups?.passphraseFile;
  if (!path) return null;
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new ExplainedError(
      `读不了 BACKUP_PASSPHRASE_FILE：${path} · BACKUP_PASSPHRASE_FILE cannot be read: ${path}`,
      { cause },
    );
  });
  return mustBeLong(text.trim());
}

/** What is shorter is guessed. Throws ExplainedError. */
export function mustBeLong(passphrase: string): string {
  if (passphrase.length >= 12) return passphrase;
  throw new ExplainedError('密语至少要 12 个字符 · The passphrase needs at least 12 characters');
}
