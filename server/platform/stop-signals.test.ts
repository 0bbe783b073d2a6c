import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';

/** A program that is told to end: what it does then stands in `stop`. It speaks once it listens. */
async function told(stop: string, tell: (kill: (signal: NodeJS.Signals) => void) => unknown, options = '{}') {
  const program = `
    import { onStopSignal } from ${JSON.stringify(new URL('stop-signals.ts', import.meta.url).href)};
    onStopSignal(async () => { console.log('stopping'); ${stop} }, ${options});
    setInterval(() => {}, 1_000);
    console.log('ready');`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  const ready = new Promise<void>((resolve) => {
    child.stdout.on('data', (text: Buffer) => {
      said += text.toString();
      if (said.includes('ready')) resolve();
    });
  });
  const ended = once(child, 'close');
  await ready;
  await tell((signal) => child.kill(signal));
  const [code] = (await ended) as [number | null];
  return { code, stops: said.match(/stopping/g)?.length ?? 0, said };
}

test('whoever is told to end closes everything once, and leaves with 0, however often the terminal says it', async () => {
  const calm = await told(
    'await new Promise((resolve) => setTimeout(resolve, 50));',
    (kill) => {
      kill('SIGTERM');
      kill('SIGINT');
      kill('SIGHUP');
    },
    "{ atLast: () => console.log('the last act') }",
  );
  assert.deepEqual([calm.code, calm.stops], [0, 1]);
  assert.doesNotMatch(calm.said, /the last act/);
});

test('whoever is told to come back closes everything, and leaves with the code by which it is started again', async () => {
  const told75 = await told('', (kill) => kill('SIGUSR2'));
  assert.deepEqual([told75.code, told75.stops], [75, 1]);
});

test('what cannot be closed is said, and the program leaves with 1; so does one whose closing does not end', async () => {
  const failed = await told(
    "throw new Error('the disk is gone');",
    (kill) => kill('SIGTERM'),
    "{ onFailure: (error) => console.log(error.message), atLast: () => console.log('the last act') }",
  );
  assert.equal(failed.code, 1);
  assert.match(failed.said, /the disk is gone[^]*the last act/);
  const stuck = await told(
    'await new Promise(() => {});',
    (kill) => kill('SIGINT'),
    "{ withinMilliseconds: 50, atLast: () => console.log('the last act') }",
  );
  assert.deepEqual([stuck.code, stuck.stops], [1, 1]);
  assert.match(stuck.said, /the last act/);
});

test('a second Ctrl-C, a while after the first, does not wait for the closing', async () => {
  const hurried = await told(
    'await new Promise(() => {});',
    async (kill) => {
      kill('SIGINT');
      await pause(1_200);
      kill('SIGINT');
    },
    "{ withinMilliseconds: 600_000, atLast: () => console.log('the last act') }",
  );
  assert.deepEqual([hurried.code, hurried.stops], [130, 1]);
  assert.match(hurried.said, /the last act/);
});
