import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { alreadyRunning, claimInstance, instanceName, runningInstance } from './instance.ts';
import { identityOf } from './process-identity.ts';

const folder = await mkdtemp(join(tmpdir(), 'xy-instance-'));
after(() => rm(folder, { recursive: true, force: true }));

const here = { port: 8080, address: 'http://localhost:8080' };

async function claimed(varDirectory: string) {
  const answer = await claimInstance(varDirectory, here);
  assert.ok('claim' in answer, 'the folder should have been free');
  return answer.claim;
}

test('a second start on the same folder is told where the first can be reached', async () => {
  const varDirectory = join(folder, 'second');
  const claim = await claimed(varDirectory);
  const second = await claimInstance(varDirectory, { ...here, port: 8081 });
  assert.ok('running' in second);
  assert.equal(second.running.pid, process.pid);
  assert.match(
    alreadyRunning(second.running),
    /已在运行：http:\/\/localhost:8080[\s\S]*already running: http:\/\/localhost:8080 \(process \d+/,
  );
  await claim.release();
  assert.equal(await runningInstance(varDirectory), null);
  await (await claimed(varDirectory)).release();
});

test('of many starts at one moment exactly one gets the folder', async () => {
  const answers = await Promise.all(Array.from({ length: 12 }, () => claimInstance(join(folder, 'crowd'), here)));
  assert.equal(answers.filter((answer) => 'claim' in answer).length, 1);
});

test('of many starts after a kill -9 exactly one gets the folder', async () => {
  const varDirectory = join(folder, 'killed');
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  await once(child, 'spawn');
  assert.ok(child.pid);
  await leaveNote(varDirectory, { ...identityOf(child.pid) });
  assert.equal((await runningInstance(varDirectory))?.pid, child.pid);
  child.kill('SIGKILL');
  await once(child, 'exit');
  assert.equal(await runningInstance(varDirectory), null);
  const answers = await Promise.all(Array.from({ length: 12 }, () => claimInstance(varDirectory, here)));
  assert.equal(answers.filter((answer) => 'claim' in answer).length, 1);
});

test(
  'a number that now belongs to another process does not hold the folder',
  { skip: process.platform !== 'linux' },
  async () => {
    const varDirectory = join(folder, 'reused');
    await leaveNote(varDirectory, { pid: process.ppid, startedTicks: '1' });
    await (await claimed(varDirectory)).release();
  },
);

test("a start during the other one's end waits for it", async () => {
  const varDirectory = join(folder, 'ending');
  const claim = await claimed(varDirectory);
  await claim.markEnding();
  const next = claimed(varDirectory);
  setTimeout(() => void claim.release(), 150);
  await (await next).release();
});

test('processes with some of the roles have names of their own', () => {
  assert.equal(instanceName({ roles: ['web', 'worker', 'collab'], port: 8080, allRoles: 3 }), 'instance');
  assert.equal(instanceName({ roles: ['web'], port: 8081, allRoles: 3 }), 'instance-web-8081');
  assert.equal(instanceName({ roles: ['worker'], port: 8081, allRoles: 3 }), 'instance-worker');
});

async function leaveNote(varDirectory: string, identity: { pid: number; startedTicks: string | null }): Promise<void> {
  await mkdir(join(varDirectory, 'run'), { recursive: true });
  await writeFile(
    join(varDirectory, 'run', 'instance.json'),
    JSON.stringify({ ...identity, ...here, startedAt: '2026-01-01T00:00:00.000Z', isEnding: false }),
  );
}
