import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { App } from '#platform/app';
import type { BackupRecord } from '#platform/backups';
import { ExplainedError } from '#platform/explained-error';
import type { Tx } from '#platform/transaction';

/** The last backups and proofs, newest first. */
export const lastRecords = (tx: Tx, limit = 50): Promise<BackupRecord[]> =>
  tx.named<BackupRecord>(
    'operations.last-backups',
    `select kind, archive, began_at as "beganAt", ended_at as "endedAt", outcome, bytes, rows, with_keys as "withKeys", faults
       from platform.backups order by ended_at desc, id desc limit $1`,
    [limit],
  );

/** Whether something was done by now: what says that it will be was written while the clock was wrong, and stands for nothing. */
export const isDone = (at: Date, now: Date): boolean => at.getTime() <= now.getTime() + clocksApartMilliseconds;
const clocksApartMilliseconds = 10 * 60_000;

/** The last backup, the last proof and the last copy elsewhere that came out whole; what is not there never was. */
export async function lastWhole(tx: Tx): Promise<Partial<Record<BackupRecord['kind'], BackupRecord>>> {
  const rows = await tx.named<BackupRecord>(
    'operations.last-whole-backups',
    `select distinct on (kind) kind, archive, began_at as "beganAt", ended_at as "endedAt", outcome, bytes, rows, with_keys as "withKeys", faults
       from platform.backups where outcome = 'whole' and ended_at <= $1 order by kind, ended_at desc, id desc`,
    [new Date(tx.ctx.app.clock.now().getTime() + clocksApartMilliseconds)],
  );
  return Object.fromEntries(rows.map((row) => [row.kind, row]));
}

const day = 86_400_000;
/** Red when what came out whole last is older. */
const withinMilliseconds = { backup: 2 * day, proof: 8 * day, copy: 2 * day } as const;

/** Whether the last backup, the last proof or the last copy is too old; one that never was is. */
export const isOverdue = (kind: BackupRecord['kind'], last: BackupRecord | undefined, now: Date): boolean =>
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
