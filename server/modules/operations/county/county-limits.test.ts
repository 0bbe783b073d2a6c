import assert from 'node:assert/strict';
import { test } from 'node:test';
import { notify } from '#notices';
import { inCounty } from '#platform/transaction';
import { MailServer, testWorld } from '#testing';
import type { Answer, TestWorld } from '#testing';
import { countyLimits } from './county-limits-command.ts';

/** The command, as whoever runs the server types it. */
async function limits(
  county: TestWorld,
  flags: Record<string, string | true> = {},
  args: string[] = ['one'],
): Promise<{ exit: number; said: string }> {
  const { app } = county;
  const said: string[] = [];
  const exit = await countyLimits.run({
    app,
    ownerUrl: undefined,
    args,
    flags,
    say: (line) => void said.push(line),
    inCounty: (work) => inCounty(app, app.counties.byId(1) ?? assert.fail(), work),
  });
  return { exit, said: said.join('\n') };
}

const refused = (answer: Answer, status: number, code: string): void =>
  assert.deepEqual([answer.status, answer.body['code']], [status, code], answer.text);

interface Shown {
  readonly name: string;
  readonly most: number | null;
  readonly used: number | null;
}
const shown = async (county: TestWorld): Promise<ReadonlyMap<string, Shown>> => {
  const settings = await county.as('administrator').get('/settings');
  const all = (settings.body['county'] as { limits: Shown[] }).limits;
  return new Map(all.map((one) => [one.name, one]));
};

test('whoever runs the server limits a county; at a limit it is said clearly, the next county goes on, and nothing is lost', async () => {
  await using mail = await MailServer.start();
  await using county = await testWorld({}, { smtpUrl: mail.url });
  const { said } = await limits(county);
  const [, people] = /people +不限 · no limit {3}已用 · used (\d+)/.exec(said) ?? [];
  assert.ok(Number(people) > 0, said);
  assert.deepEqual((await limits(county, { people: '0' })).exit, 2, 'none is written as none');
  assert.deepEqual((await limits(county, { stories: '5' })).exit, 2);
  assert.deepEqual((await limits(county, {}, ['nowhere'])).exit, 1);

  const add = (id: 1 | 2) =>
    county
      .as('station-keeper', { county: id })
      .post('/people', { name: '何大妈', placeId: county.placeId('village-1-1', id) });
  assert.equal((await limits(county, { people: people ?? '' })).exit, 0);
  refused(await add(1), 409, 'CountyPeopleReached');
  assert.equal((await add(2)).status, 201, 'the other county has no limit');
  assert.deepEqual((await shown(county)).get('people'), { name: 'people', most: Number(people), used: Number(people) });
  await limits(county, { people: 'none' });
  assert.equal((await add(1)).status, 201);

  const upload = (megabytes: number) =>
    county.as('editor').post('/uploads', undefined, {
      headers: {
        'tus-resumable': '1.0.0',
        'upload-length': String(megabytes * 1024 ** 2),
        'upload-metadata': `filename ${Buffer.from('a.mp4').toString('base64')}`,
      },
    });
  await limits(county, { 'storage-megabytes': '40' });
  refused(await upload(41), 507, 'CountyStorageReached');
  assert.equal((await upload(30)).status, 201);
  refused(await upload(11), 507, 'CountyStorageReached');
  assert.deepEqual((await shown(county)).get('storageMegabytes'), { name: 'storageMegabytes', most: 40, used: 30 });

  county.clock.set('2026-03-02T04:00:00Z');
  await limits(county, { 'mails-per-day': '1' });
  await tell(county, ['volunteer', 'editor']);
  await county.tick('notices.send');
  assert.equal(mail.letters.length, 1);
  assert.deepEqual((await shown(county)).get('mailsPerDay')?.used, 1);
  county.clock.set('2026-03-03T04:00:00Z');
  await county.tick('notices.send');
  assert.equal(mail.letters.length, 2, 'what was too much leaves the next day');

  await limits(county, { 'requests-per-minute': '2' });
  const ask = (host: string) => county.request('GET', '/api/v1/chain-heads', undefined, { host });
  assert.deepEqual([(await ask('one.test')).status, (await ask('one.test')).status], [200, 200]);
  const third = await ask('one.test');
  refused(third, 429, 'CountyRequestsReached');
  assert.ok(Number(third.headers['retry-after']) > 0);
  assert.equal((await ask('two.test')).status, 200);
  await limits(county, { 'requests-per-minute': 'none' });
  const acts = (await county.as('auditor').get('/audit?act=county.change-limits')).body['items'] as unknown[];
  assert.equal(acts.length, 6, 'each change is on record');
});

async function tell(county: TestWorld, names: readonly ('volunteer' | 'editor')[]): Promise<void> {
  const personIds = await Promise.all(names.map((name) => county.personId(name)));
  const notice = { kind: 'credential.slip', subjectId: 'x', href: '/console/account', dedupeKey: 'first' };
  await county.inCounty((ctx) => ctx.transaction((tx) => notify(tx, { ...notice, personIds })));
}
