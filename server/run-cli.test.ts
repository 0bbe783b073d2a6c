import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import pg from 'pg';
import { emptyProgram } from '#testing';
import { allCommands, runCli } from './run-cli.ts';

async function run(
  words: string[],
  variables: Record<string, string> = {},
): Promise<{ exit: number; said: string; complaints: string }> {
  const [said, complaints]: [string[], string[]] = [[], []];
  const exit = await runCli(words, {
    // Without settings that could be used, whoever reads them ends with 1.
    variables: { XIANGYIN_CONFIG: 'off', PORT: 'none', ...variables },
    say: (line) => void said.push(line),
    complain: (line) => void complaints.push(line),
  });
  return { exit, said: said.join('\n'), complaints: complaints.join('\n') };
}

test('every command explains itself in both languages, with its exit codes, and takes no option that it does not name', async () => {
  const all = await run(['--help']);
  assert.equal(all.exit, 0);
  for (const { name, summary, usage } of allCommands) {
    assert.match(all.said, new RegExp(`^ {2}${name} `, 'm'));
    assert.match(summary, /^.*[\u4e00-\u9fff].* · .*[a-z]/, name);
    assert.ok(usage.startsWith(name), name);
    const words = name.split(' ');
    const help = await run([...words, '--help']);
    assert.equal(help.exit, 0, name);
    assert.match(help.said, /Exit codes: 0 .*done, 1 .*something is wrong, 2 .*used wrongly/, name);
    assert.ok(help.said.includes(usage), name);
    const strange = await run([...words, '--nonsense']);
    assert.deepEqual([strange.exit, strange.said], [2, ''], name);
    assert.match(strange.complaints, /no such option: --nonsense/, name);
  }
});

test('whoever reads may leave before the end: no stack trace, and the exit code stands', async () => {
  const run = spawn(process.execPath, [join(import.meta.dirname, 'cli.ts'), '--help'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // As `| head` that has read enough: the end of the pipe is gone before anything is written.
  run.stdout.destroy();
  const complaints = text(run.stderr);
  const [code] = (await once(run, 'close')) as [number | null];
  assert.deepEqual([code, await complaints], [0, '']);
});

test('the paper about commands names each of them, and no other', () => {
  const paper = readFileSync(join(import.meta.dirname, '..', 'docs', 'operations', 'commands.md'), 'utf8');
  const named = [...paper.matchAll(/^\| `([a-z ]+?)`/gm)].map(([, name = '']) => name);
  assert.deepEqual(named.toSorted(), allCommands.map(({ name }) => name).toSorted());
});

test('a command ends with 0 when it is done, 1 when something is wrong, 2 when it was used wrongly', async () => {
  await using program = await emptyProgram();
  const variables = {
    PORT: '0',
    DATABASE_URL: program.app.settings.databaseUrl,
    DATABASE_ADMIN_URL: program.ownerUrl,
    XIANGYIN_VAR: program.app.settings.varDirectory,
  };
  const nowhere = { ...variables, DATABASE_ADMIN_URL: 'postgresql://owner:x@127.0.0.1:9/nowhere' };
  const cases: [string, number, RegExp, Record<string, string>?][] = [
    ['migrate', 0, /Up to date/],
    ['migrate now', 2, /too much: now/],
    ['county list', 0, /There is no county yet/],
    ['county list all', 2, /too much: all/],
    ['county close nowhere', 1, /There is no county nowhere/],
    ['county close', 2, /county close <slug>/],
    ['places import', 2, /places import <file\.csv>/],
    ['audit verify --county=nowhere', 2, /No such county/],
    ['audit verify --county', 2, /--county needs a value/],
    ['user add --name=丁一诺 --role=coordinator --place=', 2, /--place needs a value/],
    ['user add --name=丁一诺 --role=coordinator --login', 2, /--login needs a value/],
    ['user add --name=丁一诺 --role=coordinator --language=fr', 2, /language: zh-CN, en/],
    ['places import list.csv --preview=no', 2, /--preview takes no value: no/],
    ['keys reseal --finish=false', 2, /--finish takes no value: false/],
    ['backup --prove=now', 2, /--prove takes no value: now/],
    ['tidy up', 2, /No such command: tidy up/],
    ['migrate', 1, /DATABASE_ADMIN_URL/, nowhere],
    ['county list', 1, /PORT/, { PORT: 'none' }],
    // Nobody may make a folder there.
    ['county list', 1, /^\/sys\/\S+ .*chown -R[^]*may not be written/, { ...variables, XIANGYIN_VAR: '/sys/xiangyin' }],
  ];
  for (const [line, exit, words, other] of cases) {
    const answer = await run(line.split(' '), other ?? variables);
    assert.deepEqual(
      [answer.exit, words.test(answer.said + answer.complaints)],
      [exit, true],
      `${line}\n${answer.said}${answer.complaints}`,
    );
  }
});

test('no command runs under a role from which the rows of other counties are not hidden; the doctor names it among all else', async () => {
  await using program = await emptyProgram();
  const variables = {
    PORT: '0',
    DATABASE_URL: program.app.settings.databaseUrl,
    DATABASE_ADMIN_URL: program.ownerUrl,
    XIANGYIN_VAR: program.app.settings.varDirectory,
  };
  const answers = () =>
    Promise.all(['migrate', 'county list', 'doctor'].map((line) => run(line.split(' '), variables)));
  const [migrated, listed, looked] = await answers();
  assert.deepEqual([migrated?.exit, listed?.exit], [0, 0], `${migrated?.complaints}${listed?.complaints}`);
  assert.match(looked?.said ?? '', /✓ .*owns nothing and cannot bypass/);
  const owner = new pg.Client({ connectionString: program.ownerUrl });
  await owner.connect();
  await owner.query(`grant create on schema public to ${new URL(program.app.settings.databaseUrl).username}`);
  await owner.end();
  await program.app.pool.query('create table public.mine (id integer)');
  const [migration, list, look] = await answers();
  for (const refused of [migration, list]) {
    assert.equal(refused?.exit, 1);
    assert.match(
      refused?.complaints ?? '',
      /拥有表（如 public\.mine）[\s\S]*owns tables \(such as public\.mine\)[\s\S]*REASSIGN/,
    );
  }
  assert.match(migration?.said ?? '', /Up to date/, 'what it was asked for is done');
  assert.match(look?.said ?? '', /✗ .*owns nothing and cannot bypass row security \(public\.mine\)\n {4}→ .*REASSIGN/);
});

test('a restore that broke off before its tables were those of this version goes on by the same command; nothing else does', async () => {
  await using program = await emptyProgram();
  const variables = {
    PORT: '0',
    DATABASE_URL: program.app.settings.databaseUrl,
    DATABASE_ADMIN_URL: program.ownerUrl,
    XIANGYIN_VAR: program.app.settings.varDirectory,
  };
  const owner = new pg.Client({ connectionString: program.ownerUrl });
  await owner.connect();
  await owner.query('alter table channels.subscribers drop column digest_until');
  await owner.query(`delete from public.migrations where name = '0268-channels-last-digest.sql'`);
  const answers = async (line: string, words: RegExp): Promise<void> => {
    const { exit, said, complaints } = await run(line.split(' '), variables);
    assert.deepEqual([exit, words.test(said + complaints)], [1, true], `${line}\n${said}${complaints}`);
  };
  await answers('restore /nowhere.tar', /of an older version, 1 steps behind/);
  await owner.query(`comment on schema platform is 'restored, unsettled: 2026-03-02T00:00:00.000Z'`);
  await owner.end();
  await answers('county close nowhere', /of an older version, 1 steps behind/);
  await answers('restore /nowhere.tar', /No such file: \/nowhere\.tar/);
  await answers('county close nowhere', /There is no county nowhere/);
});
