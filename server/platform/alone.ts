import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { App } from './app.ts';
import { connectWithinMilliseconds, noticesTheEnd } from './database.ts';

/** Runs `work` while no process of this installation runs any under the same name; answers undefined, and does nothing, while one does.
 *  The lock is held by a connection of its own, which dies with the process: what a killed one left is free at once, and no connection of the pool is spent on long work. */
export async function alone<T>(app: App, name: string, work: () => Promise<T>): Promise<{ result: T } | undefined> {
  const client = new pg.Client({
    connectionString: app.settings.databaseUrl,
    application_name: 'xiangyin-alone',
    connectionTimeoutMillis: connectWithinMilliseconds,
    // It rests while the work lasts: whatever lies between must not take it for forgotten.
    ...noticesTheEnd,
  });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<{ got: boolean }>(
      'select pg_try_advisory_lock(hashtextextended($1, 771005)) as got',
      [`xiangyin.${name}`],
    );
    return rows[0]?.got ? { result: await work() } : undefined;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** How often it is asked whether the other has done, in milliseconds. */
const turnMilliseconds = 1_000;

/** Runs `work` as soon as no other process of this installation runs any under the same name: one after the other, each in its turn. An aborted `signal` ends the waiting, by its AbortError. */
export async function inTurn<T>(app: App, name: string, work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  for (;;) {
    const done = await alone(app, name, work);
    if (done) return done.result;
    await pause(turnMilliseconds, undefined, signal && { signal });
  }
}
