import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { test } from 'node:test';
import { noteVersion } from '#platform/database-version';
import { ExplainedError } from '#platform/explained-error';
import { emptyProgram } from '#testing';
import { reachDatabase } from './reach-database.ts';
import { runCli } from './run-cli.ts';

/** A way to a database that says it is of another version. */
async function otherVersion(databaseUrl: string, said: string): Promise<{ address: string; close(): void }> {
  const behind = new URL(databaseUrl);
  const folder = behind.searchParams.get('host');
  const server = createServer((near) => {
    const port = behind.port || '5432';
    const far = folder ? connect(`${folder}/.s.PGSQL.${port}`) : connect(Number(port), behind.hostname);
    const answers = new Transform({
      transform: (bytes: Buffer, _encoding, done) =>
        done(null, Buffer.from(bytes.toString('latin1').replace(/(?<=\0\x06)1[5-9]\d{4}/, said), 'latin1')),
    });
    near.on('error', () => far.destroy()).pipe(far);
    far.on('error', () => near.destroy()).pipe(answers);
    answers.pipe(near);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const before = new URL(databaseUrl);
  before.searchParams.delete('host');
  before.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { address: before.href, close: () => void server.close() };
}

test('a database older than the tables need is refused in plain words, and nothing is written to it', async () => {
  await using program = await emptyProgram();
  const old = await otherVersion(program.app.settings.databaseUrl, '140012');
  await assert.rejects(reachDatabase('DATABASE_URL', old.address), (error) => {
    assert.ok(error instanceof ExplainedError);
    assert.match(
      error.message,
      /是 PostgreSQL 14，乡音要 15 .*没有动它[\s\S]*needs 15 or later. Nothing in it was touched/,
    );
    return true;
  });
  old.close();
  assert.ok((await reachDatabase('DATABASE_URL', program.app.settings.databaseUrl)) >= 15);
});

test('that the database came to another version between two starts is told once, with what to do', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'xy-version-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const said: string[] = [];
  const start = (version: number) => noteVersion(folder, version, (line) => void said.push(line));
  await start(16);
  await start(16);
  assert.deepEqual(said, []);
  await start(17);
  await start(17);
  assert.equal(said.length, 1);
  assert.match(
    said[0] ?? '',
    /上次是 PostgreSQL 16，现在是 17[\s\S]*was PostgreSQL 16 at the last start and is 17 now.*ANALYZE/,
  );
});

test('on a data folder of another version neither the program nor the doctor starts: both say how the county is brought over, end with 1, and touch nothing', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'xy-older-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const data = join(folder, 'postgres', 'data');
  await mkdir(join(data, 'base'), { recursive: true, mode: 0o700 });
  await writeFile(join(data, 'PG_VERSION'), '15\n');
  await writeFile(join(data, 'base', '1'), 'the county');
  const { DATABASE_URL: _, DATABASE_ADMIN_URL: __, ...surroundings } = process.env;
  const variables = {
    XIANGYIN_VAR: folder,
    XIANGYIN_CONFIG: 'off',
    XIANGYIN_ROLES: 'worker',
    DEMONSTRATION: 'off',
    LEAST_ROOM_MB: '0',
  };
  const mustSay = (words: string): void => {
    assert.match(words, /是 PostgreSQL 15 的.*没有动它[\s\S]*cli -- backup[\s\S]*postgres-15[\s\S]*cli -- restore/);
    assert.match(words, /are of PostgreSQL 15; .*cannot read them. Nothing in there was touched/);
  };
  const program = spawn(process.execPath, [join(import.meta.dirname, 'start.ts')], {
    env: { ...surroundings, NODE_ENV: 'production', ...variables },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let complained = '';
  program.stderr.on('data', (text: Buffer) => (complained += text.toString()));
  const [code] = (await once(program, 'close')) as [number];
  mustSay(complained);
  assert.equal(code, 1);
  const complaints: string[] = [];
  const around = { variables, say: () => undefined, complain: (line: string) => void complaints.push(line) };
  assert.equal(await runCli(['doctor'], around), 1);
  mustSay(complaints.join('\n'));
  assert.deepEqual((await readdir(data, { recursive: true })).toSorted(), ['PG_VERSION', 'base', join('base', '1')]);
  assert.equal(await readFile(join(data, 'base', '1'), 'utf8'), 'the county');
});
