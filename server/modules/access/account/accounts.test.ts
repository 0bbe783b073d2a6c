import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTestPassword } from '#access/testing';
import type { CastName } from '#access/testing';
import { testWorld } from '#testing';
import type { TestWorld } from '#testing';
import { Browser } from '../testing/browser.ts';

const password = '一句容易记的话 2026';

async function invited(county: TestWorld): Promise<{ personId: string; token: string; link: string }> {
  const person = await county
    .as('administrator')
    .post('/people', { name: '林小满', placeId: county.placeId('village-1-1') });
  assert.equal(person.status, 201, person.text);
  const personId = String(person.body['id']);
  const invitation = await county.as('administrator').post(`/people/${personId}/invitations`);
  assert.equal(invitation.status, 201, invitation.text);
  const link = String(invitation.body['link']);
  return { personId, link, token: link.split('#')[1] ?? '' };
}

test('whoever is invited opens their account with the link, once', async () => {
  await using county = await testWorld();
  const { token, link } = await invited(county);
  assert.match(link, /^http:\/\/one\.test\/console\/invitation#/);
  const phone = new Browser(county);
  assert.equal((await phone.post('/invitation-lookups', { token })).body['name'], '林小满');
  const opened = await phone.post('/invitation-acceptances', { token, login: 'linxiaoman', password });
  assert.equal(opened.status, 201, opened.text);
  assert.equal((await phone.get('/me')).body['login'], 'linxiaoman');
  const again = await new Browser(county).post('/invitation-acceptances', { token, login: 'someone-else', password });
  assert.equal(again.status, 410);
  assert.equal(again.body['code'], 'InvitationOver');
});

test('the link of the other county leads to the other county', async () => {
  await using county = await testWorld();
  const administrator = county.as('administrator', { county: 2 });
  const person = await administrator.post('/people', { name: '林小满', placeId: county.placeId('village-1-1', 2) });
  const invitation = await administrator.post(`/people/${String(person.body['id'])}/invitations`);
  assert.match(String(invitation.body['link']), /^http:\/\/two\.test\//);
  const token = String(invitation.body['link']).split('#')[1];
  assert.equal((await new Browser(county).post('/invitation-lookups', { token })).status, 410, 'nothing here');
  assert.equal((await new Browser(county, 'two.test').post('/invitation-lookups', { token })).status, 200);
});

test('an invitation is over after a week, when withdrawn, when another follows, and when the person is no longer active (A16)', async () => {
  await using county = await testWorld();
  const administrator = county.as('administrator');
  const phone = new Browser(county);
  const over = async (token: string): Promise<unknown> =>
    (await phone.post('/invitation-lookups', { token })).body['code'];
  const old = await invited(county);
  county.clock.advance({ days: 8 });
  assert.equal(await over(old.token), 'InvitationOver');
  const withdrawn = await invited(county);
  assert.equal((await administrator.delete(`/people/${withdrawn.personId}/invitations`)).status, 204);
  assert.equal(await over(withdrawn.token), 'InvitationOver');
  const replaced = await invited(county);
  await administrator.post(`/people/${replaced.personId}/invitations`);
  assert.equal(await over(replaced.token), 'InvitationOver');
  const left = await invited(county);
  assert.equal((await administrator.patch(`/people/${left.personId}`, { version: 1, active: false })).status, 200);
  assert.equal(await over(left.token), 'InvitationOver');
});

test('a login that somebody has is refused, however it is written', async () => {
  await using county = await testWorld();
  const { token } = await invited(county);
  const taken = await new Browser(county).post('/invitation-acceptances', {
    token,
    login: 'ＶＯＬＵＮＴＥＥＲ',
    password,
  });
  assert.equal(taken.status, 409);
  assert.equal(taken.body['code'], 'LoginTaken');
});

test('a volunteer who forgot everything sets a new password with the slip from the station', async () => {
  await using county = await testWorld();
  await county.inCounty((ctx) => setTestPassword(ctx, 'volunteer', password));
  const phone = new Browser(county);
  await phone.post('/sessions', { login: 'volunteer', password });
  const volunteer = await county.personId('volunteer');
  const linked = (sql: string): Promise<unknown[]> =>
    county.inCounty((ctx) =>
      ctx.transaction((tx) => tx.named(`test.${sql.slice(0, 40)}`, sql, [tx.countyId, volunteer])),
    );
  await linked(
    `insert into access.oidc_links (county_id, person_id, issuer, subject, made_at) values ($1, $2, 'https://sso.test', 'somebody', '2026-03-01')`,
  );
  const calendar = String((await county.as('volunteer').post('/me/calendar-feed', {})).body['path']);
  const robot = { kind: 'program', name: '别人的', address: 'https://elsewhere.example/notices', language: 'zh-CN' };
  assert.equal((await county.as('volunteer').post('/me/notice-hooks', robot)).status, 201);
  const subscribed = async (): Promise<number> => (await county.request('GET', calendar)).status;
  const slip = await county.as('station-keeper').post(`/people/${volunteer}/reset-slips`);
  assert.equal(slip.status, 201, slip.text);
  assert.equal(await subscribed(), 200, 'a slip that nobody has used changes nothing');
  assert.match(String(slip.body['code']), /^([0-9A-Z]{4}-){4}[0-9A-Z]{4}$/);
  assert.equal(slip.body['waitsForSecondPerson'], false);
  const typed = String(slip.body['code']).toLowerCase().replaceAll('-', ' ');
  const used = await new Browser(county).post('/slip-uses', {
    login: 'volunteer',
    code: typed,
    password: 'quite another sentence',
  });
  assert.equal(used.status, 201, used.text);
  assert.equal((await phone.get('/me')).status, 401, 'the old session is over');
  assert.equal(
    (await new Browser(county).post('/sessions', { login: 'volunteer', password })).status,
    401,
    'the old password too',
  );
  assert.deepEqual(
    await linked('select 1 from access.oidc_links where county_id = $1 and person_id = $2'),
    [],
    'nor does a provider let in whom somebody linked',
  );
  assert.equal(await subscribed(), 404, 'nor does a lost telephone go on reading the calendar');
  assert.deepEqual(
    await linked('select 1 from notices.hooks where county_id = $1 and person_id = $2'),
    [],
    'nor is a robot told what the volunteer is told, whoever added it',
  );
  const again = await new Browser(county).post('/slip-uses', {
    login: 'volunteer',
    code: typed,
    password: 'a third sentence here',
  });
  assert.equal(again.body['code'], 'SlipNotAccepted', 'a slip works once');
});

test('a slip is over after a day, and belongs to one login', async () => {
  await using county = await testWorld();
  const slip = await county.as('station-keeper').post(`/people/${await county.personId('volunteer')}/reset-slips`);
  const code = String(slip.body['code']);
  const phone = new Browser(county);
  assert.equal(
    (await phone.post('/slip-uses', { login: 'volunteer-1-2', code, password })).body['code'],
    'SlipNotAccepted',
  );
  county.clock.advance({ hours: 25 });
  assert.equal(
    (await phone.post('/slip-uses', { login: 'volunteer', code, password })).body['code'],
    'SlipNotAccepted',
  );
});

test('a slip printed while the clock was two days ahead counts for nothing, and the next one takes it away', async () => {
  await using county = await testWorld();
  const print = async () =>
    (await county.as('station-keeper').post(`/people/${await county.personId('volunteer')}/reset-slips`)).body['code'];
  const use = async (code: unknown) =>
    (await new Browser(county).post('/slip-uses', { login: 'volunteer', code, password })).body['code'];
  const now = county.clock.now().getTime();
  county.clock.advance({ days: 2 });
  const ahead = await print();
  county.clock.set(new Date(now));
  assert.equal(await use(ahead), 'SlipNotAccepted');
  const right = await print();
  county.clock.advance({ days: 2 });
  assert.equal(await use(ahead), 'SlipNotAccepted');
  county.clock.set(new Date(now));
  assert.equal(await use(right), undefined);
});

test('a slip for an editor needs an administrator and a second person (A15)', async () => {
  await using county = await testWorld();
  const editor = await county.personId('editor');
  assert.equal((await county.as('station-keeper').post(`/people/${editor}/reset-slips`)).status, 403);
  const slip = await county.as('administrator').post(`/people/${editor}/reset-slips`);
  assert.equal(slip.body['waitsForSecondPerson'], true);
  const phone = new Browser(county);
  assert.equal(
    (await phone.post('/slip-uses', { login: 'editor', code: slip.body['code'], password })).body['code'],
    'SlipNotAccepted',
    'not yet confirmed',
  );
  const own = await county.as('administrator').post(`/reset-slips/${String(slip.body['id'])}/confirmations`);
  assert.equal(own.body['code'], 'SecondPersonNeeded');
  const waiting = (await county.as('administrator-2').get('/reset-slips')).body['items'] as { abilities: string[] }[];
  assert.ok(waiting[0]?.abilities.includes('account.confirm-reset'));
  assert.equal(
    (await county.as('administrator-2').post(`/reset-slips/${String(slip.body['id'])}/confirmations`)).status,
    204,
  );
  assert.equal(
    (await phone.post('/slip-uses', { login: 'editor', code: slip.body['code'], password })).body['needs'],
    'enrolment',
  );
});

test('nobody resets themselves', async () => {
  await using county = await testWorld();
  const own = await county.as('administrator').post(`/people/${await county.personId('administrator')}/reset-slips`);
  assert.equal(own.body['code'], 'OwnReset');
});

test('a closed account ends everywhere at once and nothing opens it but an administrator (A10)', async () => {
  await using county = await testWorld();
  await county.inCounty((ctx) => setTestPassword(ctx, 'volunteer', password));
  const personId = await county.personId('volunteer');
  const phone = new Browser(county);
  await phone.post('/sessions', { login: 'volunteer', password });
  const slip = await county.as('station-keeper').post(`/people/${personId}/reset-slips`);
  assert.equal(
    (await county.as('administrator').patch(`/people/${personId}/account`, { closed: true })).body['state'],
    'closed',
  );
  assert.equal((await phone.get('/me')).status, 401);
  assert.equal((await phone.post('/sessions', { login: 'volunteer', password })).body['code'], 'SignInFailed');
  assert.equal(
    (await phone.post('/slip-uses', { login: 'volunteer', code: slip.body['code'], password })).body['code'],
    'SlipNotAccepted',
  );
  assert.equal((await county.as('station-keeper').post(`/people/${personId}/reset-slips`)).body['code'], 'NoAccount');
  assert.equal(
    (await county.as('administrator').patch(`/people/${personId}/account`, { closed: false })).body['state'],
    'open',
  );
  assert.equal((await phone.post('/sessions', { login: 'volunteer', password })).status, 201);
});

test('only an administrator closes accounts, and not across counties', async () => {
  await using county = await testWorld();
  const personId = await county.personId('volunteer');
  assert.equal((await county.as('coordinator').patch(`/people/${personId}/account`, { closed: true })).status, 403);
  assert.equal(
    (await county.as('administrator', { county: 2 }).patch(`/people/${personId}/account`, { closed: true })).status,
    404,
  );
});

test('a person no longer active is signed out at once', async () => {
  await using county = await testWorld();
  const cookie = await county.as('volunteer').cookie();
  const id = await county.personId('volunteer');
  assert.equal((await county.as('coordinator').patch(`/people/${id}`, { version: 1, active: false })).status, 200);
  assert.equal((await county.request('GET', '/api/v1/me', undefined, { cookie })).status, 401);
});

test('the last administrator is not made inactive', async () => {
  await using county = await testWorld();
  const [first, second] = [await county.personId('administrator'), await county.personId('administrator-2')];
  assert.equal(
    (await county.as('administrator').patch(`/people/${second}`, { version: 1, active: false })).status,
    200,
  );
  assert.equal(
    (await county.as('administrator').patch(`/people/${first}`, { version: 1, active: false })).body['code'],
    'LastAdministrator',
  );
});

test('whoever had their password changed is told, in case it was not them', async () => {
  await using county = await testWorld();
  await county.as('station-keeper').post(`/people/${await county.personId('volunteer')}/reset-slips`);
  await county.deliver();
  const rows = await county.inCounty((ctx) =>
    ctx.transaction((tx) =>
      tx.client.query("select kind from notices.messages where county_id = 1 and kind like 'credential.%'"),
    ),
  );
  assert.deepEqual(rows.rows, [{ kind: 'credential.slip' }]);
});

test('nobody takes over a role through the account of whoever has it: a slip or an invitation is made by who could give all their roles (A15)', async () => {
  await using county = await testWorld();
  const administrator = county.as('administrator');
  const keeper = county.as('station-keeper');
  // They live in the keeper's village and answer for the whole county.
  const neighbour = await county.personId('volunteer');
  const everywhere = { role: 'coordinator', placeId: county.placeId('county'), duty: false };
  const granted = await administrator.post('/grants', { personId: neighbour, ...everywhere });
  assert.ok(granted.status < 300, granted.text);
  const slip = await keeper.post(`/people/${neighbour}/reset-slips`);
  assert.deepEqual([slip.status, slip.body['code']], [403, 'RoleBeyondYours'], slip.text);
  assert.equal((await administrator.post(`/people/${neighbour}/reset-slips`)).status, 201);

  // The next editor in chief, who has no account yet.
  const person = await administrator.post('/people', { name: '新总编', placeId: county.placeId('village-1-1') });
  const newcomer = String(person.body['id']);
  assert.ok((await keeper.post(`/people/${newcomer}/invitations`, { by: 'link' })).status < 300, 'without a role yet');
  const given = await administrator.post('/grants', {
    personId: newcomer,
    role: 'chief-editor',
    placeId: county.placeId('county'),
    duty: false,
    fromAt: new Date(county.clock.now().getTime() + 86_400_000).toISOString(),
  });
  assert.ok(given.status < 300, given.text);
  for (const who of [keeper, county.as('coordinator')]) {
    const invitation = await who.post(`/people/${newcomer}/invitations`, { by: 'link' });
    assert.deepEqual([invitation.status, invitation.body['code']], [403, 'RoleBeyondYours'], invitation.text);
  }
  assert.equal((await administrator.post(`/people/${newcomer}/invitations`, { by: 'link' })).status, 201);
});

test('what was handed out before a role came opens nothing, where its maker could not have given that role', async () => {
  await using county = await testWorld();
  const administrator = county.as('administrator');
  const volunteer = await county.personId('volunteer');
  const atCounty = { placeId: county.placeId('county'), duty: false };
  const byKeeper = await county.as('station-keeper').post(`/people/${volunteer}/reset-slips`);
  assert.equal(byKeeper.status, 201, byKeeper.text);
  assert.ok(
    (await administrator.post('/grants', { personId: volunteer, role: 'coordinator', ...atCounty })).status < 300,
  );
  const use = async (code: unknown) =>
    (await new Browser(county).post('/slip-uses', { login: 'volunteer', code, password })).body['code'];
  assert.equal(await use(byKeeper.body['code']), 'SlipNotAccepted');
  // One of an administrator who could have given it still waits for the second person that a strong role asks for.
  const byAdministrator = await administrator.post(`/people/${volunteer}/reset-slips`);
  assert.equal(byAdministrator.body['waitsForSecondPerson'], false);
  assert.ok((await administrator.post('/grants', { personId: volunteer, role: 'editor', ...atCounty })).status < 300);
  assert.equal(await use(byAdministrator.body['code']), 'SlipNotAccepted');

  const person = await administrator.post('/people', { name: '新人', placeId: county.placeId('village-1-1') });
  const id = String(person.body['id']);
  const invitation = await county.as('station-keeper').post(`/people/${id}/invitations`, { by: 'link' });
  const token = String(invitation.body['link']).split('#')[1];
  assert.ok((await administrator.post('/grants', { personId: id, role: 'editor', ...atCounty })).status < 300);
  const accepted = await new Browser(county).post('/invitation-acceptances', { token, login: 'newcomer', password });
  assert.equal(accepted.body['code'], 'InvitationOver');
});

test('who cannot give a role neither sends off nor brings back whoever has it', async () => {
  await using county = await testWorld();
  const chief = await county.personId('chief-editor-2');
  const change = async (who: 'coordinator' | 'administrator', active: boolean) => {
    const { version } = (await county.as('administrator').get(`/people/${chief}`)).body;
    return county.as(who).patch(`/people/${chief}`, { version, active });
  };
  assert.equal((await change('coordinator', false)).body['code'], 'RoleBeyondYours');
  assert.equal((await change('coordinator', true)).status, 200, 'nothing changes');
  assert.equal((await change('administrator', false)).status, 200);
  assert.equal((await change('coordinator', true)).body['code'], 'RoleBeyondYours');
  assert.equal((await county.as('administrator').get(`/people/${chief}`)).body['active'], false);
});

test('where the letters of somebody with a role beyond one’s own go is not for oneself to say: their invitation goes there too (A15)', async () => {
  await using county = await testWorld();
  const administrator = county.as('administrator');
  const placeId = county.placeId('village-1-1');
  const person = await administrator.post('/people', { name: '新总编', email: 'new@example.test', placeId });
  const id = String(person.body['id']);
  const change = async (who: CastName, what: Record<string, unknown>) => {
    const { version } = (await administrator.get(`/people/${id}`)).body;
    return county.as(who).patch(`/people/${id}`, { version, ...what });
  };
  assert.equal((await change('station-keeper', { email: 'newer@example.test' })).status, 200, 'without a role yet');
  const role = { role: 'chief-editor', placeId: county.placeId('county'), duty: false };
  assert.ok((await administrator.post('/grants', { personId: id, ...role })).status < 300);
  for (const who of ['station-keeper', 'town-coordinator', 'coordinator'] as const)
    for (const what of [{ email: 'mine@example.test' }, { phone: '13600000001' }]) {
      const refused = await change(who, what);
      assert.deepEqual([refused.status, refused.body['code']], [403, 'RoleBeyondYours'], refused.text);
    }
  // Who is nobody's of a town is the whole county's, and not for a town to make.
  assert.equal((await change('station-keeper', { placeId: null })).status, 403);
  // What is sent along unchanged is no change.
  assert.equal((await change('station-keeper', { email: 'newer@example.test', title: null })).status, 200);
  assert.equal((await change('administrator', { phone: '13600000002' })).status, 200);
  const contact = (await administrator.get(`/people/${id}`)).body['contact'] as { email: string };
  assert.equal(contact.email, 'newer@example.test');
  // Oneself, whatever one's roles.
  const own = await county.personId('chief-editor');
  const { version } = (await county.as('chief-editor').get(`/people/${own}`)).body;
  assert.equal(
    (await county.as('chief-editor').patch(`/people/${own}`, { version, phone: '13600000003' })).status,
    200,
  );
});

test('an administrator of one town neither closes, takes out nor deletes who answers for the whole county, and is not the last administrator', async () => {
  await using county = await testWorld();
  const administrator = county.as('administrator');
  const [chief, townsman] = [await county.personId('chief-editor'), await county.personId('volunteer-1-2')];
  const placeId = county.placeId('town-1');
  const { version } = (await administrator.get(`/people/${chief}`)).body;
  assert.equal((await administrator.patch(`/people/${chief}`, { version, placeId })).status, 200);
  assert.ok(
    (await administrator.post('/grants', { personId: townsman, role: 'administrator', placeId, duty: false })).status <
      300,
  );
  const ofTown = county.as('volunteer-1-2');
  const acts = [
    () => ofTown.patch(`/people/${chief}/account`, { closed: true }),
    () => ofTown.get(`/people/${chief}/data`),
    () => ofTown.delete(`/people/${chief}/data`, { name: 'chief-editor' }),
  ];
  for (const act of acts) {
    const refused = await act();
    assert.deepEqual([refused.status, refused.body['code']], [403, 'RoleBeyondYours'], refused.text);
  }
  assert.equal((await county.as('chief-editor').get('/me')).status, 200);
  assert.equal(
    (await ofTown.get(`/people/${await county.personId('volunteer')}/data`)).status,
    200,
    'a volunteer of theirs',
  );

  const { items } = (await administrator.get('/grants?role=administrator')).body as {
    items: { id: string; person: { name: string } }[];
  };
  const grantOf = (name: string): string => items.find((grant) => grant.person.name === name)?.id ?? '';
  assert.equal((await administrator.delete(`/grants/${grantOf('administrator-2')}`)).status, 204);
  assert.equal((await administrator.delete(`/grants/${grantOf('administrator')}`)).body['code'], 'LastAdministrator');
});
