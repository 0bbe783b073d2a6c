import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync } from 'node:fs';
import { open, readdir, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import sharp from 'sharp';
import type { TestWorld } from './index.ts';
import { smallDisk } from './peers/small-disk.ts';

// Small disks of our own, one for files and one for the database; only root may mount them, and elsewhere the run says that it did without.
const folder = mkdtempSync(join(tmpdir(), 'xy-disk-'));
const disks = { files: diskAt('files', 8), database: diskAt('database', 640) };
const areMounted = disks.files !== undefined && disks.database !== undefined;
process.env['XIANGYIN_TEST_VAR'] = join(folder, 'database', 'postgres');
delete process.env['DATABASE_URL'];
const { ownerClient, testWorld } = await import('./index.ts');
const { testServer } = await import('./server.ts');
const { backup } = await import('#operations/testing');
const { openOrderDesk } = await import('#volunteering/testing');
const { portalOptions } = await import('#portal');
const { buildServer } = await import('#platform/http/server');
const { audit } = await import('#platform/audit');
const { systemActor } = await import('#platform/actor');
const { runWorker } = await import('../run-worker.ts');
const { until } = await import('./until.ts');

after(async () => {
  if (areMounted) await (await testServer()).stop();
  for (const disk of Object.values(disks)) if (disk) spawnSync('umount', ['--lazy', disk]);
  await rm(folder, { recursive: true, force: true });
});

function diskAt(name: string, megabytes: number): string | undefined {
  const path = join(folder, name);
  return smallDisk(path, megabytes) ? path : undefined;
}

/** Fills a disk but for so many bytes; what it returns makes room again. */
async function fill(disk: string, free: number): Promise<() => Promise<void>> {
  const ballast = join(disk, 'ballast');
  const { bavail, bsize } = await statfs(disk);
  const file = await open(ballast, 'a');
  await file.appendFile(Buffer.alloc(Math.max(0, bavail * bsize - free)));
  await file.close();
  return () => rm(ballast);
}

function picture(): Promise<Buffer> {
  const noise = Buffer.from(Array.from({ length: 600 * 400 * 3 }, (_, at) => (at * 7919) % 251));
  return sharp(noise, { raw: { width: 600, height: 400, channels: 3 } })
    .png()
    .toBuffer();
}

function multipart(bytes: Buffer): { payload: Buffer; headers: Record<string, string> } {
  const field = (name: string, value: string): string =>
    `--x\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  const file = `--x\r\ncontent-disposition: form-data; name="file"; filename="a.png"\r\ncontent-type: image/png\r\n\r\n`;
  const head = field('alt', '槐树下的长凳') + field('credit', '柳河镇') + file;
  return {
    payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n--x--\r\n')]),
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
  };
}

/** Rows of the audit that wait for their place in the chain. */
async function unsealed({ database }: TestWorld): Promise<number> {
  const owner = await ownerClient(database);
  const { rows } = await owner.query<{ n: number }>(
    'select count(*)::int as n from platform.unsealed where county_id = 1',
  );
  await owner.end();
  return rows[0]?.n ?? 0;
}

if (disks.files && disks.database) {
  const { files, database } = disks;
  test('a picture that finds no room is refused, leaves nothing behind, and comes in when there is room', async () => {
    await using county = await testWorld({}, { varDirectory: join(files, 'var') });
    const send = async () => county.as('correspondent').post('/files', undefined, multipart(await picture()));
    const makeRoom = await fill(files, 8_192);
    const refused = await send();
    assert.deepEqual([refused.status, refused.body['code']], [507, 'DiskFull']);
    const left = existsSync(join(files, 'var', 'files'))
      ? await readdir(join(files, 'var', 'files'), { recursive: true })
      : [];
    assert.deepEqual(
      left.filter((name) => /\.part$|[0-9a-f]{64}$/.test(name)),
      [],
    );
    await makeRoom();
    assert.equal((await send()).status, 201);
  });

  test('a backup that finds no room says so and leaves no half archive; with room it is made', async () => {
    await using county = await testWorld();
    const folder = join(files, 'backups');
    const ownerUrl = (await testServer()).ownerUrl(county.database);
    const backUp = () =>
      backup.run({
        app: county.app,
        ownerUrl,
        args: [],
        flags: { to: folder, 'without-keys': true },
        say: () => undefined,
        inCounty: (work) => county.inCounty(work),
      });
    const makeRoom = await fill(files, 16_384);
    await assert.rejects(backUp(), /the disk is full, the half of it was removed/);
    assert.deepEqual(await readdir(folder), []);
    await makeRoom();
    assert.equal(await backUp(), 0);
    assert.match((await readdir(folder)).join(), /^xiangyin-one-\w+\.tar$/);
    await rm(folder, { recursive: true });
  });

  test('with little room the county is read and nothing new is taken, every screen says so, work rests, and all goes on by itself when there is room', async () => {
    const varDirectory = join(files, 'watched');
    mkdirSync(varDirectory);
    const room = { folders: [varDirectory], leastBytes: 2 * 1024 ** 2 };
    await using desk = await openOrderDesk({}, { varDirectory, room });
    const { county } = desk;
    const site = await buildServer(county.app, portalOptions(county.app));
    const worker = await runWorker(county.app);
    const administrator = county.as('administrator');
    const headers = {
      host: 'one.test',
      origin: 'http://one.test',
      'content-type': 'application/x-www-form-urlencoded',
    };
    const page = (method: 'GET' | 'POST', url: string) => site.inject({ method, url, headers });
    const saysSo = async () => [
      /class="reads-only"/.test((await page('GET', '/about')).body),
      (await administrator.get('/me')).body['readsOnly'],
    ];
    const sealed = () => until(async () => (await unsealed(county)) === 0);
    try {
      assert.deepEqual(await saysSo(), [false, false]);
      assert.equal((await desk.place()).status, 201);
      await sealed();

      const makeRoom = await fill(files, 1024 ** 2);
      await county.app.room.look();
      assert.deepEqual(await saysSo(), [true, true]);
      for (const [language, words] of [
        ['zh-CN', /只能看，不能写/],
        ['en', /read but not write/],
      ] as const) {
        const ordered = await desk.place();
        assert.deepEqual([ordered.status, ordered.body['code'], ordered.headers['retry-after']], [507, 'NoRoom', '60']);
        const form = await page('POST', language === 'en' ? '/en/subscribe' : '/subscribe');
        assert.equal(form.statusCode, 507);
        assert.match(form.body, words);
      }
      // Nothing is kept from being signed or taken down: what is not there is not found, and not refused for want of room.
      const nowhere = `/stories/${desk.serviceId}`;
      const statement = await county.as('chief-editor').post(`${nowhere}/signing-statements`, { verdict: 'withdrawn' });
      assert.equal(statement.status, 404, statement.text);
      assert.notEqual((await county.as('chief-editor').post(`${nowhere}/withdrawals`, {})).status, 507);
      assert.notEqual((await county.as('chief-editor').post(`${nowhere}/signatures`, {})).status, 507);
      // Whoever is to make room comes in; whoever looks is on record, which is sealed when there is room.
      const came = await county.request('POST', '/api/v1/sessions', { login: 'nobody', password: 'nothing at all' });
      assert.equal(came.body['code'], 'SignInFailed');
      await county.inCounty((ctx) =>
        ctx.transaction((tx) =>
          audit(tx, systemActor('test'), { act: 'order.see-address', noun: 'order', subjectId: desk.serviceId }),
        ),
      );
      assert.ok((await unsealed(county)) > 0);

      await makeRoom();
      await county.app.room.look();
      assert.deepEqual(await saysSo(), [false, false]);
      const other = await desk.place({ contacts: [{ name: '李叔', phone: '13800009999' }] });
      assert.equal(other.status, 201, other.text);
      await sealed();
    } finally {
      await worker.stop();
      await site.close();
    }
  });

  test('orders on a full disk are refused, none that was acknowledged is lost, and they go on when there is room', async () => {
    await using desk = await openOrderDesk();
    const place = (n: number) =>
      desk.place({ contacts: [{ name: '王阿姨', phone: `138${String(n).padStart(8, '0')}` }] });
    const makeRoom = await fill(database, 600_000);
    const acknowledged: string[] = [];
    let refused = await place(0);
    for (let n = 1; n < 1_500 && refused.status === 201; n += 1) {
      acknowledged.push(String(refused.body['orderId']));
      refused = await place(n);
    }
    assert.ok([503, 507].includes(refused.status), refused.text);
    await makeRoom();
    const again = await place(99_999);
    assert.equal(again.status, 201, again.text);
    const owner = await ownerClient(desk.county.database);
    const { rows } = await owner.query<{ id: string }>('select id from volunteering.orders where county_id = 1');
    await owner.end();
    assert.deepEqual(rows.map((row) => row.id).toSorted(), [...acknowledged, String(again.body['orderId'])].toSorted());
  });
}
