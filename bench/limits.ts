import { fork } from 'node:child_process';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';

/** Starts the bare server with the very bytes that the product answered under these paths. */
export async function startBareServer(
  product: string,
  paths: readonly string[],
): Promise<{ address: string; stop(): void }> {
  const pages = await Promise.all(paths.map((path) => recorded(product, path)));
  const child = fork(join(import.meta.dirname, 'bare-server.ts'), { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const port = new Promise<number>((resolve) => child.once('message', (message) => resolve(Number(message))));
  child.send(pages);
  return { address: `http://127.0.0.1:${await port}`, stop: () => void child.kill('SIGTERM') };
}

async function recorded(product: string, path: string): Promise<{ path: string; headers: string[]; body: string }> {
  const { request } = await import('node:http');
  const url = new URL(path, product);
  return new Promise((resolve, reject) => {
    const asked = request(url, { headers: { 'accept-encoding': 'br' } }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => {
        const body = Buffer.concat(parts);
        const headers = Object.entries(answer.headers).filter(
          ([name]) => !['date', 'connection', 'keep-alive', 'transfer-encoding', 'content-length'].includes(name),
        );
        resolve({
          path,
          headers: [
            ...headers.flatMap(([name, value]) => [name, String(value)]),
            'content-length',
            String(body.length),
          ],
          body: body.toString('base64'),
        });
      });
    });
    asked.on('error', reject);
    asked.end();
  });
}

/** One fsync of 4 KB on the disk of `directory`, in milliseconds; `times` of them. */
export async function fsyncTimes(directory: string, times: number): Promise<number[]> {
  const path = join(directory, 'fsync-probe');
  const file = await open(path, 'w');
  const bytes = Buffer.alloc(4096, 1);
  const took: number[] = [];
  for (let n = 0; n < times; n += 1) {
    const began = performance.now();
    await file.write(bytes, 0, bytes.length, 0);
    await file.sync();
    took.push(performance.now() - began);
  }
  await file.close();
  await rm(path);
  return took;
}

/** The bare driver over 8 connections: how often one row is written and committed in a second. */
export async function bareCommits(url: string, seconds: number): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(
    'create table if not exists public.bench_rows (id bigint generated always as identity, at timestamptz, text text)',
  );
  await client.end();
  return bareQueries(
    url,
    { text: 'insert into public.bench_rows (at, text) values (now(), $1)', values: ['x'.repeat(500)] },
    seconds,
  );
}

/** The bare driver over 8 connections: how often a prepared statement answers in a second. */
export async function bareQueries(
  url: string,
  statement: { text: string; values: unknown[] },
  seconds: number,
): Promise<number> {
  const pool = new pg.Pool({ connectionString: url, max: 8 });
  const until = performance.now() + seconds * 1000;
  let done = 0;
  const one = async (): Promise<void> => {
    const client = await pool.connect();
    while (performance.now() < until) {
      await client.query({ name: 'bench', ...statement });
      done += 1;
    }
    client.release();
  };
  await Promise.all(Array.from({ length: 8 }, one));
  await pool.end();
  return done / seconds;
}

/** One connection of the bare driver, already open: how long a statement takes, in milliseconds; `times` of them. */
export async function bareTimes(
  url: string,
  statement: { text: string; values: unknown[] },
  times: number,
): Promise<number[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query({ name: 'warm', ...statement });
  const took: number[] = [];
  for (let n = 0; n < times; n += 1) {
    const began = performance.now();
    await client.query({ name: 'warm', ...statement });
    took.push(performance.now() - began);
  }
  await client.end();
  return took;
}
