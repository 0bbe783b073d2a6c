import { basename, dirname } from 'node:path';
import type { App } from '#platform/app';
import { keepBackup } from '#platform/backups';
import { backupPlace } from './backup-place.ts';
import { archivesToRemove } from './retention.ts';

/** Sends an archive to the second place that the settings name, checks what came to lie there, and with `nightly` removes there what has had its time. What became of it is kept.
 *  Null where no place is named. Throws ExplainedError; the archive here stays. */
export async function sendAway(
  app: App,
  path: string,
  { nightly, withKeys }: { readonly nightly: boolean; readonly withKeys: boolean },
): Promise<{ bytes: number } | null> {
  const place = backupPlace(app);
  if (!place) return null;
  const beganAt = app.clock.now();
  const keepOutcome = (outcome: 'whole' | 'failed', bytes: number, faults: string[]): Promise<void> =>
    keepBackup(app, {
      kind: 'copy',
      archive: basename(path),
      beganAt,
      endedAt: app.clock.now(),
      outcome,
      bytes,
      rows: 0,
      withKeys,
      faults,
    });
  try {
    const bytes = await place.keep(path);
    await place.keepErasures(dirname(path));
    // Old ones go only when a new one is whole.
    if (nightly) for (const name of archivesToRemove(await place.names(), app.clock.now())) await place.remove(name);
    await keepOutcome('whole', bytes, []);
    return { bytes };
  } catch (error) {
    await keepOutcome('failed', 0, [error instanceof Error ? error.message : String(error)]);
    throw error;
  }
}
