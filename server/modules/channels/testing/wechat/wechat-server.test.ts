import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import sharp from 'sharp';
import { signatureOf } from './callback.ts';
import { WeChatServer } from './wechat-server.ts';

let now = Date.parse('2026-11-27T10:00:00+08:00');
let wechat: WeChatServer;
let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xiangyin-wechat-'));
  wechat = await WeChatServer.start({ now: () => now });
});
after(async () => {
  await wechat[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

type Answer = Record<string, unknown>;
async function ask(path: string, body: string | FormData, at = wechat): Promise<Answer> {
  const response = await fetch(`${at.address}/cgi-bin/${path}`, { method: 'POST', body });
  return (await response.json()) as Answer;
}
const askFor = (call: string, token: string, body: unknown, at = wechat): Promise<Answer> =>
  ask(`${call}${call.includes('?') ? '&' : '?'}access_token=${token}`, JSON.stringify(body), at);
async function tokenOf(at = wechat, force = false): Promise<string> {
  const { appId, secret } = at.account;
  const request = { grant_type: 'client_credential', appid: appId, secret, force_refresh: force };
  return String((await ask('stable_token', JSON.stringify(request), at))['access_token']);
}
const picture = (width: number): Promise<Buffer> =>
  sharp({ create: { width, height: 40, channels: 3, background: '#356' } })
    .jpeg()
    .toBuffer();
function form(bytes: Buffer): FormData {
  const sent = new FormData();
  sent.append('media', new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }), 'a.jpg');
  return sent;
}
async function cover(token: string): Promise<string> {
  const added = await ask(`material/add_material?type=image&access_token=${token}`, form(await picture(60)));
  return String(added['media_id']);
}
const article = (thumb: string, more: Answer = {}): Answer => ({
  articles: [
    { title: '柳河桥今天通车', author: '王小满', content: '<p>限重十吨。</p>', thumb_media_id: thumb, ...more },
  ],
});

test('one token for all until it is nearly over; the former holds five minutes more; forced ones are few (WeChat 1)', async () => {
  const first = await tokenOf();
  assert.equal(await tokenOf(), first);
  now += 116 * 60_000;
  const second = await tokenOf();
  assert.notEqual(second, first);
  assert.deepEqual(await askFor('draft/count', first, {}), { total_count: 0 });
  now += 6 * 60_000;
  assert.equal((await askFor('draft/count', first, {}))['errcode'], 40001);
  const forced = await tokenOf(wechat, true);
  assert.equal((await askFor('draft/count', second, {}))['errcode'], 40001);
  assert.equal(await tokenOf(wechat, true), forced, 'not twice within thirty seconds');
  const { appId, secret } = wechat.account;
  const wrong = (more: Answer): Promise<Answer> =>
    ask('stable_token', JSON.stringify({ grant_type: 'client_credential', appid: appId, secret, ...more }));
  assert.equal((await wrong({ appid: 'wx0' }))['errcode'], 40013);
  assert.equal((await wrong({ secret: '0' }))['errcode'], 40125);
  wechat.account.allowedAddresses = [];
  assert.equal((await wrong({}))['errcode'], 40164);
  wechat.account.allowedAddresses = null;
});

test('it takes articles within its limits only, drops what it does not keep, and refuses escaped signs (WeChat 2, 3, 4)', async () => {
  const token = await tokenOf();
  const thumb = await cover(token);
  const add = async (more: Answer): Promise<unknown> =>
    (await askFor('draft/add', token, article(thumb, more)))['errcode'];
  assert.deepEqual(
    await Promise.all([
      add({ title: '字'.repeat(33) }),
      add({ author: '字'.repeat(17) }),
      add({ digest: '字'.repeat(129) }),
      add({ content: '字'.repeat(20_000) }),
      add({ content: '' }),
      add({ thumb_media_id: 'none' }),
    ]),
    [45003, 45110, 45004, 45002, 44003, 40007],
  );
  assert.equal((await ask(`draft/add?access_token=${token}`, '{"articles":[{"title":"\\u6865"}]}'))['errcode'], 47001);
  const temporary = await ask(`media/upload?access_token=${token}`, form(await picture(60)));
  assert.equal(await add({ thumb_media_id: temporary['media_id'] }), 40007, 'a temporary picture is no cover');
  assert.equal((await ask(`media/uploadimg?access_token=${token}`, new FormData()))['errcode'], 41005);
  const webp = await sharp(await picture(60))
    .webp()
    .toBuffer();
  assert.equal((await ask(`media/uploadimg?access_token=${token}`, form(webp)))['errcode'], 40005);
  const large = Buffer.concat([await picture(60), Buffer.alloc(1024 * 1024)]);
  assert.equal((await ask(`media/uploadimg?access_token=${token}`, form(large)))['errcode'], 40009);
  const { url } = await ask(`media/uploadimg?access_token=${token}`, form(await picture(70)));
  const content = `<p>桥<a href="https://example.org/">在此</a><img src="${String(url)}"><img src="https://example.org/x.jpg"></p>`;
  const { media_id } = await askFor('draft/add', token, article(thumb, { content }));
  const [kept] = (await askFor('draft/get', token, { media_id }))['news_item'] as { content: string; digest: string }[];
  assert.match(kept?.content ?? '', /^<p>桥在此<img class="[^"]*" data-src="http:\/\/mmbiz[^>]*><\/p>$/);
  assert.equal(kept?.digest, '桥在此');
});

test('submitting only begins; the end comes by a signed call; ten deletions a day, and a restart forgets none (WeChat 5, 6, 9)', async () => {
  const kept = { file: join(folder, 'account.json'), appId: 'wx1', secret: 's' };
  const one = await WeChatServer.start({ now: () => now, kept });
  const token = await tokenOf(one);
  const thumb = await (async () =>
    String(
      (await ask(`material/add_material?type=image&access_token=${token}`, form(await picture(60)), one))['media_id'],
    ))();
  const publish = async (): Promise<string> => {
    const { media_id } = await askFor('draft/add', token, article(thumb), one);
    const { publish_id } = await askFor('freepublish/submit', token, { media_id }, one);
    assert.equal((await askFor('draft/get', token, { media_id }, one))['errcode'], 40007, 'the draft is gone');
    return String(publish_id);
  };
  const id = await publish();
  assert.equal((await askFor('freepublish/get', token, { publish_id: id }, one))['publish_status'], 1);
  await one.finish(id);
  const done = await askFor('freepublish/get', token, { publish_id: id }, one);
  assert.equal(done['publish_status'], 0);
  const ids = [String(done['article_id'])];
  for (let more = 0; more < 10; more += 1) {
    const next = await publish();
    await one.finish(next);
    ids.push(String((await askFor('freepublish/get', token, { publish_id: next }, one))['article_id']));
  }
  const remove = async (article_id: string, at: WeChatServer): Promise<unknown> =>
    (await askFor('freepublish/delete', token, { article_id }, at))['errcode'];
  for (const article_id of ids.slice(0, 10)) assert.equal(await remove(article_id, one), 0);
  await one[Symbol.asyncDispose]();
  await using two = await WeChatServer.start({ now: () => now, kept });
  assert.equal(await remove(ids[10] ?? '', two), 45009);
  assert.equal(two.standing().length, 1);
  now += 86_400_000;
  const tomorrow = await tokenOf(two);
  assert.equal((await askFor('freepublish/delete', tomorrow, { article_id: ids[10] }, two))['errcode'], 0);
});

test('its calls to us are signed as the platform signs them, in plain words and sealed (WeChat 5)', async () => {
  // The example of the platform's own papers.
  assert.equal(signatureOf('AAAAA', '1714036504', '1514711492'), 'f464b24fc39322e44b38aa78f5edd27bd1441696');
  const heard: { url: URL; body: string }[] = [];
  const ours = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      heard.push({ url: new URL(request.url ?? '', 'http://x'), body: Buffer.concat(chunks).toString() });
      response.end('success');
    });
  });
  await new Promise<void>((resolve) => ours.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(ours.address() as AddressInfo).port}/hook`;
  const token = await tokenOf();
  const { media_id } = await askFor('draft/add', token, article(await cover(token)));
  const { publish_id } = await askFor('freepublish/submit', token, { media_id });
  wechat.callback = { url, token: 'AAAAA', aesKey: null };
  await wechat.finish(String(publish_id), 2);
  await wechat.tell(String(publish_id), { url, token: 'AAAAA', aesKey: 'a'.repeat(43) });
  wechat.callback = null;
  await new Promise((resolve) => ours.close(resolve));
  assert.match(heard[0]?.body ?? '', /PUBLISHJOBFINISH.*<publish_status>2<\/publish_status><fail_idx>1<\/fail_idx>/);
  assert.match(heard[1]?.body ?? '', /<Encrypt><!\[CDATA\[[A-Za-z0-9+/=]{200,}/);
  assert.ok(heard[1]?.url.searchParams.has('msg_signature'));
});
