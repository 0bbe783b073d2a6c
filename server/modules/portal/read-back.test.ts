import assert from 'node:assert/strict';
import { request } from 'node:http';
import { test } from 'node:test';
import { readBack } from '#channels';
import type { FetchPage } from '#channels';
import { addTestRecording } from '#media/testing';
import { openDesk, textOf } from '#newsroom/testing';
import type { Desk } from '#newsroom/testing';
import { buildServer } from '#platform/http/server';
import { portalOptions } from './options.ts';

test('the real page is read back and its words are those that were signed', async () => {
  await using desk = await openDesk();
  await using served = await servedPages(desk);
  const recording = await desk.county.inCounty((ctx) =>
    ctx.transaction((tx) => addTestRecording(tx, desk.county.placeId('town-1'))),
  );
  const href = `/materials/${recording.hash}`;
  const text = textOf('柳河桥“今天” <通车> & 限重', [
    '修了三个月的 **柳河桥**，见 [公告](https://example.com/a)。',
    { list: ['一', '二'] },
    `[听听集市 <一分钟>](${href})`,
    `请看[同一段](${href})。`,
  ]);
  // Until an edition shows it, it is for whoever works here; knowing its name is not enough.
  const status = async (who: 'editor' | 'volunteer' | null): Promise<number> =>
    (await served.ask(href, who ? await desk.county.as(who).cookie() : '')).status;
  assert.deepEqual([await status(null), await status('volunteer'), await status('editor')], [404, 404, 200]);
  const published = await desk.publish({ text });
  assert.deepEqual([await status(null), await status('volunteer')], [200, 200]);
  await desk.county.inCounty((ctx) => readBack(ctx, served.fetch));
  const copies = await desk.county.as('editor').get(`/stories/${published.id}/copies`);
  const [copy] = copies.body['items'] as { state: string; hashSeen: string | null; problem: string | null }[];
  assert.deepEqual([copy?.state, copy?.hashSeen, copy?.problem], ['published', published.textHash, null]);

  // What is nothing but a link to a recording is played there, without a script, and in the words that were signed.
  const page = async () => (await served.fetch(desk.county as never, `/stories/${published.slug}`)).html;
  const shown = await page();
  assert.match(
    shown,
    new RegExp(
      `<audio controls preload="none"[^>]*><source src="${href}-audio-[0-9a-f]{8}.m4a" type="audio/mp4"></audio>`,
    ),
  );
  assert.match(
    shown,
    new RegExp(`<figcaption><a href="${href}" rel="noopener">听听集市 &lt;一分钟&gt;</a></figcaption>`),
  );
  assert.equal(shown.match(/<audio /g)?.length, 1);
  const subtitles = { language: 'zh-CN', text: 'WEBVTT\n\n00:01.000 --> 00:02.000\n豆腐' };
  const set = await desk.county.as('editor').put(`/materials/${recording.id}/subtitles`, subtitles);
  assert.equal(set.status, 200, set.text);
  assert.match(
    await page(),
    new RegExp(`<track kind="captions" src="${href}-zh-CN-[0-9a-f]{8}.vtt" srclang="zh-CN" label="中文">`),
  );
  const alone = (await served.fetch(desk.county as never, href)).html;
  assert.match(alone, /<h1[^>]*>集市上的“吆喝”<\/h1>/);
  assert.match(alone, /<audio /);

  // Once it is marked, the page says what a machine did, other programs are told whose it is, and the words are still those that were signed.
  const marks = { version: 1, machine: 'made', rightsHolder: '甲县', licence: 'CC BY 4.0', credit: '陈溪' };
  const marked = await desk.county.as('editor').patch(`/materials/${recording.id}`, marks);
  assert.equal(marked.status, 200, marked.text);
  const said = await page();
  assert.match(said, /<\/a> <small class="picture-note">这段声音由人工智能生成<\/small><\/figcaption>/);
  const [, data = ''] = /<script type="application\/ld\+json">([^<]*)<\/script>/.exec(said) ?? [];
  const [{ contentUrl, ...told } = {}] = (JSON.parse(data) as { audio: Record<string, unknown>[] }).audio;
  assert.match(String(contentUrl), new RegExp(`^https?://[^/]+${href}-audio-`));
  assert.deepEqual(told, {
    '@type': 'AudioObject',
    name: '集市上的“吆喝”',
    encodingFormat: 'audio/mp4',
    duration: 'PT42S',
    creditText: '陈溪',
    copyrightNotice: '甲县',
    license: { '@type': 'CreativeWork', name: 'CC BY 4.0' },
    digitalSourceType: 'https://schema.org/TrainedAlgorithmicMediaDigitalSource',
    description: '这段声音由人工智能生成',
  });
  assert.match((await served.fetch(desk.county as never, href)).html, /这段声音由人工智能生成/);
  const further = (await served.fetch(desk.county as never, `/en-xa${href}`)).html;
  assert.match(further, /class="picture-note">⟦[^⟦⟧]+⟧</, 'in a further language too');
  await desk.county.inCounty((ctx) => readBack(ctx, served.fetch));
  const again = await desk.county.as('editor').get(`/stories/${published.id}/copies`);
  assert.deepEqual(
    (again.body['items'] as { state: string; problem: string | null }[]).map((one) => [one.state, one.problem]),
    [['published', null]],
  );
});

/** The real pages of the county, asked for as a reader would. */
async function servedPages(
  desk: Desk,
): Promise<AsyncDisposable & { fetch: FetchPage; ask(path: string, cookie: string): ReturnType<FetchPage> }> {
  const server = await buildServer(desk.county.app, portalOptions(desk.county.app));
  await server.listen({ port: 0, host: '127.0.0.1' });
  const address = server.listeningOrigin;
  const ask = (path: string, cookie: string): ReturnType<FetchPage> =>
    new Promise((resolve, reject) => {
      request(new URL(path, address), { headers: { host: 'one.test', cookie } }, (response) => {
        let html = '';
        response
          .setEncoding('utf8')
          .on('data', (chunk: string) => (html += chunk))
          .on('end', () => resolve({ status: response.statusCode ?? 0, html }));
      })
        .on('error', reject)
        .end();
    });
  return {
    ask,
    fetch: (_, path) => ask(path, ''),
    [Symbol.asyncDispose]: () => server.close(),
  };
}
