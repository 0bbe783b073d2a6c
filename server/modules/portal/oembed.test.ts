import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addTestPicture } from '#media/testing';
import { openDesk, textOf } from '#newsroom/testing';
import { buildServer } from '#platform/http/server';
import { portalOptions } from './options.ts';

test('a story is shown on other sites by its address: as json and xml, corrected, and without its words once it is taken down', async () => {
  await using desk = await openDesk();
  const { county } = desk;
  const hash = await county.inCounty((ctx) =>
    ctx.transaction((tx) => addTestPicture(tx, county.placeId('village-1-1'))),
  );
  const figure = { hash, alt: '桥', caption: '', credit: '', width: 600, height: 400 };
  const text = textOf('“柳河桥” & <b>今天</b>通车', ['修了三个月的柳河桥，今天上午八点重新通车。', { figure }], {
    deck: '限重十吨。',
  });
  const story = await desk.publish({ text });
  await using server = await buildServer(county.app, portalOptions(county.app));
  const ask = (query: string, host = 'one.test') =>
    server.inject({ method: 'GET', url: `/oembed?${query}`, headers: { host } });
  const address = `http://one.test/stories/${story.slug}`;
  const page = await server.inject({ method: 'GET', url: `/stories/${story.slug}`, headers: { host: 'one.test' } });
  const found = /<link rel="alternate" type="application\/json\+oembed"[^]*? href="([^"]+)"/.exec(page.body)?.[1] ?? '';
  assert.equal(found.replaceAll('&amp;', '&'), `/oembed?url=${encodeURIComponent(address)}`, 'its page leads there');

  const json = await ask(`url=${encodeURIComponent(address)}`);
  assert.equal(json.statusCode, 200, json.body);
  assert.equal(json.headers['access-control-allow-origin'], '*');
  const said = json.json<Record<string, string | number>>();
  assert.deepEqual(
    [said['version'], said['type'], said['title'], said['provider_name'], said['width'], said['height']],
    ['1.0', 'rich', text.title, '甲县融媒体中心', 600, 220],
  );
  assert.match(String(said['html']), /^<blockquote cite="http:\/\/one\.test\/stories\/[^]*&lt;b&gt;今天[^]*限重十吨。/);
  assert.match(String(said['thumbnail_url']), /^http:\/\/one\.test\/media\/[0-9a-f]{64}-16x9-\d+-\d+-600\.jpg$/);
  const small = (await ask(`url=${encodeURIComponent(`${address}?from=group`)}&maxwidth=480&maxheight=480`)).json<
    typeof said
  >();
  assert.deepEqual([small['width'], small['thumbnail_width'], small['thumbnail_height']], [480, 400, 400]);
  assert.equal(
    (await ask(`url=${encodeURIComponent(address)}&maxwidth=100`)).json<typeof said>()['thumbnail_url'],
    undefined,
  );
  const english = `http://one.test/en/large/stories/${story.slug}/`;
  const xml = await ask(`url=${encodeURIComponent(english)}&format=xml`);
  assert.match(String(xml.headers['content-type']), /^text\/xml/);
  assert.match(xml.body, /<title>“柳河桥” &amp; &lt;b&gt;今天&lt;\/b&gt;通车<\/title>/);

  const wrong = [
    'http://evil.example/stories/x',
    `http://two.test/stories/${story.slug}`,
    'javascript:alert(1)',
    'x',
    '',
    'http://one.test/',
  ];
  for (const url of wrong) assert.equal((await ask(`url=${encodeURIComponent(url)}`)).statusCode, 404, url);
  assert.equal((await ask(`url=${encodeURIComponent(address)}`, 'two.test')).statusCode, 404, 'nor by the neighbours');
  assert.equal((await ask(`url=${encodeURIComponent(address)}&format=yaml`)).statusCode, 501);

  await desk.onDuty('chief-editor');
  await county.as('chief-editor').post(`/stories/${story.id}/withdrawals`, { reason: '桥的限重写错了，核实后再发。' });
  const gone = (await ask(`url=${encodeURIComponent(address)}`)).json<typeof said>();
  assert.match(String(gone['html']), /已撤下，正在核实/);
  assert.doesNotMatch(String(gone['html']), /限重十吨/);
  assert.equal(gone['thumbnail_url'], undefined);
});
