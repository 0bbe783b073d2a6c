import { setTimeout as pause } from 'node:timers/promises';
import { load } from '../load.ts';
import type { BenchCounty } from '../prepare.ts';
import { startProduct } from '../product.ts';
import type { Product } from '../product.ts';
import { anotherList } from '../requests.ts';
import type { Figure } from '../times.ts';
import { busySeconds } from './proc.ts';

/** One web process against four, with lists that nobody asked for before: work of processor and database, nothing from memory. The generators and PostgreSQL run on the same cores, so beside the gain stands the most that was left to gain: all cores over those that were busy with one process. */
export async function measureProcesses(county: BenchCounty, seconds: number): Promise<Figure[]> {
  const one = await underLoad(county, [8411], seconds);
  const four = await underLoad(county, [8411, 8412, 8413, 8414], seconds);
  const most = one.cores / one.busyCores;
  return [
    {
      name: `lists a second, 1 web process (of ${one.cores} cores ${one.busyCores.toFixed(2)} busy)`,
      stories: 0,
      unit: '/s',
      value: one.perSecond,
      low: one.perSecond,
      high: one.perSecond,
    },
    {
      name: `lists a second, 4 web processes (of ${four.cores} cores ${four.busyCores.toFixed(2)} busy)`,
      stories: 0,
      unit: '/s',
      value: four.perSecond,
      low: four.perSecond,
      high: four.perSecond,
      limit: one.perSecond * most,
      limitName: 'if no core were ever idle',
      ratio: four.perSecond / one.perSecond,
      note: `times one process; at most ${most.toFixed(2)} here${four.errors + one.errors > 0 ? `; ${four.errors + one.errors} errors` : ''}`,
    },
  ];
}

async function underLoad(county: BenchCounty, ports: readonly number[], seconds: number) {
  const products: Product[] = [];
  try {
    for (const [at, port] of ports.entries())
      products.push(await startProduct(county.directory, port, { roles: at === 0 ? 'web,worker' : 'web' }));
    const ask = () =>
      Promise.all(
        Array.from({ length: 4 }, (_, at) =>
          load(products[at % products.length]?.address ?? '', { path: '', paths: anotherList }, seconds),
        ),
      );
    // Code that has run for a while is quicker.
    await ask();
    await pause(500);
    const before = busySeconds();
    const began = performance.now();
    const results = await ask();
    const busy = busySeconds().busy - before.busy;
    return {
      perSecond: results.reduce((sum, { perSecond }) => sum + perSecond, 0),
      errors: results.reduce((sum, { errors }) => sum + errors, 0),
      cores: before.cores,
      busyCores: busy / ((performance.now() - began) / 1_000),
    };
  } finally {
    for (const product of products.toReversed()) await product.stop();
  }
}
