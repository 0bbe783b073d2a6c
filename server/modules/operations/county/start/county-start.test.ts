import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import pg from 'pg';
import { equipDemonstrationAccount, inviteAdministrator } from '#access';
import { addPerson } from '#people';
import { addPlaces } from '#places';
import { systemActor } from '#platform/actor';
import { addCounty } from '#platform/add-county';
import type { App } from '#platform/app';
import { buildServer } from '#platform/http/server';
import { keyFingerprint, Keys } from '#platform/keys';
import { inCounty } from '#platform/transaction';
import { portalOptions } from '#portal';
import { emptyProgram, MailServer, until } from '#testing';
import type { EmptyProgram } from '#testing';
import { writeKeyFiles } from '../../backup/sealed-keys.ts';
import { countyStart } from './county-start-command.ts';
import { countyOptions, newCounty } from '../new-county.ts';
import { keyFilesOn } from './recovery-kit.ts';

const cli = resolve(import.meta.dirname, '../../../../cli.ts');

/** A county of 1 + 39 + 560 places. */
function sixHundredPlaces(): string {
  const pad = (n: number): string => String(n).padStart(3, '0');
  const lines = ['code,parent_code,level,name_zh,name_en,valid_from', '110101,,county,丽水县,Lishui,1949-10-01'];
  for (let town = 1; town <= 39; town += 1)
    lines.push(`110101${pad(town)},110101,town,${town}镇,Town ${town},1949-10-01`);
  for (let village = 0; village < 560; village += 1) {
    const town = `110101${pad((village % 39) + 1)}`;
    lines.push(
      `${town}${pad(Math.floor(village / 39) + 1)},${town},village,${village}村,Village ${village},1949-10-01`,
    );
  }
  return lines.join('\n');
}

const lishui = {
  slug: 'lishui',
  'name-zh': '丽水县',
  'name-en': 'Lishui',
  'publisher-zh': '丽水县融媒体中心',
  'publisher-en': 'Lishui Media Centre',
  phone: '0578-1234567',
  address: 'https://news.lishui.example',
  'admin-name': '丁一诺',
  'admin-login': 'dingyinuo',
};

/** A demonstration with somebody in it who has an account, as small as can be. */
async function demonstration(program: EmptyProgram): Promise<string> {
  const { app } = program;
  const county = await addCounty(app, {
    slug: 'demo',
    name: { 'zh-CN': '清溪县' },
    publisher: { 'zh-CN': '清溪县融媒体中心' },
    phone: '000-0000',
    timeZone: 'Asia/Shanghai',
    countryPack: 'cn',
    languages: ['zh-CN'],
    demonstration: true,
    clockAt: null,
    hosts: ['localhost'],
  });
  await writeFile(join(app.settings.varDirectory, 'demo-accounts.json'), '[]');
  await app.files.put(county.id, Buffer.from('a picture'));
  await inCounty(app, county, (ctx) =>
    ctx.transaction((tx) =>
      addPlaces(tx, [
        { level: 'county', parentCode: null, code: '110101', name: { 'zh-CN': '清溪县' }, validFrom: '1949-10-01' },
      ]),
    ),
  );
  return inCounty(app, county, (ctx) =>
    ctx.transaction(async (tx) => {
      const person = await addPerson(tx, { name: '甲', placeId: null });
      await equipDemonstrationAccount(tx, {
        personId: person.id,
        login: 'jia',
        passwordHash: 'x',
        totpSecret: 'JBSWY3DPEHPK3PXP',
        token: 'xyt_demonstration',
      });
      return (await app.keys.countyKey(tx, 'county')).publicKey;
    }),
  );
}

/** Runs the command as the shell does, in a process of its own. */
function shell(
  program: EmptyProgram,
  configFile: string,
  words: string[],
  failpoints = '',
): Promise<{ exit: number | null; said: string }> {
  const child = spawn(process.execPath, [cli, 'county', 'start', ...words], {
    env: {
      ...process.env,
      DATABASE_URL: program.app.settings.databaseUrl,
      DATABASE_ADMIN_URL: program.ownerUrl,
      XIANGYIN_VAR: program.app.settings.varDirectory,
      XIANGYIN_CONFIG: configFile,
      XIANGYIN_FAILPOINTS: failpoints,
      PUBLIC_ADDRESS: '',
      NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'] ?? join(tmpdir(), 'xy-compiled'),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (said += text.toString()));
  return new Promise((done) => child.once('close', (exit) => done({ exit, said })));
}

/** Runs the command in this process; `answers` are what somebody types. */
async function here(
  { app, ownerUrl }: { app: App; ownerUrl: string },
  flags: Record<string, string | true>,
  answers?: string[],
): Promise<{ exit: number; said: string; asked: string[] }> {
  const said: string[] = [];
  const asked: string[] = [];
  const ask = (question: string): Promise<string> => {
    asked.push(question);
    return Promise.resolve(answers?.shift() ?? assert.fail(question));
  };
  const exit = await countyStart.run({
    app,
    ownerUrl,
    args: [],
    flags,
    say: (line) => void said.push(line),
    secret: () => Promise.resolve(''),
    ...(answers ? { ask } : {}),
    inCounty: () => assert.fail('the command opens its county itself'),
  });
  return { exit, said: said.join('\n'), asked };
}

const countyOf = (flags: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(flags).filter(([name]) => countyOptions.includes(name)));

const count = async (app: App, table: string): Promise<number> =>
  Number((await app.pool.query(`select count(*) as n from ${table}`)).rows[0].n);

test('by script: the demonstration goes wholly, a county of 600 places stands, and after a kill the command goes on', async () => {
  await using program = await emptyProgram();
  await using mail = await MailServer.start();
  const folder = await mkdtemp(join(tmpdir(), 'xy-start-'));
  const at = (name: string): string => join(folder, name);
  const { varDirectory } = program.app.settings;
  const demonstrationKey = await demonstration(program);
  await writeFile(at('config.json'), '{}');
  await writeFile(at('places.csv'), sixHundredPlaces());
  await writeFile(
    at('county.json'),
    JSON.stringify({
      ...lishui,
      places: at('places.csv'),
      'smtp-url': mail.url,
      'smtp-from': 'notices@lishui.example',
      'test-mail': 'desk@lishui.example',
      kit: at('kit.txt'),
    }),
  );
  const words = [`--file=${at('county.json')}`, '--remove-demonstration'];
  const first = { app: await program.again({ configFile: at('config.json') }), ownerUrl: program.ownerUrl };

  await chmod(at('county.json'), 0o644);
  const open = await here(first, { file: at('county.json') });
  assert.deepEqual([open.exit, /chmod 600/.test(open.said)], [2, true], open.said);
  await chmod(at('county.json'), 0o600);
  const guarded = await here(first, { file: at('county.json') });
  assert.deepEqual([guarded.exit, /--remove-demonstration/.test(guarded.said)], [1, true], guarded.said);
  const backups = { folder: at('archives'), passphraseFile: at('none'), nightly: false };
  const unread = { ...first, app: { ...first.app, settings: { ...first.app.settings, backups } } };
  const stopped = await here(unread, { file: at('county.json'), 'remove-demonstration': true }).catch(String);
  assert.match(typeof stopped === 'string' ? stopped : stopped.said, /BACKUP_PASSPHRASE_FILE cannot be read/);
  assert.equal(await readFile(at('config.json'), 'utf8'), '{}', 'nothing was touched');

  const killed = await shell(program, at('config.json'), words, 'demonstration-removed:kill');
  assert.match(killed.said, /failpoint demonstration-removed hit/);
  assert.equal(await count(program.app, 'platform.counties'), 1, 'killed before the end: its rows are all there');

  // What follows happens after what the program of its own did, in real time.
  program.clock.set(new Date().toISOString());
  const second = { app: await program.again({ configFile: at('config.json') }), ownerUrl: program.ownerUrl };
  const [whole] = await Promise.all([
    here(second, { file: at('county.json'), 'remove-demonstration': true }),
    takeTablesTheOtherWay(program.ownerUrl),
  ]);
  assert.equal(whole.exit, 0, whole.said);
  const { app } = program;
  await app.counties.reload();
  const [county, ...others] = app.counties.all();
  assert.ok(county && others.length === 0);
  assert.deepEqual([county.slug, county.demonstration], ['lishui', false]);
  const inside = await inCounty(app, county, (ctx) =>
    ctx.transaction(async (tx) => ({
      places: (await tx.client.query('select 1 from places.places')).rowCount,
      people: (await tx.client.query('select name from people.persons')).rows,
      accounts: (await tx.client.query('select 1 from access.accounts')).rowCount,
      keys: (await tx.client.query('select purpose, public_key from platform.signing_keys order by purpose')).rows,
    })),
  );
  assert.deepEqual([inside.places, inside.people, inside.accounts], [600, [{ name: '丁一诺' }], 0]);
  assert.deepEqual(
    inside.keys.map(({ purpose }) => purpose),
    ['county', 'orders', 'pictures'],
  );
  assert.equal(
    inside.keys.some(({ public_key }) => public_key === demonstrationKey),
    false,
    'no key of the demonstration',
  );
  assert.equal((await readdir(varDirectory)).includes('demo-accounts.json'), false);

  assert.deepEqual(
    mail.letters.map(({ from, to }) => [from, ...to]),
    [['notices@lishui.example', 'desk@lishui.example']],
  );
  assert.match(whole.said, /The backup holds no keys|last backup: .*none yet/i, 'what is not set is listed');
  assert.doesNotMatch(whole.said, /npm start once/, 'nor what the first start builds by itself');
  const config = JSON.parse(await readFile(at('config.json'), 'utf8'));
  assert.deepEqual(config, {
    DEMONSTRATION: false,
    PUBLIC_ADDRESS: lishui.address,
    TRUSTED_PROXIES: ['127.0.0.1'],
    SMTP_URL: mail.url,
    SMTP_FROM: 'notices@lishui.example',
    BACKUP_PASSPHRASE_FILE: join(varDirectory, 'backup.passphrase'),
  });
  assert.equal((await stat(at('config.json'))).mode & 0o777, 0o600);
  await theKitBringsTheKeysBack(at('kit.txt'), inside.keys.find(({ purpose }) => purpose === 'county').public_key);
  const [, old] = /invitation#(\S+)/.exec(whole.said) ?? [];

  const again = await here(second, { file: at('county.json') });
  assert.equal(again.exit, 0, again.said);
  assert.match(again.said, /open already[\s\S]*600 places are there/);
  const [link, token] = /https:\/\/news\.lishui\.example\/console\/invitation#(\S+)/.exec(again.said) ?? [];
  assert.ok(link && token !== old, 'who has not come gets a new link');
  await theLinkOpensTheAccount(program, { old: old ?? '', token: token ?? '' });
  const later = await inCounty(second.app, county, (ctx) =>
    ctx.transaction((tx) => inviteAdministrator(tx, systemActor('test'), { name: '丁一诺', login: 'dingyinuo' })),
  );
  assert.equal(later, null, 'who has an account gets no link');
  await rm(folder, { recursive: true });
});

/** Holds a table that the removal wants, waits until it is asked for, and then wants one that the removal holds: PostgreSQL ends one of the two. */
async function takeTablesTheOtherWay(ownerUrl: string): Promise<void> {
  const other = new pg.Client({ connectionString: ownerUrl });
  await other.connect();
  try {
    await other.query('begin; lock table volunteering.visits in share mode');
    await until(
      async () =>
        (await other.query(`select 1 from pg_locks where relation = 'volunteering.visits'::regclass and not granted`))
          .rowCount === 1,
    );
    await other
      .query('lock table access.accounts in share mode')
      .catch((error: unknown) => assert.match(String(error), /deadlock/));
  } finally {
    await other.end();
  }
}

async function theKitBringsTheKeysBack(path: string, publicKey: string): Promise<void> {
  const text = await readFile(path, 'utf8');
  assert.equal((await stat(path)).mode & 0o777, 0o600);
  assert.ok(text.includes(keyFingerprint(publicKey)));
  assert.match(text, /^ {4}[a-z0-9]{5}(-[a-z0-9]{5}){5}$/m, 'the passphrase');
  const folder = await mkdtemp(join(tmpdir(), 'xy-kit-'));
  await writeKeyFiles(folder, keyFilesOn(text));
  assert.equal(await new Keys(folder).isUsable(), true);
  const held = await Promise.all(
    (await readdir(join(folder, 'keys'))).map((name) => readFile(join(folder, 'keys', name), 'utf8')),
  );
  assert.equal(held.length, 4, 'three that sign, one that seals');
  await rm(folder, { recursive: true });
}

async function theLinkOpensTheAccount(
  program: EmptyProgram,
  { old, token }: { old: string; token: string },
): Promise<void> {
  const app = await program.again();
  const server = await buildServer(app, { ...portalOptions(app), checkAnswers: true });
  try {
    await server.ready();
    const post = (path: string, body: object) =>
      server.inject({
        method: 'POST',
        url: `/api/v1${path}`,
        headers: {
          host: 'news.lishui.example',
          origin: 'http://news.lishui.example',
          'content-type': 'application/json',
          'idempotency-key': crypto.randomUUID(),
        },
        payload: JSON.stringify(body),
      });
    assert.equal((await post('/invitation-lookups', { token: old })).statusCode, 410, 'the earlier link is over');
    const found = (await post('/invitation-lookups', { token })).json();
    assert.equal(found.login, 'dingyinuo');
    const hours = (Date.parse(found.expiresAt) - Date.now()) / 3_600_000;
    assert.ok(hours > 22 && hours <= 24, `a day, not a week: ${hours}`);
    const opened = await post('/invitation-acceptances', { token, login: found.login, password: '柳河桥边早饭铺子' });
    assert.deepEqual([opened.statusCode, opened.json().needs], [201, 'enrolment'], opened.body);
  } finally {
    await server.close();
  }
}

test('at a terminal it asks for what is missing, again for what cannot be used; and it says what is wrong before it begins', async () => {
  await using program = await emptyProgram();
  const folder = await mkdtemp(join(tmpdir(), 'xy-start-'));
  const places = join(folder, 'places.csv');
  await writeFile(
    places,
    'code,parent_code,level,name_zh,name_en,valid_from,local_code\n,,county,,Port Lyra,1901-01-01,PL\n',
  );
  const bad = join(folder, 'bad.csv');
  await writeFile(bad, 'code,parent_code,level,name_zh,name_en,valid_from\n,,county,,Port Lyra,1901-01-01\n');
  const app = await program.again({ configFile: join(folder, 'config.json') });
  const run = (flags: Record<string, string | true>, answers?: string[]) =>
    here({ app, ownerUrl: program.ownerUrl }, flags, answers);
  const lyra = { ...lishui, slug: 'lyra', pack: 'generic', 'time-zone': 'Europe/Dublin', languages: 'en', places };
  const cases: [Record<string, string | true>, RegExp][] = [
    [{ address: 'http://news.example.org' }, /--address：[\s\S]*must begin with https/],
    [{ places: join(folder, 'none.csv') }, /none\.csv cannot be read/],
    [{ places: bad }, /--places[\s\S]*Line 2: no code or local_code/],
    [{ 'admin-login': '丁' }, /--admin-login/],
    [{ 'smtp-from': 'nobody' }, /--smtp-from/],
    [{ mayor: 'x' }, /--mayor/],
  ];
  for (const [change, words] of cases) {
    const { exit, said } = await run({ ...lyra, ...change });
    assert.deepEqual([exit, words.test(said)], [2, true], said);
  }
  assert.equal(app.counties.all().length, 0);
  assert.deepEqual(await readdir(folder), ['bad.csv', 'places.csv'], 'nothing was written');

  await addCounty(app, newCounty({ ...countyOf(lyra), pack: 'generic' }, 'http://localhost'));
  // The short name is asked for again, at the end of the rest.
  const answers = [
    'generic',
    '',
    'Port Lyra',
    'Port Lyra',
    'Port Lyra Gazette',
    '+353 1 555 0100',
    'Europe/Dublin',
    '',
    places,
    'Nora Byrne',
    'nora',
    '',
    '',
    'lyra',
  ];
  const { exit, said, asked } = await run({}, answers);
  assert.equal(exit, 0, said);
  assert.equal(answers.length, 0);
  assert.match(asked[1] ?? '', /\[en\]/);
  assert.match(said, /✗ --slug/);
  assert.match(said, /The county is open already[\s\S]*Imported 1 places/, 'it goes on where a kill cut it short');
  assert.match(said, /only written to var\/spool\/mail/);
  assert.deepEqual(
    JSON.parse(await readFile(join(folder, 'config.json'), 'utf8'))['BACKUP_PASSPHRASE_FILE'],
    join(app.settings.varDirectory, 'backup.passphrase'),
  );
  await rm(folder, { recursive: true });
});
