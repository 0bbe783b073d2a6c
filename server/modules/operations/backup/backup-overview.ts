import type { Actor } from '#platform/actor';
import { mustSomewhere } from '#platform/permits';
import type { Ctx } from '#platform/transaction';
import type { BackupOverview } from '../contract.ts';
import { isOverdue, lastRecords, lastWhole } from './backup-record.ts';

/** Whether the county could be brought back: the last backup and proof that came out whole, and the last ones of all. What did not hold is told on the machine, not here: it may name other counties. */
export async function backupOverview(ctx: Ctx, actor: Actor): Promise<BackupOverview> {
  return ctx.transaction(async (tx) => {
    mustSomewhere(tx, actor, 'job.read');
    const { backup, proof, copy } = await lastWhole(tx);
    const now = ctx.app.clock.now();
    const isReal = !ctx.county.demonstration;
    return {
      nightly: isReal && ctx.app.settings.backups?.nightly === true,
      lastBackupAt: backup?.endedAt.toISOString() ?? null,
      lastProofAt: proof?.endedAt.toISOString() ?? null,
      hasPlace: ctx.app.settings.backups?.place !== undefined,
      lastCopyAt: copy?.endedAt.toISOString() ?? null,
      copyOverdue: isReal && ctx.app.settings.backups?.place !== undefined && isOverdue('copy', copy, now),
      backupOverdue: isReal && isOverdue('backup', backup, now),
      proofOverdue: isReal && isOverdue('proof', proof, now),
      withoutKeys: isReal && backup?.withKeys === false,
      items: (await lastRecords(tx, 10)).map(({ kind, archive, endedAt, outcome, bytes, rows }) => ({
        kind,
        archive,
        at: endedAt.toISOString(),
        outcome,
        bytes,
        rows,
      })),
    };
  });
}
