/** What was answered for a county since it was taken last. */
export interface Counted {
  memory: number;
  pages: number;
  api: number;
  /** Of pages and api, those of status 500 and above. */
  failed: number;
  /** Of pages and api together. */
  milliseconds: number;
}

/** Counts this process's answers by county, and nothing of whoever asked. */
export class RequestCounts {
  #counted = new Map<number, Counted>();

  /** Something was answered from memory: the commonest thing of all. */
  answeredFromMemory(county: number): void {
    this.#of(county).memory += 1;
  }

  answered(county: number, by: 'page' | 'api', status: number, milliseconds: number): void {
    const counted = this.#of(county);
    if (by === 'api') counted.api += 1;
    else counted.pages += 1;
    if (status >= 500) counted.failed += 1;
    counted.milliseconds += milliseconds;
  }

  /** All of it, by county; counting begins anew. */
  take(): ReadonlyMap<number, Counted> {
    const taken = this.#counted;
    this.#counted = new Map();
    return taken;
  }

  /** What was taken and could not be kept is counted again. */
  giveBack(county: number, more: Counted): void {
    const counted = this.#of(county);
    for (const name of Object.keys(more) as (keyof Counted)[]) counted[name] += more[name];
  }

  #of(county: number): Counted {
    let counted = this.#counted.get(county);
    if (!counted) {
      counted = { memory: 0, pages: 0, api: 0, failed: 0, milliseconds: 0 };
      this.#counted.set(county, counted);
    }
    return counted;
  }
}
