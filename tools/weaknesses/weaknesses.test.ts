import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { askRegistry } from './ask-registry.ts';
import { excusesFile, judge, readExcuses, type Excuse } from './excuses.ts';

const root = resolve(import.meta.dirname, '..', '..');
const deep = process.env['XIANGYIN_DEEP'] === '1';

/** A registry as npm's own protocol has it: it is sent names with versions, gzipped, and answers advisories by name. null: it keeps no list, as many mirrors do. */
async function registry(advisories: Record<string, { id: string; severity: string }[]> | null) {
  const asked: Record<string, string[]> = {};
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      response.setHeader('content-type', 'application/json');
      if (request.url !== '/-/npm/v1/security/advisories/bulk') response.writeHead(404).end('{}');
      else if (advisories === null) response.writeHead(405).end();
      else {
        const body = Buffer.concat(pieces);
        Object.assign(
          asked,
          JSON.parse((request.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body).toString()),
        );
        response.end(JSON.stringify(answerFor(advisories)));
      }
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  after(() => server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, asked };
}

const answerFor = (advisories: Record<string, { id: string; severity: string }[]>) =>
  Object.fromEntries(
    Object.entries(advisories).map(([name, some]) => [
      name,
      some.map(({ id, severity }, number) => ({
        id: number + 1,
        url: `https://advisories.example/${id}`,
        title: `${name} lets strangers in`,
        severity,
        vulnerable_versions: '<999.0.0',
        cwe: ['CWE-20'],
        cvss: { score: 0, vectorString: null },
      })),
    ]),
  );

async function run(url: string, ...args: string[]): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, [join(root, 'tools', 'weaknesses.ts'), ...args], {
    env: { ...process.env, npm_config_registry: url, npm_config_fetch_retries: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (text: Buffer) => (said += text.toString()));
  await once(child, 'close');
  return { code: child.exitCode, said };
}

test('a known weakness of a package that runs here fails, a lesser one is named (A39)', async () => {
  const { url, asked } = await registry({
    pg: [{ id: 'GHSA-aaaa-bbbb-cccc', severity: 'high' }],
    ws: [{ id: 'GHSA-dddd-eeee-ffff', severity: 'moderate' }],
  });
  const { code, said } = await run(url);
  assert.equal(code, 1, said);
  assert.match(said, /✖ high: pg <999\.0\.0: pg lets strangers in \(GHSA-aaaa-bbbb-cccc\)/);
  assert.match(said, /^ {2}moderate: ws /m);
  assert.match(said, /1 high or critical, 0 excused, 1 lesser/);
  assert.ok(asked['pg'] && asked['preact'], 'it was asked of all that runs');
  assert.ok(!asked['oxlint'], 'and not of what only checks');
});

test('lesser ones alone do not fail; asked for, what only builds and tests counts too (A39)', async () => {
  const { url, asked } = await registry({
    ws: [{ id: 'GHSA-dddd-eeee-ffff', severity: 'low' }],
    oxlint: [{ id: 'GHSA-gggg-hhhh-jjjj', severity: 'critical' }],
  });
  assert.equal((await run(url)).code, 0);
  const { code, said } = await run(url, '--tools');
  assert.equal(code, 1, said);
  assert.ok(asked['oxlint']);
});

test('a registry without such a list, or none in reach, is no good news and says so (A39)', async () => {
  for (const url of [(await registry(null)).url, 'http://127.0.0.1:9/']) {
    const { code, said } = await run(url);
    assert.equal(code, 3, said);
    assert.match(said, /Nobody could be asked: .+/);
    assert.match(said, /nothing is known, neither good nor bad/);
    assert.ok(!said.includes(url), 'it names no host');
  }
});

const found = { advisory: 'GHSA-aaaa-bbbb-cccc', package: 'pg', severity: 'high', title: 'x', range: '<9' };
const excuse: Excuse = {
  advisory: found.advisory,
  package: 'pg',
  reason: 'Only its own password reaches that code.',
  since: '2026-12-01',
  until: '2026-12-31',
};

test('an exception holds to its last day, for its package alone, and asks to be struck out (A39)', () => {
  assert.deepEqual(judge([found], [excuse], '2026-12-31'), {
    bad: [],
    excused: [{ weakness: found, excuse }],
    lesser: [],
    idle: [],
  });
  assert.deepEqual(judge([found], [excuse], '2027-01-01').bad, [found]);
  assert.deepEqual(judge([{ ...found, package: 'ws' }], [excuse], '2026-12-01').bad.length, 1);
  assert.deepEqual(judge([], [excuse], '2026-12-01').idle, [excuse]);
});

test('an exception without a reason or an end is not read; those that lie here are (A39)', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'xy-excuses-'));
  after(() => rm(folder, { recursive: true }));
  const path = join(folder, 'excuses.json');
  const { reason: _, ...without } = excuse;
  for (const one of [
    without,
    { ...excuse, reason: 'later' },
    { ...excuse, until: 'soon' },
    { ...excuse, until: '2027-12-31' },
    { ...excuse, by: 'me' },
  ]) {
    await writeFile(path, JSON.stringify([one]));
    assert.throws(() => readExcuses(path), /excuses\.json/);
  }
  await writeFile(path, JSON.stringify([excuse]));
  assert.deepEqual(readExcuses(path), [excuse]);
  readExcuses(join(root, excusesFile));
});

test('the registry in use knows of no weakness that is not excused (A39)', { skip: !deep }, async (t) => {
  const asked = await askRegistry(root, { tools: false });
  if ('unknown' in asked) return t.skip(`nobody could be asked: ${asked.unknown}`);
  const today = new Date().toISOString().slice(0, 10);
  assert.deepEqual(judge(asked.weaknesses, readExcuses(join(root, excusesFile)), today).bad, []);
});
