/** Who asked comes again at once: the page behind the act, the list behind the page. */
const stillMilliseconds = 20;
/** So long anything gives way at most, so that it is done however much is asked. */
const mostMilliseconds = 250;
/** More requests than this in a second or two are a load, beside which the work must go on. */
const fewRequests = 20;

/** Requests have the right of way: what nobody waits for begins when none is under way. On two cores a sweep beside a signature makes it half as slow again. */
export class RightOfWay {
  readonly #underWay = new Set<object>();
  #waiting: (() => void)[] = [];
  #second = 0;
  #inThisSecond = 0;
  #inTheOneBefore = 0;

  /** Somebody waits for an answer. */
  begins(request: object): void {
    this.#underWay.add(request);
    this.#look();
    this.#inThisSecond += 1;
  }

  #look(): void {
    const second = Math.floor(performance.now() / 1_000);
    if (second === this.#second) return;
    this.#inTheOneBefore = second === this.#second + 1 ? this.#inThisSecond : 0;
    this.#inThisSecond = 0;
    this.#second = second;
  }

  /** They have it, went away, or it became a stream that stays open. Ending twice is ending once. */
  ends(request: object): void {
    if (!this.#underWay.delete(request) || this.#underWay.size > 0) return;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const ended of waiting) ended();
  }

  /** Whether somebody waits for an answer just now. */
  get isTaken(): boolean {
    return this.#underWay.size > 0;
  }

  /** Comes back when nobody waited for an answer for a moment, at the latest after a quarter of a second. */
  async give(): Promise<void> {
    if (!this.isTaken) return;
    const { promise: late, resolve } = Promise.withResolvers<void>();
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      resolve();
    }, mostMilliseconds);
    while (!isLate && this.isTaken) {
      await Promise.race([late, new Promise<void>((ended) => this.#waiting.push(ended))]);
      if (!isLate) await Promise.race([late, new Promise((still) => setTimeout(still, stillMilliseconds))]);
    }
    clearTimeout(timer);
  }

  /** As `give`, between two steps of work that has begun, and only while few ask: who signs now and then waits for none of it, and under a load none of it waits. */
  async giveWhileFewAsk(): Promise<void> {
    this.#look();
    if (this.#inThisSecond + this.#inTheOneBefore <= fewRequests) await this.give();
  }
}
