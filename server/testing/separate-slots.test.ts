import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import type { ClientRequest } from 'node:http';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import type { CastName } from '#access/testing';
import { openDesk } from '#newsroom/testing';
import { runRecurring } from '#platform/recurring';
import type { Recurring } from '#platform/recurring';
import { sendersAtOnce, sendersOfOne } from '#media/testing';

const desk = await openDesk();
after(() => desk[Symbol.asyncDispose]());
const { county } = desk;
const folder = mkdtempSync(join(tmpdir(), 'xy-slots-'));
after(() => rmSync(folder, { recursive: true }));

const until = async (isSo: () => boolean): Promise<void> => {
  while (!isSo()) await pause(10);
};
const sendingTo = (id: string, cookie: string, port: number): ClientRequest =>
  request({
    port,
    method: 'PATCH',
    path: `/api/v1/uploads/${id}`,
    headers: {
      'tus-resumable': '1.0.0',
      host: 'one.test',
      origin: 'http://one.test',
      cookie,
      'upload-offset': '0',
      'content-type': 'application/offset+octet-stream',
      'content-length': '9000000',
    },
  });
const beginUpload = async (bytes: number, name: string, who: CastName = 'editor'): Promise<string> => {
  const begun = await county.as(who).post('/uploads', undefined, {
    headers: {
      'tus-resumable': '1.0.0',
      'upload-length': String(bytes),
      'upload-metadata': `filename ${Buffer.from(name).toString('base64')}`,
    },
  });
  assert.equal(begun.status, 201, begun.text);
  return String(begun.body['id']);
};

test('separate slots and bounded queues: a mailbox that never answers and a conversion that hangs keep their own slots, take no second turn, and a story is signed and published meanwhile', async () => {
  // A mail server that greets and then says nothing, and a program that converts for ever.
  const silent = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.write('* OK ready\r\n');
  }).listen(0, '127.0.0.1');
  after(() => silent.close());
  await until(() => silent.listening);
  writeFileSync(join(folder, 'ffmpeg'), '#!/bin/sh\nwhile sleep 0.2; do echo out_time_us=500000; done\n');
  writeFileSync(
    join(folder, 'ffprobe'),
    `#!/bin/sh\necho '{"format":{"duration":"2.0"},"streams":[{"index":0,"codec_type":"audio","codec_name":"aac","channels":1}]}'\n`,
  );
  for (const file of ['ffmpeg', 'ffprobe']) chmodSync(join(folder, file), 0o755);
  Object.assign(county.app.settings, { ffmpegPath: join(folder, 'ffmpeg'), innerHosts: ['127.0.0.1'] });
  const mailbox = await county.as('administrator').put('/mailbox', {
    version: 0,
    enabled: true,
    host: '127.0.0.1',
    port: (silent.address() as AddressInfo).port,
    security: 'none',
    login: 'desk',
    secret: 'secret',
    folder: 'INBOX',
    doneFolder: 'Taken',
    sectionId: desk.sectionId,
    trust: 'verified',
    authority: 'mx.county.test',
  });
  assert.equal(mailbox.status, 200, mailbox.text);
  const sound = Buffer.concat([
    Buffer.from('ID3\u0003\u0000\u0000\u0000\u0000\u0000\u0000'),
    Buffer.alloc(2_000, 0xff),
  ]);
  const upload = await beginUpload(sound.length, '集市.mp3');
  const headers = {
    'tus-resumable': '1.0.0',
    'upload-offset': '0',
    'content-type': 'application/offset+octet-stream',
  };
  const sent = await county.as('editor').patch(`/uploads/${upload}`, undefined, { headers, payload: sound });
  assert.equal(sent.status, 204, sent.text);

  const begun = new Map<string, number>();
  const ended = new Map<string, number>();
  const count = (of: Map<string, number>, name: string): unknown => of.set(name, (of.get(name) ?? 0) + 1);
  const watched = ['newsroom.read-mail', 'media.convert', 'newsroom.publish-due'];
  const works = county.app.modules
    .flatMap((module) => module.recurring ?? [])
    .filter(({ name }) => watched.includes(name))
    // Whether anything is due or not: what is looked at is whose turn goes on.
    .map((one): Recurring => ({
      ...one,
      due: () => Promise.resolve(undefined),
      everySeconds: 0.05,
      run: async (ctx, signal, turn) => {
        if (ctx.county.id !== 1) return;
        count(begun, one.name);
        await one.run(ctx, signal, turn).finally(() => count(ended, one.name));
      },
    }));
  assert.equal(works.length, watched.length, 'each kind of work by the clock is a line of its own');
  const running = runRecurring(county.app, works, { isDoubtful: false });
  try {
    await until(() => begun.has('newsroom.read-mail') && begun.has('media.convert'));
    const material = async (): Promise<unknown> =>
      (await county.as('editor').get('/materials')).text.includes('"state":"converting"');
    while (!(await material())) await pause(20);
    assert.equal((await desk.publish()).publicState, 'published');
    const before = ended.get('newsroom.publish-due') ?? 0;
    await until(() => (ended.get('newsroom.publish-due') ?? 0) > before + 3);
    for (const hung of ['newsroom.read-mail', 'media.convert'])
      assert.deepEqual(
        [begun.get(hung), ended.get(hung)],
        [1, undefined],
        `${hung}: the one turn goes on, and no other`,
      );
  } finally {
    await running.stop();
  }
  assert.deepEqual([ended.get('newsroom.read-mail'), ended.get('media.convert')], [1, 1], 'both end with the program');
});

test('separate slots and bounded queues: work by the clock has connections of its own, so that with all of them taken a story is still signed', async () => {
  const { backgroundPool, pool } = county.app;
  assert.notEqual(backgroundPool, pool);
  const submitted = await desk.submit(await desk.write());
  for (const [by, step] of [
    ['editor', 'first_review'],
    ['section-head', 'second_review'],
  ] as const)
    assert.equal((await desk.sign(submitted, by, step)).status, 201);
  // Signed in before: the test opens a session as the program itself would.
  const chief = county.as('chief-editor');
  await chief.cookie();
  const taken = await Promise.all(Array.from({ length: backgroundPool.options.max }, () => backgroundPool.connect()));
  try {
    const late = county.tick('newsroom.publish-due');
    await until(() => backgroundPool.waitingCount > 0);
    const signed = await chief.post(`/stories/${submitted.id}/signatures`, {
      step: 'final_review',
      revisionId: submitted.revisionId,
      textHash: submitted.textHash,
      verdict: 'approved',
      exception: '值班的请假',
    });
    assert.deepEqual([signed.status, signed.body['publicState']], [201, 'published'], signed.text);
    assert.ok(backgroundPool.waitingCount > 0, 'and the work by the clock still waits');
    for (const one of taken.splice(0)) one.release();
    await late;
  } finally {
    for (const one of taken) one.release();
  }
});

test('separate slots and bounded queues: one person sends a few files at once and all together so many; the next is told to come again, while others send, read and sign', async () => {
  await county.server.listen({ port: 0, host: '127.0.0.1' });
  const { port } = county.server.server.address() as AddressInfo;
  const senders = ['editor', 'editor-2', 'section-head', 'chief-editor'] as const;
  assert.equal(senders.length * sendersOfOne, sendersAtOnce, 'so many take every place');
  const sending = new Set<ClientRequest>();
  let isOver = false;
  // One that asked while the test's own question held a place is told to come again, as anybody is, and comes.
  const keepSending = (id: string, cookie: string): void => {
    const one = sendingTo(id, cookie, port);
    sending.add(one);
    one.on('error', () => undefined);
    one.once('response', () => {
      sending.delete(one);
      one.destroy();
      if (!isOver) setTimeout(() => keepSending(id, cookie), 100);
    });
    one.write(Buffer.from('%PDF-1.7\n'.padEnd(2_000)));
  };
  const fill = async (who: CastName): Promise<void> => {
    const cookie = await county.as(who).cookie();
    for (let at = 0; at < sendersOfOne; at += 1) keepSending(await beginUpload(9_000_000, `${at}.pdf`, who), cookie);
  };
  const over = async (who: CastName): Promise<number> => {
    // Each time another: of one that was let in and broke off, what came is kept.
    const asking = sendingTo(await beginUpload(9_000_000, 'over.pdf', who), await county.as(who).cookie(), port);
    asking.on('error', () => undefined);
    asking.write(Buffer.from('%PDF-1.7\n'.padEnd(2_000)));
    const status = await new Promise<number>((resolve) => {
      asking.once('response', (answer) => resolve(answer.statusCode ?? 0));
      // One that is let in is not answered before its bytes have come.
      setTimeout(() => resolve(0), 5_000);
    });
    asking.destroy();
    return status;
  };
  const refusedTo = async (who: CastName): Promise<number> => {
    let status = 0;
    while ((status = await over(who)) === 0) await pause(1_000);
    return status;
  };
  try {
    const [first, ...others] = senders;
    await fill(first);
    assert.equal(await refusedTo(first), 503, 'one person takes no more than their places');
    const small = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(600, 0x20)]);
    const sent = await county
      .as('correspondent')
      .patch(`/uploads/${await beginUpload(small.length, '通知.pdf', 'correspondent')}`, undefined, {
        headers: { 'tus-resumable': '1.0.0', 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
        payload: small,
      });
    assert.equal(sent.status, 204, 'somebody else sends meanwhile');
    for (const who of others) await fill(who);
    assert.equal(await refusedTo('correspondent'), 503, 'and all together no more than all places');
    assert.equal((await desk.publish()).publicState, 'published');
  } finally {
    isOver = true;
    for (const one of sending) one.destroy();
  }
});
