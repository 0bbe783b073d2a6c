import { refuse } from '#platform/refuse';

/** How many pictures of one person may wait to be decoded; each is held in memory meanwhile. */
export const mostWaiting = 24;

type Work = () => Promise<void>;

/** One work after the other (a decoded picture takes up to 100 MB, so two at once are one too many for a small machine), and the next is each time another person's:
 *  who sends a hundred pictures keeps nobody waiting for more than the one at hand. */
export class Turns {
  readonly #waiting = new Map<string, Work[]>();
  #isRunning = false;

  /** Runs `work` when its turn comes. `whose` is a person; empty: the program's own, of which any number may wait.
   *  Refuses: Unavailable (503) while `mostWaiting` of that person wait already. */
  take<T>(whose: string, work: () => Promise<T>): Promise<T> {
    const own = this.#waiting.get(whose) ?? [];
    if (whose !== '' && own.length >= mostWaiting) refuse('Unavailable', { retryAfterSeconds: 5 });
    return new Promise<T>((done, fail) => {
      own.push(() => work().then(done, fail));
      this.#waiting.set(whose, own);
      void this.#run();
    });
  }

  async #run(): Promise<void> {
    if (this.#isRunning) return;
    this.#isRunning = true;
    for (let next = this.#next(); next; next = this.#next()) await next();
    this.#isRunning = false;
  }

  // Whoever had a turn stands behind all the others.
  #next(): Work | undefined {
    const [whose, own] = this.#waiting.entries().next().value ?? ['', []];
    const work = own.shift();
    this.#waiting.delete(whose);
    if (own.length > 0) this.#waiting.set(whose, own);
    return work;
  }
}
