import type { App } from './app.ts';
import type { County } from './county.ts';

/** One turn of recurring work through the counties. */
export class Turn {
  readonly #seen = new Map<string, Promise<unknown>>();
  /** What is of the installation is looked at once in a turn, however many counties ask. */
  once<T>(name: string, look: () => Promise<T>): Promise<T> {
    const seen = this.#seen.get(name) ?? look();
    this.#seen.set(name, seen);
    return seen as Promise<T>;
  }
}

/** Which counties have something due, by their numbers; undefined: all are to be visited. It may name one that has nothing after all, never leave one out that has. */
export type Due = (app: App, turn: Turn) => Promise<ReadonlySet<number> | undefined>;

/** Asks the database once for all counties, by a function that a migration made with `platform.due`: one statement, however many counties there are. `values`: its further parameters. */
export const dueBy =
  (name: `${string}.due_${string}`, ...values: readonly unknown[]): Due =>
  async (app) => {
    const places = values.map((_, at) => `, $${at + 4}`).join('');
    const { rows } = await app.backgroundPool.query<{ county: number }>({
      name,
      text: `select ${name}($1, $2, $3${places}) as county`,
      values: [...timesOf(app), app.clock.now(), ...values],
    });
    return new Set(rows.map(({ county }) => county));
  };

/** The counties that a turn visits, in the order of their numbers. A closed one, or one that this process does not answer for yet, is none. */
export async function countiesDue(app: App, due: Due | undefined, turn: Turn): Promise<County[]> {
  const numbers = await due?.(app, turn);
  return app.counties.all().filter(({ id }) => numbers?.has(id) ?? true);
}

// Their own clocks may differ: of the one that is furthest behind, and the one that is furthest ahead.
function timesOf(app: App): [earliest: Date, latest: Date] {
  const times = app.counties.all().map(({ id }) => app.counties.now(id).getTime());
  const real = app.clock.now().getTime();
  return [new Date(Math.min(real, ...times)), new Date(Math.max(real, ...times))];
}
