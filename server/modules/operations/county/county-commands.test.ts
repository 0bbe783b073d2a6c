import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { buildServer } from '#platform/http/server';
import { emergencyNumbers, treeOf } from '#places';
import { listenToCommits } from '#platform/listen';
import { inCounty } from '#platform/transaction';
import type { App } from '#platform/app';
import { portalOptions } from '#portal';
import { emptyProgram } from '../../../testing/empty-database.ts';
import { until } from '../../../testing/until.ts';

/** Runs a command as `cli` does, in a process of its own. */
async function run(
  app: App,
  words: string,
  flags: Record<string, string | true>,
  more: { args?: string[]; secret?: string } = {},
): Promise<{ exit: number; said: string }> {
  const command = app.modules.flatMap((module) => module.commands ?? []).find((one) => one.name === words);
  const said: string[] = [];
  const county = app.counties.all()[0];
  const exit = await command?.run({
    app,
    ownerUrl: undefined,
    args: more.args ?? [],
    flags,
    say: (line) => void said.push(line),
    secret: () => Promise.resolve(more.secret ?? ''),
    inCounty: (work) => (county ? inCounty(app, county, work) : assert.fail('no county')),
  });
  return { exit: exit ?? -1, said: said.join('\n') };
}

const lyra = {
  slug: 'lyra',
  pack: 'generic',
  'name-en': 'Port Lyra',
  'publisher-en': 'Port Lyra Gazette',
  phone: '+353 1 555 0100',
  'time-zone': 'Europe/Dublin',
  levels: 'city:City,borough:Borough,ward:Ward',
};

test('from an empty database to a signed-in administrator, while the program runs', async () => {
  await using program = await emptyProgram();
  // One process answers; the commands run in another.
  const server = await buildServer(program.app, { ...portalOptions(program.app), checkAnswers: true });
  const ears = listenToCommits(program.app, () => undefined);
  const folder = await mkdtemp(join(tmpdir(), 'xy-county-'));
  try {
    await server.ready();
    const ask = (path: string, body?: object) =>
      server.inject({
        method: body ? 'POST' : 'GET',
        url: path,
        headers: {
          host: 'localhost',
          ...(body
            ? { 'content-type': 'application/json', origin: 'http://localhost', 'idempotency-key': crypto.randomUUID() }
            : {}),
        },
        ...(body ? { payload: JSON.stringify(body) } : {}),
      });
    assert.equal((await ask('/')).statusCode, 404, 'no county yet');
    const other = await program.again({ severalProcesses: true });
    const opened = await run(other, 'county add', lyra);
    assert.equal(opened.exit, 0, opened.said);
    const file = join(folder, 'places.csv');
    await writeFile(
      file,
      'code,parent_code,level,name_zh,name_en,valid_from,local_code\n,,city,,Port Lyra,1901-01-01,PL\n,PL,borough,,Harbour,1901-01-01,PL-H\n,PL-H,ward,,Ropewalk,1901-01-01,PL-H-1\n',
    );
    assert.equal((await run(other, 'places import', {}, { args: [file] })).exit, 0);
    const added = await run(
      other,
      'user add',
      { name: 'Nora Byrne', role: 'administrator', login: 'nora' },
      { secret: 'a sentence to remember' },
    );
    assert.equal(added.exit, 0, added.said);
    await until(async () => (await ask('/places/PL-H')).statusCode === 200);
    assert.match((await ask('/places/PL-H')).body, /Borough/);
    assert.equal((await ask('/en/places/PL-H')).statusCode, 404, 'its first language has no prefix');
    assert.equal((await ask('/zh/')).statusCode, 404, 'a language it does not have');
    const home = await ask('/');
    assert.equal(home.statusCode, 200);
    assert.match(home.body, /Port Lyra Gazette/);
    const session = await ask('/api/v1/sessions', { login: 'nora', password: 'a sentence to remember' });
    assert.equal(session.statusCode, 201, session.body);
    const wrong = await ask('/api/v1/sessions', { login: 'nora', password: 'another sentence' });
    assert.equal(wrong.statusCode, 401);
  } finally {
    await ears.close();
    await server.close();
    await rm(folder, { recursive: true });
  }
});

test('what is wrong with the words of the command is said, and no county is opened', async () => {
  await using program = await emptyProgram();
  const cases: [Record<string, string | true>, RegExp][] = [
    [{ slug: 'Port Lyra' }, /--slug/],
    [{ slug: true }, /--slug=<…>/],
    [{ pack: 'ie' }, /--pack/],
    [{ 'name-en': '' }, /--name-en：.*is missing/],
    [{ languages: 'zh-CN,en' }, /--name-zh：.*is missing/],
    [{ languages: 'fr' }, /--languages/],
    [{ phone: 'call us' }, /--phone/],
    [{ 'time-zone': 'Dublin' }, /--time-zone/],
    [{ hosts: 'https://lyra.example' }, /--hosts/],
    [{ levels: 'city' }, /--levels/],
    [{ levels: 'city:City,city:Town' }, /--levels：.*names a level twice/],
    [{ emergencies: '911' }, /--emergencies：.*to call in danger/],
    [{ emergencies: 'help:Emergency' }, /--emergencies/],
    [{ mayor: 'x' }, /--mayor/],
  ];
  for (const [change, words] of cases) {
    const { exit, said } = await run(program.app, 'county add', { ...lyra, ...change });
    assert.equal(exit, 2, said);
    assert.match(said, words);
  }
  assert.equal(program.app.counties.all().length, 0);
});

test('a county is opened once, and no host belongs to two', async () => {
  await using program = await emptyProgram();
  assert.equal(
    (await run(program.app, 'county add', { ...lyra, emergencies: '911:Emergency,988:Crisis line' })).exit,
    0,
  );
  const [opened] = program.app.counties.all();
  assert.deepEqual(opened && emergencyNumbers(opened, 'en'), [
    { number: '911', name: 'Emergency' },
    { number: '988', name: 'Crisis line' },
  ]);
  const again = await run(program.app, 'county add', lyra);
  assert.equal(again.exit, 1);
  assert.match(again.said, /there already/);
  const second = await run(program.app, 'county add', { ...lyra, slug: 'vega' });
  assert.equal(second.exit, 1);
  assert.match(second.said, /localhost/);
  const own = await run(program.app, 'county add', { ...lyra, slug: 'vega', hosts: 'vega.example.org' });
  assert.equal(own.exit, 0, own.said);
  assert.deepEqual(
    program.app.counties.all().map((county) => [county.id, county.slug]),
    [
      [1, 'lyra'],
      [2, 'vega'],
    ],
  );
});

test('a closed county answers nobody and loses nothing; reopened it is as it was', async () => {
  await using program = await emptyProgram();
  assert.equal((await run(program.app, 'county add', lyra)).exit, 0);
  assert.equal((await run(program.app, 'county add', { ...lyra, slug: 'vega', hosts: 'vega.example.org' })).exit, 0);
  const server = await buildServer(program.app, portalOptions(program.app));
  const ears = listenToCommits(program.app, () => undefined);
  const other = await program.again({ severalProcesses: true });
  const folder = await mkdtemp(join(tmpdir(), 'xy-county-'));
  const home = async () =>
    (await server.inject({ method: 'GET', url: '/', headers: { host: 'vega.example.org' } })).statusCode;
  const command = (name: string, args: string[]) => run(other, name, {}, { args });
  try {
    await server.ready();
    assert.equal(await home(), 200);
    assert.equal((await command('county close', ['vega'])).exit, 0);
    await until(async () => (await home()) === 404);
    assert.match(
      (await command('county list', [])).said,
      /lyra .*localhost[\s\S]*vega +vega\.example\.org .*closed \d{4}-/,
    );
    assert.equal((await command('county reopen', ['vega'])).exit, 0);
    await until(async () => (await home()) === 200);
    assert.doesNotMatch((await command('county list', [])).said, /closed/);
    // A process that was started while a county was closed knows its places when it is opened.
    const file = join(folder, 'places.csv');
    await writeFile(
      file,
      'code,parent_code,level,name_zh,name_en,valid_from,local_code\n,,city,,Port Lyra,1901-01-01,PL\n',
    );
    assert.equal((await command('places import', [file])).exit, 0);
    assert.equal((await command('county close', ['lyra'])).exit, 0);
    const later = await program.again();
    const itsEars = listenToCommits(later, () => undefined);
    assert.equal((await command('county reopen', ['lyra'])).exit, 0);
    await until(() => later.counties.byHost('localhost') !== undefined);
    assert.equal(treeOf(later, 1).root?.localCode, 'PL');
    await itsEars.close();
    assert.equal((await command('county close', ['nowhere'])).exit, 1);
    assert.equal((await command('county close', [])).exit, 2);
  } finally {
    await ears.close();
    await server.close();
    await rm(folder, { recursive: true });
  }
});
