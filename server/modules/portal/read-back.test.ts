import assert from 'node:assert/strict';
import { request } from 'node:http';
import { test } from 'node:test';
import { readBack } from '#channels';
import type { FetchPage } from '#channels';
import { openDesk, textOf } from '#newsroom/testing';
import type { Desk } from '#newsroom/testing';
import { buildServer } from '#platform/http/server';
import { portalOptions } from './options.ts';

test('the real page is read back and its words are those that were signed', async () => {
  await using desk = await openDesk();
  await using served = await servedPages(desk);
  const text = textOf('柳河桥“今天” <通车> & 限重', [
    '修了三个月的 **柳河桥**，见 [公告](https://example.com/a)。',
    { list: ['一', '二'] },
  ]);
  const published = await desk.publish({ text });
  await desk.county.inCounty((ctx) => readBack(ctx, served.fetch));
  const copies = await desk.county.as('editor').get(`/stories/${published.id}/copies`);
  const [copy] = copies.body['items'] as { state: string; hashSeen: string | null; problem: string | null }[];
  assert.deepEqual([copy?.state, copy?.hashSeen, copy?.problem], ['published', published.textHash, null]);
});

/** The real pages of the county, asked for as a reader would. */
async function servedPages(desk: Desk): Promise<AsyncDisposable & { fetch: FetchPage }> {
  const server = await buildServer(desk.county.app, portalOptions(desk.county.app));
  await server.listen({ port: 0, host: '127.0.0.1' });
  const address = server.listeningOrigin;
  return {
    fetch: (_, path) =>
      new Promise((resolve, reject) => {
        request(new URL(path, address), { headers: { host: 'one.test' } }, (response) => {
          let html = '';
          response
            .setEncoding('utf8')
            .on('data', (chunk: string) => (html += chunk))
            .on('end', () => resolve({ status: response.statusCode ?? 0, html }));
        })
          .on('error', reject)
          .end();
      }),
    [Symbol.asyncDispose]: () => server.close(),
  };
}
