import assert from 'node:assert/strict';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { newId } from '#platform/ids';
import { MailServer, ownerClient, testWorld } from '#testing';
import type { TestWorld } from '#testing';
import { messageList } from '../contract.ts';
import { notify } from './notify.ts';
import type { Notice } from './notify.ts';
import { earliestAllowed } from './quiet-hours.ts';
import { sendDueDeliveries } from './send-deliveries.ts';

type Name = Parameters<TestWorld['personId']>[0];

/** Tells some of the cast that a slip was printed for them; answers how many were told. */
async function tell(
  county: TestWorld,
  names: readonly Name[],
  some: Partial<Notice> = {},
  countyId = 1,
): Promise<number> {
  const personIds = await Promise.all(names.map((name) => county.personId(name, countyId)));
  const notice = { kind: 'credential.slip', subjectId: 'x', href: '/console/account', dedupeKey: 'first' };
  return county.inCounty((ctx) => ctx.transaction((tx) => notify(tx, { ...notice, personIds, ...some })), countyId);
}

const receivers = (mail: MailServer): string[] => mail.letters.flatMap((letter) => letter.to).toSorted();

/** State, attempts and failure of every delivery of county 1. */
const deliveries = (county: TestWorld): Promise<{ state: string; attempts: number; failure: string | null }[]> =>
  county.inCounty((ctx) =>
    ctx.transaction((tx) =>
      tx.named(
        'testing.deliveries',
        'select state, attempts, failure from notices.deliveries where county_id = $1 order by id',
        [tx.countyId],
      ),
    ),
  );

async function postedWorld(): Promise<{ county: TestWorld; mail: MailServer } & AsyncDisposable> {
  const mail = await MailServer.start();
  const county = await testWorld({}, { smtpUrl: mail.url });
  county.clock.set('2026-03-02T04:00:00Z');
  return {
    county,
    mail,
    async [Symbol.asyncDispose]() {
      await county[Symbol.asyncDispose]();
      await mail[Symbol.asyncDispose]();
    },
  };
}

const wishes = (quietFrom: number | null, quietUntil: number | null, email = true) => ({
  email,
  quietFrom,
  quietUntil,
});

test('everybody finds the message in the console; by e-mail only those who want it', async () => {
  await using world = await postedWorld();
  const { county, mail } = world;
  assert.equal((await county.as('volunteer').put('/notice-preferences', wishes(null, null, false))).status, 200);
  assert.equal(await tell(county, ['volunteer', 'editor']), 2);
  await county.tick('notices.send');
  assert.deepEqual(receivers(mail), ['editor@example.test']);
  for (const name of ['volunteer', 'editor'] as const)
    assert.equal((await county.as(name).get('/notices')).body['unread'], 1, name);
});

test('whoever wants a further language gets their letters in it, whole, by its folder alone', async () => {
  await using world = await postedWorld();
  const { county, mail } = world;
  const editor = county.as('editor');
  const set = (more: object) => editor.put('/notice-preferences', { ...wishes(null, null), ...more });
  assert.equal((await set({ language: 'en-XA' })).body['language'], 'en-XA');
  assert.equal((await set({})).body['language'], 'en-XA', 'what is left out stays');
  assert.equal((await set({ language: 'xx-YY' })).status, 400, 'nobody speaks it here');
  await tell(county, ['editor', 'volunteer']);
  await county.tick('notices.send');
  const [letter, other] = ['editor', 'volunteer'].map((name) =>
    mail.letters.find(({ to }) => to.includes(`${name}@example.test`)),
  );
  const lines = [letter?.headers['subject'] ?? '', ...(letter?.text ?? '').split('\n')].filter(
    (line) => line.trim() !== '',
  );
  assert.equal(lines.length, 4, letter?.text);
  for (const line of lines) assert.match(line, /^(?:⟦[^⟦⟧]+⟧|http:\/\/one\.test\S+)$/, 'translated, or the link');
  assert.doesNotMatch(`${other?.headers['subject']}${other?.text}`, /⟦/, 'nobody else');
  assert.equal((await set({ language: null })).body['language'], null);
});

test('a county with a name in one language signs letters with it, whatever language they are in', async () => {
  await using world = await postedWorld();
  const { county, mail } = world;
  const owner = await ownerClient(county.database);
  await owner.query(`update platform.counties set name = '{"en": "Port Lyra"}', languages = '{en}' where id = 1`);
  await owner.end();
  await county.app.counties.reload();
  await tell(county, ['editor']);
  await county.tick('notices.send');
  assert.match(mail.letters[0]?.headers['from'] ?? '', /Port Lyra/);
});

test('quiet hours past midnight hold a letter back until the morning, and duty overrides them', async () => {
  await using world = await postedWorld();
  const { county, mail } = world;
  await county.as('editor').put('/notice-preferences', wishes(22 * 60, 7 * 60));
  // 23:30 in the county.
  county.clock.set('2026-03-02T15:30:00Z');
  await tell(county, ['editor']);
  await tell(county, ['editor'], { dedupeKey: 'duty', urgent: true, kind: 'credential.password' });
  await county.tick('notices.send');
  assert.deepEqual(
    mail.letters.map((letter) => letter.headers['subject']),
    ['密码改了'],
  );
  county.clock.set('2026-03-02T22:59:00Z');
  await county.tick('notices.send');
  assert.equal(mail.letters.length, 1, 'still quiet at 6:59');
  county.clock.set('2026-03-02T23:00:00Z');
  await county.tick('notices.send');
  assert.deepEqual(
    mail.letters.map((letter) => letter.headers['subject']),
    ['密码改了', '打印了重设密码的字条'],
  );
});

test('a night on which the clock is put on or back is quiet until the morning that people have', () => {
  const night = { quietFrom: 22 * 60, quietUntil: 7 * 60 };
  const first = (at: string): string => earliestAllowed(new Date(at), night, 'Europe/Dublin').toISOString();
  assert.equal(first('2026-10-24T22:30:00Z'), '2026-10-25T07:00:00.000Z', 'back: 7:00 is an hour later');
  assert.equal(first('2026-03-28T23:30:00Z'), '2026-03-29T06:00:00.000Z', 'on: 7:00 is an hour earlier');
  assert.equal(first('2026-06-10T22:30:00Z'), '2026-06-11T06:00:00.000Z');
  assert.equal(first('2026-06-10T12:00:00Z'), '2026-06-10T12:00:00.000Z', 'not quiet');
});

test('what is said twice under one key is told once', async () => {
  await using world = await postedWorld();
  const { county, mail } = world;
  assert.equal(await tell(county, ['editor', 'editor']), 1);
  assert.equal(await tell(county, ['editor']), 0);
  assert.equal(await tell(county, ['editor', 'proofreader']), 1, 'somebody else is told all the same');
  await county.tick('notices.send');
  await county.tick('notices.send');
  assert.deepEqual(receivers(mail), ['editor@example.test', 'proofreader@example.test']);
});

test('a letter names nobody and leads to the very item under the address of its own county', async () => {
  await using world = await postedWorld();
  const { county, mail } = world;
  const volunteer = await county.personId('volunteer');
  assert.equal((await county.as('administrator').post(`/people/${volunteer}/reset-slips`)).status, 201);
  await county.deliver();
  await tell(county, ['editor'], { href: '/console/stories/1' }, 2);
  await county.tick('notices.send');
  const [first, second] = mail.letters;
  assert.ok(first && second);
  assert.match(first.text, /^http:\/\/one\.test\/console\/account$/m);
  assert.match(second.text, /^http:\/\/two\.test\/console\/stories\/1$/m);
  assert.deepEqual([first.from, second.from], ['notices@one.test', 'notices@two.test']);
  assert.match(first.headers['from'] ?? '', /甲县/);
  assert.match(first.headers['message-id'] ?? '', /^<[0-9a-f-]{36}@one\.test>$/);
  assert.equal(first.headers['auto-submitted'], 'auto-generated');
  const said = `${first.headers['subject']} ${first.text}`;
  for (const secret of ['volunteer', 'administrator', '139', 'example.test'])
    assert.ok(!said.includes(secret), `${secret} stands in: ${said}`);
});

test('mail goes out under the sender of the settings where one is given', async () => {
  await using mail = await MailServer.start();
  await using county = await testWorld({}, { smtpUrl: mail.url, smtpFrom: '融媒 <post@county.example>' });
  await tell(county, ['editor']);
  await county.tick('notices.send');
  assert.equal(mail.letters[0]?.from, 'post@county.example');
});

test('without a mail server a letter lies in the spool, whole, for its owner alone', async () => {
  await using county = await testWorld();
  await tell(county, ['editor']);
  await county.tick('notices.send');
  const folder = join(county.app.settings.varDirectory, 'spool', 'mail');
  const files = await readdir(folder);
  assert.equal(files.length, 1);
  const path = join(folder, files[0] ?? '');
  assert.match(path, /\/[0-9a-f-]{36}\.eml$/);
  assert.equal((await stat(path)).mode & 0o077, 0);
  assert.match(await readFile(path, 'utf8'), /^To: editor@example\.test$/m);
  assert.deepEqual(await deliveries(county), [{ state: 'sent', attempts: 1, failure: null }]);
});

test('letters wait while the mail server is down, and each goes out once when it is back', async () => {
  await using world = await postedWorld();
  const { county, mail } = world;
  await mail.goDown();
  await tell(county, ['editor', 'proofreader', 'volunteer']);
  await county.tick('notices.send');
  const tried = await deliveries(county);
  assert.deepEqual(
    tried.map((one) => one.state),
    ['planned', 'planned', 'planned'],
  );
  assert.equal(tried.filter((one) => one.failure === 'unreachable').length, 1, 'one try shows that it is down');
  await mail.comeBack();
  county.clock.advance({ minutes: 3 });
  await county.tick('notices.send');
  await county.tick('notices.send');
  assert.deepEqual(receivers(mail), ['editor@example.test', 'proofreader@example.test', 'volunteer@example.test']);
});

test('a letter that the mail server puts off is tried again later, under the same Message-ID', async () => {
  await using world = await postedWorld();
  const { county, mail } = world;
  mail.refusal = '452 4.3.1 come back later';
  await tell(county, ['editor']);
  await county.tick('notices.send');
  assert.deepEqual(await deliveries(county), [{ state: 'planned', attempts: 1, failure: 'smtp-452' }]);
  mail.refusal = null;
  await county.tick('notices.send');
  assert.equal(mail.letters.length, 0, 'not at once');
  county.clock.advance({ minutes: 3 });
  await county.tick('notices.send');
  assert.equal(mail.letters.length, 1);
});

test('a slow mail server and a second worker send nothing twice', async () => {
  await using world = await postedWorld();
  const { county, mail } = world;
  const send = (): Promise<void> => county.inCounty((ctx) => sendDueDeliveries(ctx));
  await tell(county, ['editor', 'proofreader', 'volunteer', 'correspondent']);
  let isOtherAtWork = false;
  mail.beforeAnswer = async () => {
    if (isOtherAtWork) return;
    // Each letter takes four minutes; then another worker looks for what is due.
    county.clock.advance({ minutes: 4 });
    isOtherAtWork = true;
    await send();
    isOtherAtWork = false;
  };
  await send();
  assert.deepEqual(receivers(mail), [
    'correspondent@example.test',
    'editor@example.test',
    'proofreader@example.test',
    'volunteer@example.test',
  ]);
});

test('a notice that nobody took is listed without whom it was for, and goes out once more when the administrator says so', async () => {
  await using world = await postedWorld();
  const { county, mail } = world;
  mail.refusal = '550 5.1.1 no such user';
  await tell(county, ['editor']);
  await tell(county, ['proofreader'], { dedupeKey: 'link', secretLink: '/console/invitation#secret' });
  const tries = 8;
  for (let tried = 0; tried < tries; tried += 1) {
    await county.tick('notices.send');
    county.clock.advance({ minutes: 61 });
  }
  const administrator = county.as('administrator');
  const listed = await administrator.get('/failed-notices?channel=email&sort=oldest');
  const items = listed.body['items'] as { id: string; about: string; failure: string; mayRetry: boolean }[];
  assert.deepEqual(
    items.map(({ about, failure, mayRetry }) => `${about} ${failure} ${mayRetry}`).toSorted(),
    ['打印了重设密码的字条 smtp-550 false', '打印了重设密码的字条 smtp-550 true'],
    listed.text,
  );
  assert.ok(!/editor|proofreader|example\.test/.test(listed.text), 'it names nobody');
  assert.equal((await administrator.get(`/failed-notices?q=${encodeURIComponent('重设')}`)).body['total'], 2);
  assert.equal((await administrator.get('/failed-notices?q=smtp-452')).body['total'], 0);
  assert.equal((await county.as('editor').get('/failed-notices')).status, 403);
  const lost = items.find((one) => !one.mayRetry)?.id;
  const whole = items.find((one) => one.mayRetry)?.id;
  assert.equal((await administrator.post(`/failed-notices/${lost}/retries`)).status, 409, 'its link is gone');
  mail.refusal = null;
  assert.equal((await administrator.post(`/failed-notices/${whole}/retries`)).body['total'], 1);
  assert.equal((await administrator.post(`/failed-notices/${whole}/retries`)).status, 409, 'it waits already');
  await county.tick('notices.send');
  assert.deepEqual(receivers(mail), ['editor@example.test']);
});

test('a search looks at two thousand messages in one go, says how far it came, and goes on from there; it finds words, not the names of things', async () => {
  await using county = await testWorld();
  county.clock.set('2026-03-02T04:00:00Z');
  await tell(county, ['editor'], { dedupeKey: 'old', facts: { note: '找得到的一篇' } });
  const personId = await county.personId('editor');
  await county.inCounty((ctx) =>
    ctx.transaction(async (tx) => {
      for (let at = 0; at < 2_100; at += 1)
        await tx.named(
          'testing.message',
          `insert into notices.messages (county_id, id, person_id, kind, dedupe_key, subject_id, href, facts, made_at, carried_secret) values ($1, $2, $3, 'credential.slip', $4, 'x', '/console/account', '{"nested": {"count": 1}}', $5, false)`,
          [tx.countyId, newId(), personId, `m${at}`, new Date(tx.at.getTime() + at * 1_000)],
        );
    }),
  );
  const editor = county.as('editor');
  const search = async (words: string, before = '') =>
    (await editor.get(`/notices?q=${encodeURIComponent(words)}${before && `&before=${before}`}`)).read(messageList);
  const first = await search('找得到');
  assert.deepEqual([first.items, first.unread], [[], 2_101]);
  assert.equal(first.searchedTo, '2026-03-02T04:01:40.000Z', 'the newest two thousand');
  const second = await search('找得到', first.next ?? '');
  assert.deepEqual([second.items.length, second.next, second.searchedTo], [1, null, null]);
  assert.deepEqual((await search('object')).items, []);
  assert.equal((await editor.get('/notices')).read(messageList).searchedTo, null, 'whoever does not search');
});
