import { request } from 'node:http';

/** Where a program of this machine listens, and the county's own host, by which it finds the county. */
export interface Address {
  readonly host: string;
  readonly port: number;
  readonly publicAddress: string;
}

/** The paths that show a version at work: the database, a page of the site, both entries of the console. */
const shownPaths = ['/readyz', '/', '/console/', '/console/phone/'] as const;

/** What does not answer yet, such as `/console/ (503)`; null when the version is at work. `/` may be nobody's: then it is not found. */
export async function whatIsMissing(address: Address): Promise<string | null> {
  for (const path of shownPaths) {
    const status = await statusOf(address, path);
    const isWell = path === '/' ? status !== null && status < 500 : status === 200;
    if (!isWell) return `${path} (${status ?? '—'})`;
  }
  return null;
}

/** Whether the program of this address says that it can work. */
export const isReady = async (address: Address): Promise<boolean> => (await statusOf(address, '/readyz')) === 200;

function statusOf({ host, port, publicAddress }: Address, path: string): Promise<number | null> {
  const where = { host: ['0.0.0.0', '::'].includes(host) ? '127.0.0.1' : host, port, path };
  return new Promise((done) => {
    const asked = request({ ...where, headers: { host: new URL(publicAddress).host }, timeout: 10_000 }, (answer) => {
      answer.resume();
      done(answer.statusCode ?? null);
    });
    asked.once('timeout', () => asked.destroy());
    asked.once('error', () => done(null));
    asked.end();
  });
}
