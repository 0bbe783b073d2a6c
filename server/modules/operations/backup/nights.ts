import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { wallAt } from '@xiangyin/document/clock';
import type { App } from '#platform/app';
import type { BackupRecord } from '#platform/backups';
import type { Recurring } from '#platform/recurring';
import type { Ctx } from '#platform/transaction';
import { isDone, lastRecords } from './backup-record.ts';

const hour = 3_600_000;
/** When the night's backup begins, by the clock of the first county. */
const beginsAtHour = 2;
/** A night's backup that failed is tried again so much later. */
const tryAgainMilliseconds = hour;
/** A week but for some hours: the proof of every seventh night is not put off to the eighth. */
const proofEveryMilliseconds = 7 * 24 * hour - 6 * hour;

/** How far the day has come in a time zone, in milliseconds. Some zones are half an hour apart from the others. */
const sinceMidnight = (timeZone: string, at: Date): number =>
  (wallAt(at.getTime(), timeZone) % (24 * hour)) + (at.getTime() % 1_000);

/** Whether a backup is due: none was begun since the last 2 o'clock in the morning; one that failed is tried again an hour later. */
export function isBackupDue(
  last: { readonly beganAt: Date; readonly outcome: 'whole' | 'failed' } | undefined,
  now: Date,
  timeZone: string,
): boolean {
  if (!last) return true;
  if (last.outcome === 'failed') return now.getTime() - last.beganAt.getTime() >= tryAgainMilliseconds;
  const sinceNight = (sinceMidnight(timeZone, now) + (24 - beginsAtHour) * hour) % (24 * hour);
  return last.beganAt.getTime() < now.getTime() - sinceNight;
}

/** Whether an archive is to be proven again. */
export const isProofDue = (last: Date | undefined, now: Date): boolean =>
  !last || now.getTime() - last.getTime() >= proofEveryMilliseconds;

/** Backs the installation up every night, in a process of its own that alone holds the owner's address and that no request waits for. Does nothing beside a demonstration, or where the settings say so. */
export const nightlyBackup: Recurring = {
  name: 'operations.nightly-backup',
  everySeconds: 600,
  soonAfterStart: true,
  async run(ctx, signal) {
    if (!(await isDue(ctx))) return;
    await runCommand(ctx.app, signal);
  },
};

// Of the installation, not of a county: the turn of the first one is the turn of all.
async function isDue(ctx: Ctx): Promise<boolean> {
  const { app, county } = ctx;
  if (app.settings.backups?.nightly !== true || county.demonstration || app.counties.all()[0]?.id !== county.id)
    return false;
  const records = await ctx.transaction((tx) => lastRecords(tx));
  const now = app.clock.now();
  return isBackupDue(lastNight(records, now), now, county.timeZone);
}

/** The last backup that was made by itself; records newest first. */
export const lastNight = (records: readonly BackupRecord[], now: Date): BackupRecord | undefined =>
  records.find(
    ({ kind, archive, beganAt }) => kind === 'backup' && archive.endsWith('-nightly.tar') && isDone(beganAt, now),
  );

async function runCommand(app: App, signal: AbortSignal): Promise<void> {
  const cli = join(import.meta.dirname, '..', '..', '..', 'cli.ts');
  const child = spawn(process.execPath, [cli, 'backup', '--nightly'], { stdio: ['ignore', 'pipe', 'pipe'] });
  const stop = (): void => void child.kill('SIGTERM');
  signal.addEventListener('abort', stop);
  // What came of it, with the faults of a proof, is said on the one; how far it is, and why it broke off, on the other.
  let outcome = '';
  let progress = '';
  child.stdout.on('data', (chunk: Buffer) => void (outcome = `${outcome}${chunk.toString()}`.slice(-2_000)));
  child.stderr.on('data', (chunk: Buffer) => void (progress = `${progress}${chunk.toString()}`.slice(-500)));
  const code = await new Promise<number | null>((resolve) =>
    child.once('close', resolve).once('error', () => resolve(null)),
  );
  signal.removeEventListener('abort', stop);
  if (code !== 0 && !signal.aborted) app.log.error('the nightly backup failed', { code, outcome, progress });
}
