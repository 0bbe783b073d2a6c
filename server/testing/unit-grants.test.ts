import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CastName } from '#access/testing';
import { textOf } from '#newsroom/testing';
import { testWorld } from './index.ts';
import type { Answer, TestWorld } from './index.ts';

const made = (answer: Answer): string => {
  assert.equal(answer.status, 201, answer.text);
  return String(answer.body['id']);
};

/** Gives a role at town 1, narrowed to a unit, to a volunteer of the cast. */
const narrow = async (county: TestWorld, name: CastName, role: string, unitId: string): Promise<string> =>
  made(
    await county.as('administrator').post('/grants', {
      personId: await county.personId(name),
      role,
      placeId: county.placeId('town-1'),
      unitId,
    }),
  );

const abilitiesOf = async (county: TestWorld, name: CastName): Promise<string[]> =>
  (await county.as(name).get('/me')).body['abilities'] as string[];

test('an editor of one section works there as everywhere else, and nowhere beyond it', async () => {
  await using county = await testWorld();
  const administrator = county.as('administrator');
  const name = { 'zh-CN': '民生', en: 'Life' };
  const unitId = made(await administrator.post('/units', { kind: 'section', placeId: county.placeId('town-1'), name }));
  const section = (slug: string, unit: string | null): Promise<string> =>
    county
      .as('chief-editor')
      .post('/sections', { slug, name, position: 1, ...(unit ? { unitId: unit } : {}) })
      .then(made);
  const own = await section('life', unitId);
  const other = await section('sport', null);
  await narrow(county, 'volunteer', 'editor', unitId);
  const abilities = await abilitiesOf(county, 'volunteer');
  for (const ability of ['story.list', 'story.write', 'story.first_review', 'error-report.list', 'picture.list'])
    assert.ok(abilities.includes(ability), `${ability} is in the navigation`);
  assert.ok(!abilities.includes('story.withdraw') && !abilities.includes('audit.read'), 'no more than an editor');
  const story = (who: CastName, sectionId: string): Promise<Answer> =>
    county.as(who).post('/stories', {
      kind: 'story',
      language: 'zh-CN',
      sectionId,
      placeIds: [county.placeId('village-1-1')],
      text: textOf('柳河桥通车', ['今天上午八点。']),
    });
  const seen = made(await story('proofreader', own));
  const hidden = made(await story('proofreader', other));
  const mine = made(await story('volunteer', own));
  assert.equal((await story('volunteer', other)).status, 403);
  const editor = county.as('volunteer');
  assert.equal((await editor.patch(`/stories/${mine}`, { sectionId: other })).status, 403, 'nor is one moved there');
  assert.equal((await editor.patch(`/stories/${mine}`, { sectionId: own })).status, 200);
  assert.equal((await editor.get(`/stories/${seen}`)).status, 200);
  assert.equal((await editor.get(`/stories/${hidden}`)).status, 404);
  const list = await editor.get('/stories?limit=100');
  assert.ok(list.text.includes(seen) && !list.text.includes(hidden), 'the list says the same as the single story');
  for (const path of ['/error-reports', '/pictures', '/me/waiting'])
    assert.equal((await editor.get(path)).status, 200, path);
});

test('a leader of one team opens the list of teams, and gains no reach over persons by it', async () => {
  await using county = await testWorld();
  const name = { 'zh-CN': '水电队', en: 'Taps and lights' };
  const unitId = made(
    await county.as('administrator').post('/units', { kind: 'team', placeId: county.placeId('town-1'), name }),
  );
  assert.equal((await county.as('correspondent').get('/teams')).status, 403);
  await narrow(county, 'correspondent', 'team-leader', unitId);
  assert.equal((await county.as('correspondent').get('/teams')).status, 200);
  const someone = await county.personId('volunteer');
  assert.equal((await county.as('correspondent').get(`/people/${someone}`)).status, 404);
});

test('the navigation shows offers and hours to whoever is asked to go, and to nobody else', async () => {
  await using county = await testWorld();
  for (const name of ['volunteer', 'team-leader'] as const)
    assert.ok((await abilitiesOf(county, name)).includes('offer.answer'), name);
  for (const name of ['chief-editor', 'correspondent', 'administrator'] as const)
    assert.ok(!(await abilitiesOf(county, name)).includes('offer.answer'), name);
});

test('a correspondent’s program lists and reads their own stories, and not those of others', async () => {
  await using county = await testWorld();
  const name = { 'zh-CN': '民生', en: 'Life' };
  const sectionId = made(await county.as('chief-editor').post('/sections', { slug: 'life', name, position: 1 }));
  const body = {
    kind: 'story',
    language: 'zh-CN',
    sectionId,
    placeIds: [county.placeId('village-1-1')],
    text: textOf('柳河桥通车', ['今天上午八点。']),
  };
  const own = made(await county.as('correspondent').post('/stories', body));
  const others = made(await county.as('editor').post('/stories', body));
  const { body: tokens } = await county.as('correspondent').get('/me/tokens');
  const offered = tokens['offered'] as string[];
  assert.ok(offered.includes('story.read'), offered.join(' '));
  assert.ok(!offered.includes('story.first_review'), 'nothing that a correspondent never has');
  const scopes = ['story.list', 'story.read', 'story.write'];
  const { body: token } = await county.as('correspondent').post('/me/tokens', { name: '写稿', scopes, days: 30 });
  const ask = (path: string): Promise<Answer> =>
    county.request('GET', `/api/v1${path}`, undefined, { token: String(token['token']) });
  assert.ok((await ask('/stories')).text.includes(own));
  assert.equal((await ask(`/stories/${own}`)).status, 200);
  assert.equal((await ask(`/stories/${others}`)).status, 404);
});
