import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { placedReport, reports } from '../contract.ts';
import { addTestService, openOrderDesk, refused } from '../testing.ts';

const form = { 'content-type': 'application/x-www-form-urlencoded' };

test('a program with a key reports what is everybody’s and reads what became of it, in JSON and in XML, and learns nothing of anybody (A18)', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  await county.inCounty((ctx) =>
    ctx.transaction((tx) =>
      addTestService(tx, 'ditches-and-snow', {
        name: { 'zh-CN': '清沟扫雪', en: 'Ditches & snow' },
        where: 'outside',
        publicKind: true,
      }),
    ),
  );
  const made = await county
    .as('administrator')
    .post('/api-keys', { owner: '随手拍', purpose: '报沟渠', perMinute: 60 });
  assert.equal(made.status, 201, made.text);
  const read = (path: string) => county.request('GET', `/api/v1/open311/${path}`, undefined, {});
  const place = await county.inCounty((ctx) =>
    ctx.transaction(async (tx) => {
      const found = tx.ctx.app.permits.tree.range(tx.countyId, county.placeId('village-1-1'));
      const rows = await tx.client.query<{ code: string }>(
        'select coalesce(code, local_code) as code from places.places where county_id = $1 and lo = $2',
        [tx.countyId, found?.[0]],
      );
      return rows.rows[0]?.code ?? '';
    }),
  );

  // What can be reported, and what a report needs.
  const services = await read('services.json?jurisdiction_id=qingxi');
  assert.deepEqual(
    services.body,
    [
      {
        service_code: 'ditches-and-snow',
        service_name: '清沟扫雪',
        description: '上门修水管、换灯。',
        metadata: true,
        type: 'realtime',
        keywords: '',
        group: 'repair',
      },
    ],
    'a neighbour’s own affair is no public kind',
  );
  const definition = await read('services/ditches-and-snow.json');
  const attributes = definition.body['attributes'] as { code: string; values: { key: string }[] }[];
  assert.deepEqual(
    attributes.map(({ code }) => code),
    ['place', 'consent'],
  );
  assert.ok(attributes[0]?.values.some(({ key }) => key === place));
  assert.deepEqual(refused(await read('services/taps-and-lights.json')), [404, 'NotFound']);
  const inXml = await county.request('GET', '/api/v1/open311/services.xml', undefined, {
    headers: { 'accept-language': 'en' },
  });
  assert.match(String(inXml.headers['content-type']), /^text\/xml/);
  assert.match(
    inXml.text,
    /^<\?xml version="1.0" encoding="utf-8"\?>\n<services><service><service_code>ditches-and-snow</,
  );
  assert.match(inXml.text, /Ditches &amp; snow|清沟扫雪/);
  assert.match(
    (await read('services/ditches-and-snow.xml')).text,
    /<attributes><attribute><variable>true<.*<value><key>yes</,
  );

  // A report, and only with a key that holds, a kind that is public, and the consent.
  const send = (format: string, fields: Record<string, string> = {}) =>
    county.request('POST', `/api/v1/open311/requests.${format}`, undefined, {
      headers: form,
      payload: new URLSearchParams({
        api_key: String(made.body['key']),
        service_code: 'ditches-and-snow',
        first_name: '秀英',
        last_name: '王',
        phone: '13800001234',
        address_string: '东头第二家门口',
        description: '沟堵了 <水> 漫上路',
        email: 'unread@example.org',
        'attribute[place]': place,
        'attribute[consent]': 'yes',
        ...fields,
      }).toString(),
    });
  assert.deepEqual(refused(await send('json', { api_key: `xyk_${'a'.repeat(43)}` })), [401, 'KeyNotValid']);
  assert.deepEqual(refused(await send('json', { service_code: 'taps-and-lights' })), [404, 'NotFound']);
  assert.deepEqual(refused(await send('json', { 'attribute[consent]': 'no' })), [400, 'BadRequest']);
  assert.deepEqual(refused(await send('json', { 'attribute[place]': '999999' })), [422, 'PlaceNotServed']);
  const sent = await send('json');
  assert.equal(sent.status, 200, sent.text);
  const [{ service_request_id: id, service_notice: notice, account_id: account } = {}] = sent.read(placedReport);
  assert.equal(account, null);
  assert.deepEqual(refused(await send('json')), [409, 'OrderRepeated'], 'sent twice, it is one report');
  const asXml = await send('xml', { phone: '13800005678' });
  assert.match(asXml.text, /<service_requests><request><service_request_id>[0-9a-f-]{36}<\/service_request_id>/);

  // What became of it, for anybody; the kinds that are not public are in no list.
  const { id: own } = await desk.placed();
  const list = await read('requests.json');
  assert.deepEqual(
    list.read(reports).map((one) => [one.service_code, one.status, one.address_id]),
    [
      ['ditches-and-snow', 'open', place],
      ['ditches-and-snow', 'open', place],
    ],
  );
  for (const path of ['requests.json', 'requests.xml', `requests/${id}.json`, `requests/${id}.xml`]) {
    const answer = await read(path);
    assert.equal(answer.status, 200, answer.text);
    assert.ok(!/王|秀英|1380000|东头|沟堵/.test(answer.text), `${path}: ${answer.text}`);
  }
  assert.deepEqual(refused(await read(`requests/${own}.json`)), [404, 'NotFound']);
  assert.match((await read(`requests/${id}.xml`)).text, /<service_requests><request>.*<status>open<.*<lat\/>/);
  const token = /orders\/([0-9A-Z]+)/.exec(notice ?? '')?.[1] ?? '';
  assert.deepEqual((await read(`tokens/${token}.json`)).body, [{ service_request_id: id, token }]);
  assert.deepEqual(refused(await read('tokens/0000-0000.json')), [404, 'NotFound']);
  const open = async (query: string) => (await read(`requests.json?${query}`)).read(reports);
  await desk.done(
    county
      .as('coordinator')
      .post(`/orders/${id}/triages`, { verdict: 'refuse', reason: '归水务站管', nextAddress: '' }),
  );
  assert.deepEqual([(await open('status=open')).length, (await open('status=closed')).length], [1, 1]);
  assert.equal((await open(`service_request_id=${id},${own}`)).length, 1);
  assert.equal((await open('service_code=taps-and-lights')).length, 0);
  assert.equal((await open('end_date=2026-02-01T00:00:00Z')).length, 0);
});

test('a kind offered at several places names them all, and ids that are none are refused in words', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const [here, there] = [county.placeId('village-1-1'), county.placeId('town-2')];
  await county.inCounty((ctx) =>
    ctx.transaction(async (tx) => {
      const { id } = await addTestService(tx, 'ditches-and-snow', { where: 'outside', publicKind: true });
      await tx.client.query(
        'update volunteering.services set place_id = $3, also_place_ids = $4 where county_id = $1 and id = $2',
        [tx.countyId, id, here, [there]],
      );
    }),
  );
  const read = (path: string) => county.request('GET', `/api/v1/open311/${path}`, undefined, {});
  const { attributes } = (await read('services/ditches-and-snow.json')).body as {
    attributes: { values: { name: string }[] }[];
  };
  const named = attributes[0]?.values.map(({ name }) => name) ?? [];
  assert.equal(named.length, 4, named.join());
  assert.ok(
    named.includes('大槐村') && named.includes('上坪村') && named.includes('东湾村') && !named.includes('小河村'),
  );
  const odd = await read(`requests.json?service_request_id=${'-'.repeat(36)}`);
  assert.deepEqual(refused(odd), [400, 'BadRequest']);
  assert.deepEqual((await read(`requests.json?service_request_id=${here},${there}`)).body, []);
});

test('a sign that XML cannot hold, in a report or in the words of a kind, makes no answer unreadable', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  await county.inCounty((ctx) =>
    ctx.transaction((tx) =>
      addTestService(tx, 'ditches-and-snow', {
        name: { 'zh-CN': '清沟\u0008扫雪', en: 'Ditches\u000b and snow' },
        where: 'outside',
        publicKind: true,
      }),
    ),
  );
  const made = await county
    .as('administrator')
    .post('/api-keys', { owner: '随手拍', purpose: '报沟渠', perMinute: 60 });
  const { attributes } = (
    await county.request('GET', '/api/v1/open311/services/ditches-and-snow.json', undefined, {})
  ).read(z.object({ attributes: z.array(z.object({ values: z.array(z.object({ key: z.string() })) })) }));
  const sent = await county.request('POST', '/api/v1/open311/requests.xml', undefined, {
    headers: form,
    payload: new URLSearchParams({
      api_key: String(made.body['key']),
      service_code: 'ditches-and-snow',
      first_name: '秀\u0008英',
      last_name: '王',
      phone: '13800001234',
      address_string: '东头第二家\u000b门口',
      description: '沟堵了\u0008水漫上路\ufffe',
      'attribute[place]': attributes[0]?.values[0]?.key ?? '',
      'attribute[consent]': 'yes',
    }).toString(),
  });
  assert.equal(sent.status, 200, sent.text);
  const [, id] = /<service_request_id>([^<]+)</.exec(sent.text) ?? [];
  for (const path of ['services.xml', 'services/ditches-and-snow.xml', 'requests.xml', `requests/${id}.xml`]) {
    const answer = await county.request('GET', `/api/v1/open311/${path}`, undefined, {});
    assert.equal(answer.status, 200, answer.text);
    assert.doesNotMatch(answer.text, /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u, path);
    if (path !== 'services/ditches-and-snow.xml') assert.match(answer.text, /<service_name>清沟扫雪</, path);
  }
});
