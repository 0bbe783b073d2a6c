import type pg from 'pg';

/** How long somebody waits for a turn before they are told that it is too much at present: as long as for a connection. */
const patienceMilliseconds = 5_000;

interface Waiting {
  readonly isAlone: boolean;
  go(): void;
}

/** Who may have one of so many things next (the connections of a pool), county by county. Where several counties work, none holds all: an eighth, and one at least, is left for the others.
 *  When all are out, counties take turns, however many of one wait: whoever comes from a quiet county waits for one to be given back, not for the whole row. */
export class FairShares {
  readonly #most: number;
  readonly #held = new Map<number, number>();
  /** In the order of their turns. */
  readonly #waiting = new Map<number, Waiting[]>();
  #out = 0;
  constructor(most: number) {
    this.#most = most;
  }

  /** How many the county holds. */
  of(county: number): number {
    return this.#held.get(county) ?? 0;
  }
  /** How many of the county wait. */
  waitingOf(county: number): number {
    return this.#waiting.get(county)?.length ?? 0;
  }

  /** Takes one, to be given back. Nothing to wait for while there is one; `isAlone`: no other county is here. Rejects when none came in time. */
  take(county: number, isAlone: boolean): Promise<void> | undefined {
    if (this.waitingOf(county) === 0 && this.#mayHave(county, isAlone)) {
      this.#count(county, 1);
      return undefined;
    }
    return this.#wait(county, isAlone);
  }

  /** Gives one back; whoever's turn it is has it at once. */
  give(county: number): void {
    this.#count(county, -1);
    for (const [next, row] of this.#waiting) {
      if (!this.#mayHave(next, row[0]?.isAlone ?? false)) continue;
      this.#count(next, 1);
      this.#waiting.delete(next);
      const first = row.shift();
      if (row.length > 0) this.#waiting.set(next, row);
      first?.go();
      return;
    }
  }

  #mayHave(county: number, isAlone: boolean): boolean {
    const mine = isAlone ? this.#most : this.#most - Math.ceil(this.#most / 8);
    return this.#out < this.#most && (this.of(county) < mine || this.of(county) === 0);
  }

  #count(county: number, by: 1 | -1): void {
    this.#out += by;
    const now = this.of(county) + by;
    if (now > 0) this.#held.set(county, now);
    else this.#held.delete(county);
  }

  #wait(county: number, isAlone: boolean): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const row = this.#waiting.get(county) ?? [];
    const one: Waiting = {
      isAlone,
      go() {
        clearTimeout(late);
        resolve();
      },
    };
    const late = setTimeout(() => {
      row.splice(row.indexOf(one), 1);
      if (row.length === 0 && this.#waiting.get(county) === row) this.#waiting.delete(county);
      // In the words of the pool, which are known for what they are.
      reject(new Error('timeout exceeded when trying to connect'));
    }, patienceMilliseconds);
    row.push(one);
    this.#waiting.set(county, row);
    return promise;
  }
}

const all = new WeakMap<pg.Pool, FairShares>();

/** The shares of a pool's connections. */
export function sharesOf(pool: pg.Pool): FairShares {
  const known = all.get(pool) ?? new FairShares(pool.options.max);
  all.set(pool, known);
  return known;
}
