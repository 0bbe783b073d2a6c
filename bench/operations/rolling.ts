import { setTimeout as pause } from 'node:timers/promises';
import { Agent, request } from 'node:http';
import { findProgram } from '../../server/testing/peers/find-program.ts';
import { NginxServer } from '../../server/testing/peers/nginx-server.ts';
import type { BenchCounty } from '../prepare.ts';
import { startProduct } from '../product.ts';
import type { Product } from '../product.ts';
import { anotherList, orderRequests } from '../requests.ts';
import type { Figure } from '../times.ts';

const ports = [8421, 8422] as const;

/** Two web processes behind the nginx that we ship, `perSecond` requests a second, one in ten a list that nobody asked for before, one in fifty an order that is written, the rest the home page: each process is told to end and started anew, one after the other, and nothing may fail. */
export async function measureRolling(county: BenchCounty, perSecond: number): Promise<Figure[]> {
  const nginx = findProgram('nginx');
  if (!nginx) throw new Error('there is no nginx on this machine');
  const products = new Map<number, Product>();
  const start = async (port: number): Promise<void> =>
    void products.set(
      port,
      await startProduct(county.directory, port, {
        roles: port === ports[0] ? 'web,worker' : 'web',
        behindProxy: true,
      }),
    );
  try {
    for (const port of ports) await start(port);
    await using front = await NginxServer.start(nginx, ...ports);
    const stream = steady(front.address, county, perSecond);
    await pause(3_000);
    for (const port of ports) {
      await products.get(port)?.stop();
      await start(port);
      await pause(2_000);
    }
    const { answered, failed, late } = await stream.end();
    return [
      {
        name: `requests that failed while both processes were restarted, of ${answered + failed.length} at ${perSecond}/s`,
        stories: 0,
        unit: '',
        value: failed.length,
        low: 0,
        high: failed.length,
        note: countsOf(failed) + (late > 0 ? `; the generator was late ${late} times` : ''),
      },
    ];
  } finally {
    for (const product of products.values()) await product.stop().catch(() => undefined);
  }
}

const countsOf = (failed: readonly string[]): string =>
  Object.entries(Object.groupBy(failed, (one) => one))
    .map(([what, all]) => `${what} ${all?.length}`)
    .join(', ');

/** Asks so often in a second, however long answers take. */
function steady(address: string, county: BenchCounty, perSecond: number) {
  const orders = orderRequests(county, 'http://localhost');
  const failed: string[] = [];
  const underWay = new Set<Promise<void>>();
  let answered = 0;
  let asked = 0;
  let late = 0;
  const began = performance.now();
  const one = async (n: number): Promise<void> => {
    const made = n % 50 === 0 ? orders.bodies?.() : undefined;
    const what = made ? 'order' : n % 10 === 1 ? 'list' : 'page';
    const outcome = await ask(
      address,
      made
        ? { method: 'POST', path: orders.path, headers: { ...orders.headers, ...made.headers }, body: made.body }
        : { method: 'GET', path: n % 10 === 1 ? anotherList() : '/', headers: {} },
    ).catch((error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : String(error)));
    if (typeof outcome === 'number' && outcome < 300) answered += 1;
    else failed.push(`${what} ${outcome}`);
  };
  const timer = setInterval(() => {
    const due = Math.floor(((performance.now() - began) / 1_000) * perSecond) - asked;
    if (due > perSecond) late += 1;
    for (let n = 0; n < due; n += 1) {
      const work = one(asked + n).finally(() => underWay.delete(work));
      underWay.add(work);
    }
    asked += Math.max(0, due);
  }, 10);
  return {
    async end() {
      clearInterval(timer);
      await Promise.all(underWay);
      return { answered, failed, late };
    },
  };
}

// As many lines as a busy hour of readers has.
const agent = new Agent({ keepAlive: true, maxSockets: 100 });

interface Asking {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

const ask = (address: string, { method, path, headers, body }: Asking): Promise<number> =>
  new Promise((resolve, reject) => {
    const asked = request(
      new URL(path, address),
      { agent, method, headers: { host: 'localhost', ...headers }, timeout: 20_000 },
      (answer) =>
        answer
          .resume()
          .once('end', () => resolve(answer.statusCode ?? 0))
          .once('error', reject),
    );
    asked
      .once('timeout', () => asked.destroy(new Error('timeout')))
      .once('error', reject)
      .end(body);
  });
