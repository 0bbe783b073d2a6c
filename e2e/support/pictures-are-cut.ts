import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../server/platform/postgres/index.ts';

// 50 s on two quiet cores.
const atMostMilliseconds = 300_000;

/** Waits until the product that runs on this folder has begun every picture that the clock cuts soon: left to copies of the folder, each would cut them beside its journey, 16 s of a core every time.
 *  Pictures of drafts wait for an hour, and are left. Goes on without them after five minutes: no journey depends on them. */
export async function untilPicturesAreCut(varDirectory: string): Promise<void> {
  const server = await startEmbeddedPostgres({ directory: join(varDirectory, 'postgres') });
  const owner = new pg.Client({ connectionString: server.adminUrl('xiangyin') });
  await owner.connect();
  try {
    for (const until = Date.now() + atMostMilliseconds; Date.now() < until; await pause(500)) {
      const { rows } = await owner.query(
        'select 1 from media.pictures where renditions_at is null and renditions_tried_at is null limit 1',
      );
      if (rows.length === 0) return;
    }
  } finally {
    await owner.end();
    await server.stop();
  }
}
