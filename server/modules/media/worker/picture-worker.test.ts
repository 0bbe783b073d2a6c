import assert from 'node:assert/strict';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import sharp from 'sharp';
import { PictureWorker } from './picture-worker.ts';

const photo = (width = 800, height = 600): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#88aa77' } })
    .jpeg()
    .toBuffer();

/** A worker whose process runs this text instead of ours: it stands for a decoder that a picture has broken. */
async function brokenWorker(t: TestContext, text: string): Promise<string> {
  // Within the project, for the worker may read nothing else, but not among its sources, which journeys hash meanwhile.
  const folder = await mkdtemp(join(import.meta.dirname, '../../../../node_modules/.broken-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const file = join(folder, 'worker.mjs');
  await writeFile(file, text);
  return file;
}

async function untilGone(pid: number): Promise<void> {
  for (let tries = 0; tries < 2_000; tries += 1) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`the process ${pid} still lives`);
}

test('the worker is started by the first picture and ends when none comes for a while (A28)', async () => {
  const worker = new PictureWorker({ idleMilliseconds: 150 });
  assert.equal(worker.pid, undefined);
  const answered = await worker.ask({ bytes: await photo(), wanted: null });
  assert.ok(answered && 'made' in answered);
  assert.deepEqual([answered.made.width, answered.made.height], [800, 600]);
  const { pid } = worker;
  assert.ok(pid);
  await untilGone(pid);
  assert.equal(worker.pid, undefined);
});

test('a picture that kills the worker gets no answer, and the next one gets a new worker (A28)', async (t) => {
  const file = await brokenWorker(
    t,
    `process.on('disconnect', () => process.exit());
     process.on('message', ({ bytes }) => bytes.length === 3 ? process.abort() : process.send({ refused: 'PictureUnreadable' }));`,
  );
  const worker = new PictureWorker({ idleMilliseconds: 50 }, file);
  assert.equal(await worker.ask({ bytes: Buffer.from('bad'), wanted: null }), undefined);
  assert.deepEqual(await worker.ask({ bytes: Buffer.from('good'), wanted: null }), { refused: 'PictureUnreadable' });
});

test('a picture that takes too long is given up, and its worker ended (A28)', async (t) => {
  const file = await brokenWorker(t, `process.on('message', () => { for (;;); });`);
  const worker = new PictureWorker({ milliseconds: 700 }, file);
  const asking = worker.ask({ bytes: Buffer.from('slow'), wanted: null });
  await new Promise((resolve) => setTimeout(resolve, 300));
  const { pid } = worker;
  assert.ok(pid);
  assert.equal(await asking, undefined);
  await untilGone(pid);
});

test(
  'a worker that takes more memory than a picture needs is ended by the system (A28)',
  {
    skip: process.platform !== 'linux',
  },
  async (t) => {
    const file = await brokenWorker(
      t,
      `const held = [];
     process.on('message', ({ bytes }) => { for (let n = 0; n < bytes.length; n += 1) held.push(Buffer.alloc(64 * 1024 * 1024, 1)); process.send({ made: held.length }); });`,
    );
    const worker = new PictureWorker({ idleMilliseconds: 50 }, file);
    assert.deepEqual(await worker.ask({ bytes: Buffer.alloc(4), wanted: null }), { made: 4 });
    assert.equal(await new PictureWorker({}, file).ask({ bytes: Buffer.alloc(40), wanted: null }), undefined);
  },
);

test('the worker inherits no settings, may write no file and start no process; on Linux it has no network (A28)', async (t) => {
  const file = await brokenWorker(
    t,
    `import { spawnSync } from 'node:child_process'; import { readFileSync, readdirSync, writeFileSync } from 'node:fs'; import { networkInterfaces } from 'node:os';
     const may = (work) => { try { work(); return true; } catch { return false; } };
     process.on('message', () => process.send({ made: {
       settings: Object.keys(process.env).filter((name) => !['PATH', 'PWD', 'OLDPWD', 'SHLVL', '_'].includes(name)), write: may(() => writeFileSync('a', 'a')),
       spawn: may(() => spawnSync('true')), secrets: may(() => readFileSync('/etc/passwd')), networks: Object.keys(networkInterfaces()) } }));`,
  );
  process.env['XIANGYIN_CANARY'] = 'secret';
  t.after(() => delete process.env['XIANGYIN_CANARY']);
  const worker = new PictureWorker({ idleMilliseconds: 50 }, file);
  const answered = await worker.ask({ bytes: Buffer.alloc(1), wanted: null });
  const { networks, ...rest } = Object(answered).made;
  assert.deepEqual(rest, { settings: [], write: false, spawn: false, secrets: false });
  if (process.platform === 'linux' && process.getuid?.() === 0) assert.deepEqual(networks, []);
});

test('the pictures module decodes nowhere else: no other file of the server loads the decoder (A28)', async () => {
  const server = join(import.meta.dirname, '..', '..', '..');
  const files = (await readdir(server, { recursive: true })).filter(
    (name) => /\.tsx?$/.test(name) && !name.endsWith('.test.ts'),
  );
  const loading: string[] = [];
  for (const name of files)
    if (/(from|import\() ?'sharp'/.test(await readFile(join(server, name), 'utf8'))) loading.push(name);
  assert.deepEqual(loading.toSorted(), [
    'modules/demonstration/pictures/render-worker.ts',
    // Draws what we wrote ourselves, in a process of its own; nothing that was uploaded comes near it.
    'modules/media/drawing/draw-process.ts',
    'modules/media/worker/decoding.ts',
  ]);
});
