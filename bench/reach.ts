import { setTimeout as pause } from 'node:timers/promises';
import type { BenchCounty } from './prepare.ts';
import { startProduct } from './product.ts';
import type { Product } from './product.ts';
import { act, sign, storyBeforeLastSignature } from './sign-off.ts';
import { Times } from './times.ts';
import type { Figure } from './times.ts';

const ports = [8401, 8402, 8403, 8404] as const;

/** Four web processes over one database, of which one signs: how long after its answer until all four show the new home page and, on a withdrawal, no longer. Each holds the page in its memory before. What is measured holds the purge, the new rendering and the asking. */
export async function measureReach(county: BenchCounty, rounds: number): Promise<Figure[]> {
  const products: Product[] = [];
  try {
    // One after the other, for the first starts what the others join.
    for (const [at, port] of ports.entries())
      products.push(await startProduct(county.directory, port, { roles: at === 0 ? 'web,worker' : 'web' }));
    const times = new Times();
    for (let round = 0; round < rounds; round += 1) await measureRound(county, products, times);
    return times.figures(0).map((one) => ({ ...one, limit: 50, limitName: 'the limit set' }));
  } finally {
    for (const product of products.toReversed()) await product.stop();
  }
}

async function measureRound(county: BenchCounty, products: readonly Product[], times: Times): Promise<void> {
  const [first] = products;
  if (!first) throw new Error('no process');
  const title = `四处可见 ${crypto.randomUUID().slice(0, 8)}`;
  const story = await storyBeforeLastSignature(first.address, county, title);
  await pause(500);
  await warm(products);
  const published = await sign(first.address, county, 'chief-editor', story, 'final_review');
  times.note(
    'sign-off answered until 4 web processes show it',
    await untilAll(products, (page) => page.includes(title)),
  );
  await pause(500);
  await warm(products);
  await act(first.address, county, 'chief-editor', 'POST', `/stories/${published.id}/withdrawals`, { reason: '核实' });
  times.note(
    'withdrawal answered until 4 web processes show it no more',
    await untilAll(products, (page) => !page.includes(title)),
  );
}

// Twice: what is asked for once is not kept.
async function warm(products: readonly Product[]): Promise<void> {
  for (let times = 0; times < 3; times += 1) await Promise.all(products.map(homeOf));
}

// A headline may break between its words, and says where.
const homeOf = async ({ address }: Product): Promise<string> =>
  (await (await fetch(`${address}/`)).text()).replaceAll('<wbr>', '').replaceAll('<wbr/>', '');

async function untilAll(products: readonly Product[], holds: (page: string) => boolean): Promise<number> {
  const began = performance.now();
  await Promise.all(
    products.map(async (product) => {
      while (!holds(await homeOf(product)))
        if (performance.now() - began > 30_000) throw new Error(`${product.address} never showed it`);
    }),
  );
  return performance.now() - began;
}
