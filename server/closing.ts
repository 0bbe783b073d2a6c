/** Thrown into a start when the program is told to end before it is ready. */
export class Ended extends Error {
  override readonly name: string = 'Ended';
}

/** What the program has opened, and how each is closed when it ends: the last opened first. */
export class Closing {
  readonly #closers: (() => Promise<unknown>)[] = [];
  readonly #ending = new AbortController();

  /** Aborted as soon as the program is told to end. */
  get signal(): AbortSignal {
    return this.#ending.signal;
  }

  /** Says how something is closed that is open now. Throws Ended where the program is being ended already; it is closed all the same. */
  push(close: () => Promise<unknown>): void {
    this.#closers.push(close);
    if (this.signal.aborted) throw new Ended();
  }

  /** Closes everything, and what a start that is still under way opens until it hears of the end. */
  async closeAll(starting: Promise<unknown>): Promise<void> {
    this.#ending.abort();
    await this.#closeOpen();
    await starting.catch(() => undefined);
    await this.#closeOpen();
  }

  async #closeOpen(): Promise<void> {
    for (let close = this.#closers.pop(); close !== undefined; close = this.#closers.pop()) await close();
  }
}
