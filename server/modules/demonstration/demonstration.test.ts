import assert from 'node:assert/strict';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { continueDemonstration, loadDemonstration } from '#demonstration';
import { portalOptions } from '#portal';
import { buildServer } from '#platform/http/server';
import { emptyProgram } from '#testing';
import type { EmptyProgram } from '#testing';
import { demonstrationCast } from './content/people.ts';

let program: EmptyProgram;
let server: FastifyInstance;
let accounts: { role: string; place: string; login: string; password: string; token: string; totpSecret: string }[];
const said: string[] = [];

before(async () => {
  program = await emptyProgram();
  await loadDemonstration(program.app, { say: (line) => said.push(line) });
  await continueDemonstration(program.app, { say: (line) => said.push(line), signal: new AbortController().signal });
  server = await buildServer(program.app, { checkAnswers: true, ...portalOptions(program.app) });
  await server.ready();
  accounts = JSON.parse(await readFile(join(program.app.settings.varDirectory, 'demo-accounts.json'), 'utf8'));
});
after(async () => {
  await server.close();
  await program[Symbol.asyncDispose]();
});

async function ask(login: string, path: string): Promise<{ status: number; body: Record<string, unknown> }> {
  const token = accounts.find((one) => one.login === login)?.token ?? '';
  const answer = await server.inject({ method: 'GET', url: `/api/v1${path}`, headers: { host: 'localhost', authorization: `Bearer ${token}`, 'accept-language': 'zh-CN' } });
  return { status: answer.statusCode, body: JSON.parse(answer.body) };
}
const page = async (path: string) => server.inject({ method: 'GET', url: path, headers: { host: 'localhost' } });

test('everybody of the cast can sign in with what the file says, and only its owner reads the file', async () => {
  assert.equal(((await stat(join(program.app.settings.varDirectory, 'demo-accounts.json'))).mode & 0o777).toString(8), '600');
  assert.deepEqual(accounts.map((one) => one.login).toSorted(), demonstrationCast.map((one) => one.login).toSorted());
  for (const { login, role } of accounts) {
    const { status, body } = await ask(login, '/me');
    assert.equal(status, 200, login);
    assert.ok((body['grants'] as { role: string }[]).some((grant) => grant.role === role), login);
  }
});

test('each of the seven has 3 to 7 things waiting', async () => {
  const counts: Record<string, unknown> = {};
  for (const login of ['chenxi', 'linxiaohe', 'shenqiu', 'fangyuanshan', 'zhaoyue', 'qianxiaoman', 'luoxiaochuan']) counts[login] = (await ask(login, '/me')).body['waiting'];
  for (const [login, count] of Object.entries(counts)) assert.ok(Number(count) >= 3 && Number(count) <= 7, `${login}: ${JSON.stringify(counts)}`);
});

test('the county’s clock stands at one minute to seven until somebody acts', () => {
  const [county] = program.app.counties.all();
  assert.equal(program.app.counties.isHeld(county?.id ?? 0), true);
  assert.equal(program.app.counties.now(county?.id ?? 0).toISOString(), '2026-11-22T10:59:00.000Z');
});

test('the home page shows what the first five minutes need', async () => {
  for (const path of ['/', '/en/']) {
    const answer = await page(path);
    assert.equal(answer.statusCode, 200, path);
    assert.match(answer.body, /demonstration\/story/);
  }
});
