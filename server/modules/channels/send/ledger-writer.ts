import type { App } from '#platform/app';
import type { County } from '#platform/county';
import type { Slots } from '#platform/outbound/slots';
import { inCounty } from '#platform/transaction';
import { settleTries } from './settle-tries.ts';
import type { Ended } from './settle-tries.ts';

/** What ends within so many milliseconds is written down together, at most so many tries at once. */
const gatherMilliseconds = 20;
const mostAtOnce = 64;

interface Waiting extends Ended {
  readonly written: PromiseWithResolvers<void>;
}

/** Writes the ends of tries into the ledger of one county, several in one commit: with a commit for each the disk and the round trips cost more than the sending. */
export class LedgerWriter {
  readonly #app: App;
  readonly #county: County;
  readonly #slots: Slots;
  #waiting: Waiting[] = [];
  #timer: NodeJS.Timeout | undefined;

  constructor(app: App, county: County, slots: Slots) {
    this.#app = app;
    this.#county = county;
    this.#slots = slots;
  }

  /** Ends when it is written. Throws what the database says. */
  write(ended: Ended): Promise<void> {
    const written = Promise.withResolvers<void>();
    this.#waiting.push({ ...ended, written });
    // Where nothing else is under way there is nobody to wait for.
    if (this.#waiting.length >= Math.min(mostAtOnce, this.#slots.of(this.#county.id))) this.#flush();
    else this.#timer ??= setTimeout(() => this.#flush(), gatherMilliseconds);
    return written.promise;
  }

  #flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const ended = this.#waiting;
    this.#waiting = [];
    void this.#settle(ended);
  }

  // One that cannot be written must not keep the others out.
  async #settle(ended: readonly Waiting[]): Promise<void> {
    try {
      await inCounty(this.#app, this.#county, (ctx) => settleTries(ctx, ended));
      for (const { written } of ended) written.resolve();
    } catch (error) {
      const [only] = ended;
      if (ended.length > 1) await Promise.all(ended.map((one) => this.#settle([one])));
      else only?.written.reject(error);
    }
  }
}
