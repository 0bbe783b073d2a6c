import { grantsOf } from '#access';
import type { Actor } from '#platform/actor';
import type { App } from '#platform/app';
import type { County } from '#platform/county';
import { newId } from '#platform/ids';
import { openCtx } from '#platform/transaction';
import type { Ctx, Tx } from '#platform/transaction';
import { countyClock } from '../content/county-time.ts';
import { keepLoaded, leaveInPeace, loadedEntries } from './loaded-queries.ts';

/** Tells the county's past: each act at its own moment, through the modules' own verbs, each thing once however often loading is begun anew. */
export interface Teller {
  readonly app: App;
  readonly county: County;
  readonly ctx: Ctx;
  /** What has been loaded, shared by all tellers of one loading. */
  readonly loaded: Map<string, Loaded>;
  /** Sets the moment of the acts that follow. */
  at(moment: Date): void;
  /** Sets it by hours before the county's clock. */
  hoursAgo(hours: number): void;
  /** Whoever acts, with the grants of that moment, signing with a key that the server holds. */
  actor(tx: Tx, personKey: string): Promise<Actor>;
  /** The id under which `key` was loaded; throws when it was not. */
  id(key: string): string;
  has(key: string): boolean;
  code(key: string): string | null;
  /** Loads a thing in one transaction together with its entry, unless it is there already. Returns its id. */
  once(key: string, work: (tx: Tx) => Promise<string | Loaded>): Promise<string>;
}

/** A teller for one demonstration county; several may tell different parts at once. Aborted, it begins nothing more: what is asked of it then is refused. */
export async function openTeller(
  app: App,
  county: County,
  { known, signal }: { known?: Map<string, Loaded>; signal?: AbortSignal | undefined } = {},
): Promise<Teller> {
  if (!county.demonstration) throw new Error('only a demonstration county is told its past');
  let moment = countyClock;
  const ctx = openCtx(app, county, { requestId: `demonstration-${app.nextRequestNumber()}`, retoldAt: () => moment });
  const loaded = known ?? (await ctx.transaction(loadedEntries));
  const actors = newActors();
  const entry = (key: string): Loaded => {
    const found = loaded.get(key);
    if (!found) throw new Error(`the demonstration has not loaded ${key}`);
    return found;
  };
  return {
    app,
    county,
    ctx,
    loaded,
    at: (when) => void (moment = when),
    hoursAgo: (hours) => void (moment = new Date(countyClock.getTime() - hours * 3_600_000)),
    actor: (tx, personKey) => actors.of(tx, entry(`person:${personKey}`).id),
    id: (key) => entry(key).id,
    has: (key) => loaded.has(key),
    code: (key) => entry(key).code,
    async once(key, work) {
      const there = loaded.get(key);
      if (there) return there.id;
      signal?.throwIfAborted();
      const made = await ctx.transaction(async (tx) => {
        // A crash may cost the last things told: they are told again. So none waits for the disk.
        await tx.client.query('set local synchronous_commit = off');
        const result = await work(tx);
        const row: Loaded = typeof result === 'string' ? { id: result, code: null } : result;
        await keepLoaded(tx, key, row);
        await leaveInPeace(tx);
        return row;
      });
      loaded.set(key, made);
      return made.id;
    },
  };
}

/** An entry of what has been loaded. */
export interface Loaded {
  readonly id: string;
  readonly code: string | null;
}

// Everybody holds their grants from before the first act to long after the last, so they are read once.
function newActors(): { of(tx: Tx, personId: string): Promise<Actor> } {
  const known = new Map<string, Actor>();
  return {
    async of(tx, personId) {
      const grants = known.get(personId)?.grants ?? (await grantsOf(tx, personId));
      const actor: Actor = {
        kind: 'person',
        id: personId,
        grants,
        assurance: 2,
        sessionId: newId<'session'>(),
        steppedUpAt: tx.ctx.app.clock.now(),
        demonstration: true,
      };
      known.set(personId, actor);
      return actor;
    },
  };
}
