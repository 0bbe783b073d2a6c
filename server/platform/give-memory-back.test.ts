import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';

// It rests, works on much that is garbage afterwards, and rests again, twice as long as it takes to notice.
const program = `
import { giveMemoryBack } from ${JSON.stringify(new URL('give-memory-back.ts', import.meta.url).href)};
let kept = [];
const end = giveMemoryBack({ lookEveryMilliseconds: 30 });
await new Promise((done) => setTimeout(done, 400));
console.log('works');
for (let n = 0; n < 20; n += 1) kept = Array.from({ length: 600_000 }, (_, at) => [at]);
kept = [];
console.log('worked');
await new Promise((done) => setTimeout(done, 1_800));
// A busy machine lets it rest later.
for (let looks = 0; process.memoryUsage().heapTotal > 100e6 && looks < 60; looks += 1)
  await new Promise((done) => setTimeout(done, 500));
console.log('rested');
await new Promise((done) => setTimeout(done, 400));
end();
`;

test('a process that rests gives back what its work took, and then lets itself rest', async () => {
  const child = spawn(process.execPath, ['--trace-gc', '--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said = await text(child.stdout);
  const [, afterWork = '', atRest = ''] = said.split(/^(?:worked|rested)$/m);
  assert.match(afterWork, /Mark-Compact \(reduce\).* requested/, said);
  // V8 may have reasons of its own for one.
  assert.ok((atRest.match(/Mark-Compact/g) ?? []).length < 3, said);
});
