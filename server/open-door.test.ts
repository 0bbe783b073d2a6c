import assert from 'node:assert/strict';
import { Agent, request } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { openDoor } from './open-door.ts';
import { reachDatabase } from './reach-database.ts';

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

test('whoever looks at the progress page is told which step failed and what to do, before the program ends', async () => {
  const port = await freePort();
  const door = await openDoor({ host: '127.0.0.1', port });
  const look = async () => {
    const answer = await fetch(`http://127.0.0.1:${port}/`);
    return { page: await answer.text(), status: answer.status, retry: answer.headers.get('retry-after') };
  };
  door.show('tables');
  const before = await look();
  assert.match(before.page, /Xiangyin is starting.*表结构/);
  assert.match(before.page, /http-equiv="refresh"/);

  let told = false;
  const failed = door.fail().then(() => (told = true));
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal(told, false, 'it waits for whoever is looking');
  const after = await look();
  assert.equal(after.status, 503);
  assert.match(after.page, /没有启动.*表结构.*退回.*did not start.*taken back.*doctor/s);
  assert.doesNotMatch(after.page, /http-equiv="refresh"/, 'the words stay on the screen');
  assert.equal(after.retry, null);
  await failed;
  await door.close();
});

test('where nobody looks, a failed start ends at once', async () => {
  const door = await openDoor({ host: '127.0.0.1', port: await freePort() });
  let ended = false;
  const failed = door.fail().then(() => (ended = true));
  await new Promise((resolve) => setImmediate(resolve));
  assert.ok(ended, 'it waits for nobody');
  await failed;
  await door.close();
});

test('one of several processes lets nobody in before it is ready, and ends only when what was asked is answered', async () => {
  const port = await freePort();
  const door = await openDoor({ host: '127.0.0.1', port }, { opensLate: true });
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const ask = () =>
    new Promise<IncomingMessage>((done, fail) => {
      request({ host: '127.0.0.1', port, agent }, (answer) => {
        answer.resume();
        done(answer);
      })
        .once('error', fail)
        .end();
    });
  await assert.rejects(ask(), /ECONNREFUSED/, 'a proxy asks the others');
  const waiting: ServerResponse[] = [];
  let isAsked: () => void = () => undefined;
  door.admit((_request, response) => {
    waiting.push(response);
    isAsked();
  });
  await door.open();
  const asked = new Promise<void>((done) => {
    isAsked = done;
  });
  const answer = ask();
  await asked;
  let empty = false;
  const emptied = door.empty().then(() => (empty = true));
  await assert.rejects(fetch(`http://127.0.0.1:${port}/`), 'nobody new');
  assert.equal(empty, false, 'what was asked is waited for');
  waiting[0]?.end('done');
  const { statusCode, headers } = await answer;
  assert.deepEqual([statusCode, headers.connection], [200, 'close'], 'the proxy comes back over another line');
  await emptied;
  await door.close();
  agent.destroy();
});

test('a database that does not answer is named in plain words, without its password', async () => {
  const address = `postgres://keeper:secret@127.0.0.1:${await freePort()}/county`;
  await assert.rejects(reachDatabase('DATABASE_ADMIN_URL', address), (error: Error) => {
    assert.match(error.message, /127\.0\.0\.1:\d+\/county \(role keeper\) cannot be reached: .*ECONNREFUSED/);
    assert.match(error.message, /连不上数据库/);
    return !error.message.includes('secret');
  });
});
