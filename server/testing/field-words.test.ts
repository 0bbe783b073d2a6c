import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testWorld } from '#testing';

/** What a person reads beside each field, by its path. */
async function beside(
  county: Awaited<ReturnType<typeof testWorld>>,
  language: 'zh-CN' | 'en',
  path: string,
  body: object,
): Promise<Record<string, string>> {
  const answer = await county.as('administrator').post(path, body, { headers: { 'accept-language': language } });
  assert.ok(answer.status === 400 || answer.status === 422, answer.text);
  const fields = answer.body['fields'] as { path: string; message: string }[];
  return Object.fromEntries(fields.map((field) => [field.path, field.message]));
}

test('a refused field says what is expected of it, in the reader’s language', async () => {
  await using county = await testWorld();
  const person = {
    name: ' ',
    displayName: '长'.repeat(61),
    title: 'mayor',
    email: 'wang at example',
    placeId: 'the market',
    language: 7,
  };
  assert.deepEqual(await beside(county, 'en', '/people', person), {
    '/name': 'This cannot be empty.',
    '/displayName': 'Too long: at most 60 characters.',
    '/title': 'This has parts of its own to fill in.',
    '/email': 'An e-mail address, such as mary@example.org.',
    '/placeId': 'Not a number of anything here.',
    '/language': 'Not one of the choices.',
  });
  assert.deepEqual(await beside(county, 'zh-CN', '/people', person), {
    '/name': '不能空着。',
    '/displayName': '太长了，最多 60 个字。',
    '/title': '这里要分项填写。',
    '/email': '请写电子邮箱，比如 wang@example.cn。',
    '/placeId': '不是这里的编号。',
    '/language': '不在可选的范围里。',
  });
  assert.deepEqual(await beside(county, 'en', '/people', { name: 'Ferry Lin', phone: '12' }), {
    '/phone': 'A full telephone number, with its area code.',
  });
  const place = { parentId: county.placeId('town-1'), validFrom: '27 Nov', code: 'x y', xKm: 'far', name: {} };
  const said = await beside(county, 'en', '/places', place);
  assert.equal(said['/validFrom'], 'A date, such as 2026-11-27.');
  assert.equal(said['/code'], 'A division code of 2 to 12 digits, such as 330106.');
  assert.equal(said['/xKm'], 'This must be a number.');
});
