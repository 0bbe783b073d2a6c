import { addAccount } from '../../../server/modules/access/index.ts';
import { codeAt, setTestPassword, SoftwarePasskey } from '../../../server/modules/access/testing.ts';
import { Browser } from '../../../server/modules/access/testing/browser.ts';
import { addPerson } from '../../../server/modules/people/index.ts';
import { done, first, nextNumber, said } from './beginning.ts';
import type { Beginning, Begun, Ground } from './beginning.ts';

const password = '一句容易记的话 2026';

/** Somebody without an account. */
const newcomer = ({ county, things }: Ground): Promise<{ id: string; name: string }> =>
  county.inCounty((ctx) =>
    ctx.transaction((tx) => {
      const number = nextNumber();
      const phone = `1350001${String(number).padStart(4, '0')}`;
      return addPerson(tx, { name: `李新${number}`, phone, placeId: things['place'] ?? '' });
    }),
  );

/** Somebody with an account and a password, and no role that asks for more. */
async function account(ground: Ground): Promise<{ id: string; login: string }> {
  const { id } = await newcomer(ground);
  const login = `fuzz-account-${nextNumber()}`;
  await ground.county.inCounty((ctx) => ctx.transaction((tx) => addAccount(tx, { personId: id, login })));
  await ground.county.inCounty((ctx) => setTestPassword(ctx, login, password));
  return { id, login };
}

const viewOfEditor = async ({ county }: Ground): Promise<string> => {
  const view = { list: 'stories', name: `样子${nextNumber()}`, search: 'state=draft' };
  return said(await done(county.as('editor').post('/views', view)), 'id');
};

async function browser(ground: Ground, login?: string): Promise<Browser> {
  const made = new Browser(ground.county);
  await done(made.post('/sessions', { login: login ?? (await account(ground)).login, password }));
  return made;
}

const challenge = (answer: { body: Record<string, unknown> }): string =>
  String(Object(answer.body['publicKey'])['challenge']);

async function withPasskey(ground: Ground): Promise<{ at: Browser; passkey: SoftwarePasskey }> {
  const at = await browser(ground);
  const passkey = new SoftwarePasskey('http://one.test');
  const attestation = passkey.create(challenge(await done(at.post('/me/passkey-options'))));
  await done(at.post('/me/passkeys', { name: '手机', attestation }));
  return { at, passkey };
}

/** Signed in with a code app; `codes` are the recovery codes. */
async function withTotp(ground: Ground): Promise<{ at: Browser; login: string; codes: readonly string[] }> {
  const { login } = await account(ground);
  const at = await browser(ground, login);
  const secret = said(await done(at.post('/me/totp')), 'secret');
  const code = codeAt(secret, ground.county.clock.now());
  const confirmed = await done(at.post('/me/totp/confirmations', { code }));
  return { at, login, codes: confirmed.body['codes'] as string[] };
}

async function invited(ground: Ground): Promise<string> {
  const { id } = await newcomer(ground);
  const made = await done(ground.county.as('administrator').post(`/people/${id}/invitations`, { by: 'link' }));
  return said(made, 'link').split(/[/#=]/).at(-1) ?? '';
}

const withCookie = (at: Browser, path: string, body?: unknown): Begun => ({ as: { cookie: at.cookie }, path, body });

const aHook = { kind: 'program', name: 'screen', address: 'https://screen.example/notices', language: 'zh-CN' };

/** A list of one person. */
const listOf = (name: string) => [
  { line: 1, cells: ['姓名'] },
  { line: 2, cells: [name] },
];

const hookIn = ({ body }: { body: Record<string, unknown> }): string => String(Object(body['hook'])['id']);

async function hookOfDuty({ county }: Ground): Promise<string> {
  const body = { ...aHook, placeId: county.placeId('county'), duties: ['desk'] };
  return hookIn(await done(county.as('administrator').post('/notice-hooks', body)));
}

/** Nobody keeps more than five: the one before makes room. */
async function ownHook({ county }: Ground): Promise<string> {
  const { body } = await county.as('editor').get('/me/notice-hooks');
  for (const { id } of body['items'] as { id: string }[]) await county.as('editor').delete(`/me/notice-hooks/${id}`);
  return hookIn(await done(county.as('editor').post('/me/notice-hooks', aHook)));
}

/** Of signing in, of what is one's own, and of accounts: each with a person of its own. */
export const accessBeginnings: Readonly<Record<string, Beginning>> = {
  'PATCH /api/v1/views/{id}': async (ground) => ({
    as: 'editor',
    path: `/views/${await viewOfEditor(ground)}`,
    body: { version: 1, search: 'state=returned' },
  }),
  'DELETE /api/v1/views/{id}': async (ground) => ({ as: 'editor', path: `/views/${await viewOfEditor(ground)}` }),
  'POST /api/v1/api-keys': async () => ({
    as: 'administrator',
    path: '/api-keys',
    body: { owner: '省图书馆', purpose: '收藏', perMinute: 600 },
  }),
  'POST /api/v1/notice-hooks': async ({ county }) => ({
    as: 'administrator',
    path: '/notice-hooks',
    body: { ...aHook, placeId: county.placeId('county'), duties: ['desk'] },
  }),
  'POST /api/v1/notice-hooks/{id}/tests': async (ground) => ({
    as: 'administrator',
    path: `/notice-hooks/${await hookOfDuty(ground)}/tests`,
    body: {},
  }),
  'DELETE /api/v1/notice-hooks/{id}': async (ground) => ({
    as: 'administrator',
    path: `/notice-hooks/${await hookOfDuty(ground)}`,
  }),
  'POST /api/v1/me/notice-hooks': async () => ({ as: 'editor', path: '/me/notice-hooks', body: aHook }),
  'POST /api/v1/me/notice-hooks/{id}/tests': async (ground) => ({
    as: 'editor',
    path: `/me/notice-hooks/${await ownHook(ground)}/tests`,
    body: {},
  }),
  'DELETE /api/v1/me/notice-hooks/{id}': async (ground) => ({
    as: 'editor',
    path: `/me/notice-hooks/${await ownHook(ground)}`,
  }),
  'POST /api/v1/sessions': async (ground) => {
    const { login } = await account(ground);
    return { as: 'guest', path: '/sessions', body: { login, password } };
  },
  'POST /api/v1/passkey-sessions': async (ground) => {
    const { passkey } = await withPasskey(ground);
    const asked = await done(ground.county.request('POST', '/api/v1/passkey-sign-in-options'));
    return { as: 'guest', path: '/passkey-sessions', body: { assertion: passkey.get(challenge(asked)) } };
  },
  'POST /api/v1/sessions/current/second-factors': async (ground) => {
    const { login, codes } = await withTotp(ground);
    const path = '/sessions/current/second-factors';
    return withCookie(await browser(ground, login), path, { recoveryCode: codes[0] });
  },
  'POST /api/v1/sessions/current/step-ups': async (ground) => {
    const { at, passkey } = await withPasskey(ground);
    const asked = await done(at.post('/sessions/current/step-up-options'));
    return withCookie(at, '/sessions/current/step-ups', { assertion: passkey.get(challenge(asked)) });
  },
  'POST /api/v1/me/passkeys': async (ground) => {
    const at = await browser(ground);
    const asked = await done(at.post('/me/passkey-options'));
    const attestation = new SoftwarePasskey('http://one.test').create(challenge(asked));
    return withCookie(at, '/me/passkeys', { name: '手机', attestation });
  },
  'POST /api/v1/me/totp/confirmations': async (ground) => {
    const at = await browser(ground);
    const secret = said(await done(at.post('/me/totp')), 'secret');
    return withCookie(at, '/me/totp/confirmations', { code: codeAt(secret, ground.county.clock.now()) });
  },
  'DELETE /api/v1/me/totp': async (ground) => withCookie((await withTotp(ground)).at, '/me/totp'),
  'POST /api/v1/me/recovery-codes': async (ground) => withCookie((await withTotp(ground)).at, '/me/recovery-codes'),
  'POST /api/v1/me/tokens': async () => ({
    as: 'coordinator',
    path: '/me/tokens',
    body: { name: '程序', scopes: ['person.see'], days: 1 },
  }),
  'PUT /api/v1/me/password': async (ground) =>
    withCookie(await browser(ground), '/me/password', { current: password, password: 'another good sentence' }),
  'DELETE /api/v1/sessions/{id}': async (ground) => {
    const { login } = await account(ground);
    const at = await browser(ground, login);
    await browser(ground, login);
    const all = (await done(at.get('/sessions'))).body;
    const [list] = Object.values(all) as { id: string; current: boolean }[][];
    return withCookie(at, `/sessions/${list?.find((one) => !one.current)?.id}`);
  },
  'DELETE /api/v1/me/passkeys/{id}': async (ground) => {
    const { at } = await withPasskey(ground);
    return withCookie(at, `/me/passkeys/${String(first(await at.get('/me/credentials'), 'passkeys')['id'])}`);
  },
  'DELETE /api/v1/me/tokens/{id}': async ({ county }) => {
    const made = county.as('coordinator').post('/me/tokens', { name: '程序', scopes: ['person.see'], days: 1 });
    return { as: 'coordinator', path: `/me/tokens/${said(await done(made), 'id')}` };
  },
  'POST /api/v1/grants': async (ground) => ({
    as: 'administrator',
    path: '/grants',
    body: { personId: (await account(ground)).id, role: 'volunteer', placeId: ground.things['place'] },
  }),
  'POST /api/v1/people/{id}/reset-slips': async (ground) => ({
    as: 'administrator',
    path: `/people/${(await account(ground)).id}/reset-slips`,
  }),
  // The slip of somebody with a strong role waits for a second person.
  'POST /api/v1/reset-slips/{id}/confirmations': async ({ county }) => {
    const editor = await county.personId('editor-2');
    const slip = await done(county.as('administrator').post(`/people/${editor}/reset-slips`));
    return { as: 'administrator-2', path: `/reset-slips/${said(slip, 'id')}/confirmations` };
  },
  'DELETE /api/v1/reset-slips/{id}': async (ground) => {
    const { id } = await account(ground);
    const slip = await done(ground.county.as('administrator').post(`/people/${id}/reset-slips`));
    return { as: 'administrator', path: `/reset-slips/${said(slip, 'id')}` };
  },
  'POST /api/v1/slip-uses': async (ground) => {
    const { id, login } = await account(ground);
    const slip = await done(ground.county.as('administrator').post(`/people/${id}/reset-slips`));
    const body = { login, code: said(slip, 'code'), password: 'another good sentence' };
    return { as: 'guest', path: '/slip-uses', body };
  },
  'POST /api/v1/invitation-lookups': async (ground) => ({
    as: 'guest',
    path: '/invitation-lookups',
    body: { token: await invited(ground) },
  }),
  'POST /api/v1/invitation-acceptances': async (ground) => ({
    as: 'guest',
    path: '/invitation-acceptances',
    body: { token: await invited(ground), login: `fuzz-invited-${nextNumber()}`, password: 'a long enough sentence' },
  }),
  'POST /api/v1/people-import-previews': async () => ({
    as: 'administrator',
    path: '/people-import-previews',
    body: { rows: listOf('李新一') },
  }),
  'POST /api/v1/people-imports': async () => ({
    as: 'administrator',
    path: '/people-imports',
    body: { rows: listOf(`李新${nextNumber()}`), lines: [2] },
  }),
  'POST /api/v1/people-imports/{id}/undo': async ({ county }) => {
    const body = { rows: listOf(`李新${nextNumber()}`), lines: [2] };
    const made = await done(county.as('administrator').post('/people-imports', body));
    return { as: 'administrator', path: `/people-imports/${said(made, 'id')}/undo`, body: {} };
  },
  'PATCH /api/v1/people/{id}': async (ground) => {
    const { id } = await newcomer(ground);
    const { version } = (await ground.county.as('administrator').get(`/people/${id}`)).body;
    return { as: 'administrator', path: `/people/${id}`, body: { version, displayName: '小李' } };
  },
  'DELETE /api/v1/people/{id}/data': async (ground) => {
    const { id, name } = await newcomer(ground);
    return { as: 'administrator', path: `/people/${id}/data`, body: { name } };
  },
};
