import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { App } from './app.ts';
import { connectWithinMilliseconds } from './database.ts';
import type { CommitNotice } from './events.ts';

/** So often it is made sure that the connection still carries what is said. */
const askEveryMilliseconds = 10_000;

/** Hears what other processes committed and runs the "committed" reactions here too. `emptyCaches` is called when notifications may have been missed, and when a county is new or changed: caches are then emptied. */
export function listenToCommits(app: App, emptyCaches: () => void): { close(): Promise<void> } {
  const lost = (): void => {
    app.keys.forget();
    emptyCaches();
  };
  let closed = false;
  let client: pg.Client | undefined;
  // What is said about a new county comes right behind the news of it: it waits until the county is known.
  let counties: Promise<void> | undefined;
  const readCounties = (): Promise<void> => {
    const reading = readAgain(app, lost).finally(() => {
      if (counties === reading) counties = undefined;
    });
    counties = reading;
    return reading;
  };
  const connect = async (): Promise<void> => {
    const fresh = new pg.Client({
      connectionString: app.settings.databaseUrl,
      application_name: 'xiangyin-listen',
      connectionTimeoutMillis: connectWithinMilliseconds,
      // A query without an answer ends the connection.
      pipeline: true,
      query_timeout: connectWithinMilliseconds,
    });
    fresh.on('notification', ({ channel, payload = '' }) => {
      if (channel === 'xiangyin_counties') void readCounties();
      else if (counties) void counties.finally(() => react(app, payload, lost));
      else react(app, payload, lost);
    });
    fresh.on('error', () => undefined);
    try {
      await fresh.connect();
      await fresh.query('listen xiangyin_committed; listen xiangyin_counties');
    } catch (error) {
      await fresh.end().catch(() => undefined);
      throw error;
    }
    // Nobody hears that nothing is said any more: it is asked.
    const asking = setInterval(() => void fresh.query('select 1').catch(() => undefined), askEveryMilliseconds);
    fresh.once('end', () => clearInterval(asking));
    // Whoever never heard has nothing to lose: the end of a try that failed begins no second round of tries beside the first.
    fresh.once('end', () => void again());
    client = fresh;
    if (closed) await fresh.end();
    else await readCounties();
  };
  const again = async (): Promise<void> => {
    while (!closed) {
      lost();
      await pause(500);
      try {
        return closed ? undefined : await connect();
      } catch {
        // It is tried again.
      }
    }
  };
  void connect().catch(() => again());
  return {
    async close() {
      closed = true;
      await client?.end().catch(() => undefined);
    },
  };
}

async function readAgain(app: App, lost: () => void): Promise<void> {
  try {
    await app.counties.reload();
  } catch (error) {
    app.log.error('counties could not be read again', { error: error instanceof Error ? error : undefined });
  }
  lost();
}

function react(app: App, payload: string, lost: () => void): void {
  const message = JSON.parse(payload) as CommitNotice;
  const county = app.counties.byId(message.county);
  if (message.from === app.processId || !county) return;
  if (!message.event) return lost();
  const event = { ...message.event, at: new Date(message.event.at) };
  for (const one of app.bus.of(event.name, 'committed')) void one.react(app, county, event);
}
