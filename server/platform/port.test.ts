import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { PortTakenError, portTaken, requireFreePort } from './port.ts';

async function withTakenPort(work: (port: number) => Promise<void>): Promise<void> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  assert.ok(typeof address === 'object' && address);
  try {
    await work(address.port);
  } finally {
    server.close();
  }
}

test('a taken port names who holds it', async () => {
  await withTakenPort(async (port) => {
    await assert.rejects(requireFreePort({ host: '127.0.0.1', port }), (error) => {
      assert.ok(error instanceof PortTakenError);
      assert.match(error.message, new RegExp(`端口 ${port} 已被占用`));
      if (process.platform === 'linux')
        assert.match(error.message, new RegExp(`process ${process.pid} \\(\\w+\\): .*node`));
      assert.match(error.message, new RegExp(`PORT=${port + 1} npm start`));
      return true;
    });
  });
});

test('a free port is not complained about, and an address that is not ours is explained', async () => {
  await requireFreePort({ host: '127.0.0.1', port: 0 });
  await assert.rejects(requireFreePort({ host: '192.0.2.1', port: 8080 }), /check HOST/);
});

test('where the system hides the program, its user is named; where it tells nothing, plain words do', () => {
  assert.match(
    portTaken(80, { pid: null, command: null, user: 'www-data' }),
    /taken by a program of the user www-data/,
  );
  assert.match(portTaken(80, null), /taken by another program/);
});
