import assert from 'node:assert/strict';
import { test } from 'node:test';
import { qrCode } from '#media';
import { buildServer } from '#platform/http/server';
import { CountyFiller } from '../../testing/busy-county.ts';
import { testWorld } from '#testing';
import { portalOptions } from './options.ts';

test('with two counties on one installation every address that leaves it is the county’s own', async () => {
  await using county = await testWorld({}, { publicAddress: 'http://one.test:8080' });
  const server = await buildServer(county.app, portalOptions(county.app));
  await server.ready();
  const things = await (await CountyFiller.open(county, 2)).fillPlace('village-1-1');
  await county.deliver();
  const page = async (path: string): Promise<string> => {
    const answer = await server.inject({ method: 'GET', url: path, headers: { host: 'two.test' } });
    assert.equal(answer.statusCode, 200, `${path} ${answer.body.slice(0, 200)}`);
    return answer.body;
  };
  const story = `/stories/${things['published-slug']}`;
  const own = 'http://two.test:8080';
  const seen = new Map<string, string>();
  for (const path of ['/', story, `/en${story}`, '/services/taps', '/sitemap.xml', '/robots.txt', '/feeds/rss.xml'])
    seen.set(path, await page(path));
  for (const path of ['/', story, '/sitemap.xml', '/robots.txt', '/feeds/rss.xml'])
    assert.ok(seen.get(path)?.includes(own), `${path} says where it stands`);
  const drawn = async (address: string): Promise<string> => (await qrCode(address)).path;
  assert.ok(seen.get(story)?.includes(await drawn(`${own}${story}`)), 'the code on the story');
  assert.ok(
    (await page('/services/taps/paper')).includes(await drawn(`${own}/services/taps/order`)),
    'the code on the paper order',
  );
  const administrator = county.as('administrator', { county: 2 });
  const invitation = await administrator.post(`/people/${things['newcomer']}/invitations`, { by: 'link' });
  assert.ok(String(invitation.body['link']).startsWith(`${own}/`), invitation.text);
  const slip = await administrator.post(`/people/${things['person']}/reset-slips`);
  assert.ok(String(slip.body['address']).startsWith(`${own}/`), slip.text);
  const settings = await administrator.get('/settings');
  assert.equal(settings.body['publicAddress'], own);
  seen.set('/api/openapi.json', await page('/api/openapi.json'));
  for (const [path, text] of seen) assert.ok(!text.includes('one.test'), `${path} names the other county`);
  await server.close();
});
