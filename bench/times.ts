import { median, percentile, spread } from './statistics.ts';

/** One line of the table: a figure beside its limit from the same passes. */
export interface Figure {
  name: string;
  stories: number;
  unit: string;
  value: number;
  low: number;
  high: number;
  limit?: number;
  limitName?: string;
  ratio?: number;
  note?: string;
}

/** Times of single acts, gathered over the passes: each name with those of its limit. */
export class Times {
  readonly #seen = new Map<string, { took: number[]; limit: number[]; limitName: string }>();

  /** One act, beside its limit measured in the same pass where there is one. */
  note(name: string, took: number, limit?: number, limitName = ''): void {
    const one = this.#seen.get(name) ?? { took: [], limit: [], limitName };
    one.took.push(took);
    if (limit !== undefined) one.limit.push(limit);
    this.#seen.set(name, one);
  }

  /** Median and 95th percentile of each, as lines of the table. */
  figures(stories: number): Figure[] {
    return [...this.#seen].flatMap(([name, { took, limit, limitName }]) => {
      const [low, high] = spread(took);
      const same = { stories, unit: 'ms', low, high };
      const limitOf = (at: (numbers: readonly number[]) => number) =>
        limit.length === 0 ? {} : { limit: at(limit), limitName };
      return [
        { name: `${name}, p50`, value: median(took), ...limitOf(median), ...same },
        { name: `${name}, p95`, value: percentile(took, 0.95), ...limitOf((all) => percentile(all, 0.95)), ...same },
      ];
    });
  }
}
