import type { App } from './app.ts';
import { newId } from './ids.ts';
import { inCounty } from './transaction.ts';

/** A backup, the proof of one, or a copy of one elsewhere, and what became of it. */
export interface BackupRecord {
  /** `copy`: an archive was sent to a second place. */
  readonly kind: 'backup' | 'proof' | 'copy';
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
export async function keepBackup(app: App, record: BackupRecord): Promise<void> {
  const county = app.counties.all()[0];
  if (!county) return;
  await inCounty(app, county, (ctx) =>
    ctx.transaction((tx) =>
      tx.named(
        'platform.keep-backup',
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
