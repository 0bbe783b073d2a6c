import type { App } from './app.ts';
import type { ClockWatch } from './clock-watch.ts';
import type { County } from './county.ts';
import { countiesDue, Turn } from './due.ts';
import type { Due } from './due.ts';
import { tracedInCounty } from './transaction.ts';
import type { Ctx } from './transaction.ts';

/** Work that recurs, county by county: `everySeconds` apart, in the worker role, one process at a time. It sweeps rows whose due_at has passed. */
export interface Recurring {
  readonly name: string;
  readonly everySeconds: number;
  /** Its first turn comes some seconds after the start, not after a whole round. */
  readonly soonAfterStart?: boolean;
  /** Which counties a turn visits; left out, all. What comes round every minute or oftener says it: asking each county for itself is what many idle ones cost. */
  readonly due?: Due;
  /** `signal`: the program stops; long work ends where it can. `turn`: the same for all counties of a turn. */
  run(ctx: Ctx, signal: AbortSignal, turn: Turn): Promise<void>;
  /** So many counties have their turns side by side: for work that mostly waits for other machines. One unless said. */
  readonly countiesAtOnce?: number;
  /** Goes on while the disk is nearly full (`Room`), since it tells somebody of it. */
  readonly withoutRoom?: boolean;
  /** Publishes, forgets or closes because its time has come, which cannot be taken back: it waits while the clock is not to be believed (`ClockWatch`). */
  readonly cannotBeUndone?: boolean;
  /** Waits for what its turns left under way, before the program stops. */
  drain?(app: App): Promise<void>;
}

const soonMilliseconds = 8_000;
/** So soon after the clock is believed again what waited for that has its turn. */
const lookMilliseconds = 1_000;
/** Over so long the beginnings of what recurs are spread. */
const spreadMilliseconds = 2_000;

/** Runs recurring work forever until `stopped`; each kind alone, so a slow one delays no other; while `watch` doubts the clock, none that cannot be undone: what had its turn then has it as soon as the doubt ends. They begin spread over their time: what comes round together takes the processor together. */
export function runRecurring(
  app: App,
  recurring: readonly Recurring[],
  watch: Pick<ClockWatch, 'isDoubtful'>,
): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const running = new Set<Promise<void>>();
  const timers: NodeJS.Timeout[] = [];
  const waiting = new Set<() => void>();
  for (const [at, one] of recurring.entries()) {
    let busy = false;
    const takeTurn = (): void => {
      if (busy || stopping.signal.aborted) return;
      if (one.cannotBeUndone && watch.isDoubtful) return void waiting.add(takeTurn);
      waiting.delete(takeTurn);
      busy = true;
      const turn = turnInOrder(app, one, stopping.signal).finally(() => {
        busy = false;
        running.delete(turn);
      });
      running.add(turn);
    };
    const every = one.everySeconds * 1_000;
    const begin = (): void => {
      takeTurn();
      timers.push(setInterval(takeTurn, every));
    };
    timers.push(setTimeout(begin, every + (Math.min(every, spreadMilliseconds) * at) / recurring.length));
    if (one.soonAfterStart) timers.push(setTimeout(takeTurn, soonMilliseconds));
  }
  const takeUp = (): void => {
    if (waiting.size > 0 && !watch.isDoubtful) for (const takeTurn of waiting) takeTurn();
  };
  timers.push(setInterval(takeUp, lookMilliseconds));
  return {
    async stop() {
      stopping.abort();
      for (const timer of timers) clearInterval(timer);
      await Promise.allSettled(running);
      await Promise.allSettled(recurring.map((one) => one.drain?.(app)));
    },
  };
}

async function turnInOrder(app: App, recurring: Recurring, signal: AbortSignal): Promise<void> {
  await app.rightOfWay.give();
  if (!signal.aborted) await runTurn(app, recurring, signal);
}

/** One turn of a recurring job through the counties that have something due. Exported for tests, which set the clock and call it. */
export async function runTurn(
  app: App,
  recurring: Recurring,
  signal: AbortSignal = new AbortController().signal,
): Promise<void> {
  const turn = new Turn();
  const waiting = await countiesDue(app, recurring.due, turn).catch((error: unknown) => {
    app.log.error('it could not be seen what is due', {
      job: recurring.name,
      error: error instanceof Error ? error : undefined,
    });
    return [];
  });
  const lane = async (): Promise<void> => {
    for (let county = waiting.shift(); county && !signal.aborted; county = waiting.shift())
      await turnOf(app, county, recurring, signal, turn);
  };
  await Promise.all(Array.from({ length: recurring.countiesAtOnce ?? 1 }, lane));
}

async function turnOf(app: App, county: County, recurring: Recurring, signal: AbortSignal, turn: Turn): Promise<void> {
  try {
    await tracedInCounty(app, county, recurring.name, (ctx) => recurring.run(ctx, signal, turn));
  } catch (error) {
    app.log.error('recurring work failed', {
      job: recurring.name,
      county: county.id,
      error: error instanceof Error ? error : undefined,
    });
  }
}
