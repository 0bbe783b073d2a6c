import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

/** The product running in a process of its own. */
export interface Product {
  readonly address: string;
  readonly startedInMilliseconds: number;
  /** start.mjs; the program itself is below it. */
  readonly pid: number;
  residentMegabytes(): number;
  stop(): Promise<void>;
}

/** Starts the program on a folder, as `npm start` does, and waits until its first public page answers. With `roles` it is one of several processes. */
export async function startProduct(
  directory: string,
  port: number,
  {
    demonstration = false,
    roles,
    behindProxy = false,
  }: { demonstration?: boolean; roles?: string; behindProxy?: boolean } = {},
): Promise<Product> {
  const began = performance.now();
  const child = spawn(process.execPath, [join(root, 'start.mjs')], {
    cwd: root,
    env: {
      ...process.env,
      XIANGYIN_VAR: directory,
      PORT: String(port),
      LOG_LEVEL: 'error',
      // Not what whoever runs this has set for themselves.
      XIANGYIN_CONFIG: 'off',
      // However little room the machine has.
      LEAST_ROOM_MB: '0',
      // All of it is asked from one address.
      READS_PER_MINUTE: '999999999',
      // The first one would be made while something is measured.
      BACKUP_NIGHTLY: 'off',
      DEMONSTRATION: demonstration ? 'on' : 'off',
      // Where the receivers of the fan-out listen.
      OUTBOUND_INNER_HOSTS: '127.0.0.1',
      ...(roles ? { XIANGYIN_ROLES: roles } : {}),
      ...(behindProxy ? { TRUSTED_PROXIES: '127.0.0.1' } : {}),
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const address = `http://localhost:${port}`;
  await firstPage(address, child);
  return {
    address,
    startedInMilliseconds: performance.now() - began,
    pid: child.pid ?? 0,
    residentMegabytes: () =>
      Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${programIn(directory)}/status`, 'utf8'))?.[1]) / 1024,
    async stop() {
      child.kill('SIGTERM');
      await new Promise((resolve) => child.once('exit', resolve));
    },
  };
}

/** The process of the program itself; the starter waits beside it. */
const programIn = (directory: string): number =>
  (JSON.parse(readFileSync(join(directory, 'run', 'instance.json'), 'utf8')) as { pid: number }).pid;

async function firstPage(address: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 3_000; tries += 1) {
    if (child.exitCode !== null) throw new Error(`the product ended with ${child.exitCode}`);
    const status = await fetch(address).then(
      (answer) => answer.status,
      () => 0,
    );
    if (status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('the product did not answer within a minute');
}
