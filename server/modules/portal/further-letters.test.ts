import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { PostOffice } from '#channels/testing';
import { testPlaceCode } from '#places/testing';
import { buildServer } from '#platform/http/server';
import { ownerClient } from '#testing';
import { openOrderDesk } from '#volunteering/testing';
import type { OrderDesk } from '#volunteering/testing';
import { portalOptions } from './options.ts';

interface Shown {
  status: number;
  text: string;
}

async function siteOf(desk: OrderDesk) {
  const server = await buildServer(desk.county.app, portalOptions(desk.county.app));
  await server.ready();
  const headers = { host: 'one.test' };
  return {
    get: async (url: string): Promise<Shown> => {
      const answer = await server.inject({ url, headers });
      return { status: answer.statusCode, text: answer.body };
    },
    /** Somebody orders, who wants to be told by e-mail. */
    order: async (prefix: string): Promise<number> => {
      const form = {
        key: randomUUID(),
        service: 'taps-and-lights',
        name: 'Ann',
        phone: '138 0000 1234',
        place: testPlaceCode('village-1-1', 1),
        address: '东头第二家',
        wishedOn: '2026-03-04',
        wishedPart: 'morning',
        notify: 'email',
        email: 'ann@example.test',
        consent: 'yes',
        website: '',
      };
      const answer = await server.inject({
        method: 'POST',
        url: `${prefix}/services/taps-and-lights/order`,
        headers: { ...headers, origin: 'http://one.test', 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams(form).toString(),
      });
      await desk.county.deliver();
      await desk.county.tick('notices.letters');
      return answer.statusCode;
    },
    [Symbol.asyncDispose]: () => server.close(),
  };
}

const linkIn = (text: string): string => /http:\/\/one\.test(\S+)/.exec(text)?.[1] ?? '';

test('whoever orders in a further language is asked and written to in it, whole; what is kept of their consent stands beside', async () => {
  await using office = await PostOffice.start();
  await using desk = await openOrderDesk({}, { smtpUrl: office.url });
  await using site = await siteOf(desk);
  const [english, further] = [
    await site.get('/en/services/taps-and-lights/order'),
    await site.get('/en-xa/services/taps-and-lights/order'),
  ];
  const asked = [...english.text.matchAll(/<p>([^<]*)<\/p>/g)].flatMap(([whole, words = '']) =>
    english.text.indexOf(whole) > english.text.indexOf('consent') && words.length > 40 ? [words] : [],
  );
  assert.ok(asked.length >= 4, 'what is asked was found');
  const consent = /<fieldset class="group consent">[^]*?<\/fieldset>/.exec(further.text)?.[0] ?? '';
  const [translation = '', original = ''] = consent.split('<div lang="en">');
  for (const words of asked) {
    assert.ok(original.includes(words), 'the original stands there');
    assert.ok(!translation.includes(words));
  }
  assert.equal(translation.match(/<p>⟦[^⟦⟧]+⟧<\/p>/g)?.length, asked.length, 'and in the reader’s language');
  assert.ok(!english.text.includes('lang="en-XA"') && !english.text.includes('is a translation'));

  assert.equal(await site.order('/en-xa'), 303);
  const letter = office.to('ann@example.test').at(-1);
  const lines = [letter?.mail.subject ?? '', ...(letter?.mail.text ?? '').split('\n')].filter(Boolean);
  assert.equal(lines.length, 4, letter?.mail.text);
  for (const line of lines) assert.match(line, /^(?:⟦[^⟦⟧]+⟧|http:\/\/one\.test\S+)$/, 'translated, or the link');
  const link = linkIn(letter?.mail.text ?? '');
  assert.match(link, /^\/en-xa\/orders\//);
  assert.equal((await site.get(link)).status, 200);
});

test('where English is the county’s first language, the link in a letter leads to a page too', async () => {
  await using office = await PostOffice.start();
  await using desk = await openOrderDesk({}, { smtpUrl: office.url });
  const owner = await ownerClient(desk.county.database);
  await owner.query(`update platform.counties set languages = '{en,zh-CN}' where id = 1`);
  await owner.end();
  await desk.county.app.counties.reload();
  await using site = await siteOf(desk);
  for (const prefix of ['', '/zh']) {
    assert.equal(await site.order(prefix), 303);
    const link = linkIn(office.to('ann@example.test').at(-1)?.mail.text ?? '');
    assert.ok(link.startsWith(`${prefix}/orders/`), link);
    assert.equal((await site.get(link)).status, 200, link);
    desk.county.clock.advance({ days: 1 });
  }
});
