import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { alreadyRunning, claimInstance, instanceName, runningInstance, runningInstances } from './instance.ts';
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

test('a note in which nothing stands, since the machine lost its power, does not hold the folder for ever', async () => {
  const varDirectory = join(folder, 'power');
  await mkdir(join(varDirectory, 'run'), { recursive: true });
  const note = join(varDirectory, 'run', 'instance.json');
  await writeFile(note, '');
  const aMinuteAgo = new Date(Date.now() - 60_000);
  await utimes(note, aMinuteAgo, aMinuteAgo);
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

test('several workers, and several that write together, run beside each other on one folder, each under its own number', async () => {
  const varDirectory = join(folder, 'several');
  const worker = { ...here, name: 'instance-worker', amongOthers: true };
  const answers = await Promise.all(Array.from({ length: 4 }, () => claimInstance(varDirectory, worker)));
  assert.ok(answers.every((answer) => 'claim' in answer));
  const names = ['instance-worker', 'instance-worker-2', 'instance-worker-3', 'instance-worker-4'];
  assert.deepEqual([...(await runningInstances(varDirectory)).keys()].toSorted(), names);
  for (const answer of answers) if ('claim' in answer) await answer.claim.markAtWork();
  assert.ok([...(await runningInstances(varDirectory)).values()].every(({ isAtWork }) => isAtWork));
  const [first, ...rest] = answers;
  if (first && 'claim' in first) await first.claim.release();
  assert.ok('claim' in (await claimInstance(varDirectory, worker)), 'a number that is free again is taken');
  assert.deepEqual([...(await runningInstances(varDirectory)).keys()].toSorted(), names);
  for (const answer of rest) if ('claim' in answer) await answer.claim.release();
  assert.deepEqual([...(await runningInstances(varDirectory)).keys()].length, 1);
});

test('the note of a worker in another container is left to it: its number of a process is none of ours', async () => {
  const varDirectory = join(folder, 'containers');
  const worker = { ...here, name: 'instance-worker', amongOthers: true };
  const elsewhere = { pid: 8, startedTicks: '1', host: 'f00dcafe', isAtWork: true };
  await leaveNote(varDirectory, elsewhere, 'instance-worker');
  const answer = await claimInstance(varDirectory, worker);
  assert.ok('claim' in answer);
  await answer.claim.markAtWork();
  const kept = JSON.parse(await readFile(join(varDirectory, 'run', 'instance-worker.json'), 'utf8')) as object;
  assert.equal('host' in kept && kept.host, elsewhere.host);
  // What the health check of deploy/container asks for.
  const running = [...(await runningInstances(varDirectory))];
  assert.deepEqual(
    running.map(([name, { isAtWork }]) => [name, isAtWork]),
    [['instance-worker-2', true]],
  );
});

async function leaveNote(
  varDirectory: string,
  identity: { pid: number; startedTicks: string | null; host?: string; isAtWork?: boolean },
  name = 'instance',
): Promise<void> {
  await mkdir(join(varDirectory, 'run'), { recursive: true });
  await writeFile(
    join(varDirectory, 'run', `${name}.json`),
    JSON.stringify({ ...identity, ...here, startedAt: '2026-01-01T00:00:00.000Z', isEnding: false }),
  );
}
