import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sendEach } from './send-each.ts';

test('a file that is not taken is named, and those behind it are sent all the same', async () => {
  const files = ['one.jpg', 'notes.jpg', 'three.jpg'].map((name) => new File(['x'], name));
  const [sent, counted]: [string[], number[]] = [[], []];
  const refused = new Error('no picture');
  const unsent = await sendEach(
    files,
    async ({ name }) => {
      if (name === 'notes.jpg') throw refused;
      sent.push(name);
    },
    (done) => counted.push(done),
  );
  assert.deepEqual(sent, ['one.jpg', 'three.jpg']);
  assert.deepEqual(unsent, [{ name: 'notes.jpg', problem: refused }]);
  assert.deepEqual(counted, [0, 1, 2]);
});
