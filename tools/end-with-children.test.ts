import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';

const child = `process.on('SIGTERM', () => { console.log('the child was told'); process.exit(); });
  setInterval(() => {}, 1_000);
  console.log('the child is there');`;

const program = `import { spawn } from 'node:child_process';
  import { endWithChildren } from ${JSON.stringify(new URL('end-with-children.ts', import.meta.url).href)};
  endWithChildren();
  spawn(process.execPath, ['--eval', ${JSON.stringify(child)}], { stdio: 'inherit' });`;

test('a program that alone is told to end tells what it started, and leaves with the signal', async () => {
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const) {
    const started = spawn(process.execPath, ['--input-type=module', '--eval', program], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    const heard = new Promise<void>((done) =>
      started.stdout.on('data', (text: Buffer) => {
        said += text.toString();
        if (said.includes('the child is there')) done();
      }),
    );
    // Not before the child has let go of the output too.
    const closed = once(started, 'close');
    await heard;
    started.kill(signal);
    assert.deepEqual(await closed, [code, null]);
    assert.match(said, /the child was told/);
  }
});
