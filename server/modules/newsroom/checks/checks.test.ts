import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openDesk, story as storyIn } from '#newsroom/testing';
import { chainOfSection } from '../testing/chain.ts';
import { checkRulesView, findingDismissalList, lexiconTermView } from '../contract.ts';
import type { FindingDismissalView, LexiconTermView } from '../contract.ts';

const station = { term: '柳河水利站', kind: 'organisation', wrongForms: ['柳河水利所', '柳河水利站', '柳河水利所'] };
const key = 'a'.repeat(64);

test('the desk keeps the county’s names, and the checks of every writer know them', async () => {
  await using desk = await openDesk();
  const editor = desk.county.as('editor');
  const added = await editor.post('/lexicon-terms', station);
  const term = added.read(lexiconTermView);
  assert.deepEqual([added.status, term.wrongForms, term.version], [201, ['柳河水利所'], 1]);
  assert.equal((await editor.post('/lexicon-terms', station)).body['code'], 'TermTaken');
  assert.equal(
    (await desk.county.as('correspondent').post('/lexicon-terms', { ...station, term: '柳河站' })).status,
    403,
  );

  const rules = async () => (await desk.county.as('correspondent').get('/check-rules')).read(checkRulesView);
  assert.deepEqual((await rules()).terms, [{ term: '柳河水利站', wrongForms: ['柳河水利所'] }]);
  assert.ok((await rules()).placeNames['zh-CN'].length > 3, 'places come from the tree by themselves');
  assert.equal((await desk.county.as('volunteer').get('/check-rules')).status, 403);

  const change = (body: object) => editor.patch(`/lexicon-terms/${term.id}`, body);
  assert.equal((await change({ version: 1, note: '在桥头' })).body['version'], 2);
  assert.equal((await change({ version: 1, note: '在街上' })).body['code'], 'StaleVersion');
  assert.equal((await change({ version: 2, ended: true })).body['ended'], true);
  assert.deepEqual((await rules()).terms, []);
  assert.equal((await editor.post('/lexicon-terms', station)).status, 201, 'an ended term leaves its words free');
  assert.equal((await change({ version: 3, ended: false })).body['code'], 'TermTaken');
});

test('a table of names is taken in at once: new, changed and known ones are counted', async () => {
  await using desk = await openDesk();
  const editor = desk.county.as('editor');
  await editor.post('/lexicon-terms', station);
  await editor.post('/lexicon-terms', { term: '老街口', kind: 'place' });
  const items = [
    { ...station, note: '在桥头' },
    { term: '老街口', kind: 'place' },
    { term: '东门桥', kind: 'place', wrongForms: ['东门大桥'] },
    { term: '东门桥', kind: 'place', wrongForms: ['冬门桥'] },
  ];
  const imported = await editor.post('/lexicon-imports', { items });
  assert.deepEqual([imported.status, imported.body], [201, { added: 1, changed: 1, unchanged: 1 }]);
  assert.deepEqual((await editor.post('/lexicon-imports', { items })).body, { added: 0, changed: 0, unchanged: 3 });
  const terms = (await editor.get('/lexicon-terms')).body['items'] as LexiconTermView[];
  assert.deepEqual(terms.find(({ term }) => term === '东门桥')?.wrongForms, ['冬门桥']);
  assert.equal((await editor.post('/lexicon-imports', { items: [{ term: '桥', kind: 'place' }] })).status, 400);
});

test('the chief editor switches a check off for the county; an editor may not', async () => {
  await using desk = await openDesk();
  assert.equal((await desk.county.as('editor').put('/checks/numerals', { on: false })).status, 403);
  const chief = desk.county.as('chief-editor');
  const off = async () => (await chief.get('/check-rules')).read(checkRulesView).off;
  assert.equal((await chief.put('/checks/numerals', { on: false })).status, 200);
  assert.equal((await chief.put('/checks/numerals', { on: false })).status, 200);
  assert.deepEqual(await off(), ['numerals']);
  await chief.put('/checks/numerals', { on: true });
  assert.deepEqual(await off(), []);
});

test('a finding is left as it is with a reason, reviewers see it, no signature falls, and all of it stays on record', async () => {
  await using desk = await openDesk();
  const story = await desk.submit(await desk.write());
  assert.equal((await desk.sign(story, 'editor', 'first_review')).status, 201);
  const path = `/stories/${story.id}/finding-dismissals`;
  const editor = desk.county.as('editor');
  const dismissal = { check: 'personal-data', key, reason: 'public' };
  const seen = async () =>
    ((await desk.county.as('proofreader').get(path)).body['items'] as FindingDismissalView[]).map(
      (one) => `${one.check} ${one.reason} ${one.by.name !== ''}`,
    );
  assert.equal((await editor.post(path, { ...dismissal, reason: 'other' })).body['code'], 'ReasonMissing');
  assert.equal((await desk.county.as('proofreader').post(path, dismissal)).status, 403);
  assert.deepEqual(await seen(), []);
  assert.equal((await editor.post(path, dismissal)).status, 201);
  await editor.post(path, dismissal);
  assert.deepEqual(await seen(), ['personal-data public true']);
  assert.equal((await desk.county.as('editor').get(`/stories/${story.id}`)).body['state'], 'second_review');
  assert.equal((await editor.post(path, { ...dismissal, reason: null })).status, 201);
  assert.deepEqual(await seen(), []);
  const rows = await desk.county.inCounty((ctx) =>
    ctx.transaction((tx) =>
      tx.named('test.dismissals', 'select reason from newsroom.finding_dismissals where county_id = $1 order by id', [
        tx.countyId,
      ]),
    ),
  );
  assert.deepEqual(rows, [{ reason: 'public' }, { reason: null }]);
});

test('whoever has a text in hand to review it leaves a finding as well, at that step and no other, and the history says so', async () => {
  await using desk = await openDesk();
  const { county } = desk;
  await chainOfSection(desk, 'strict', [
    { step: 'first_review', roles: ['editor'] },
    { step: 'first_proof', roles: ['proofreader'] },
    { step: 'final_review', roles: ['chief-editor'] },
  ]);
  const first = await desk.submit(await desk.write());
  const path = `/stories/${first.id}/finding-dismissals`;
  const dismissal = { check: 'numerals', key, reason: 'other', remark: '门牌就是这样写的' };
  const read = async (who: 'proofreader' | 'auditor' | 'correspondent') =>
    (await county.as(who).get(path)).read(findingDismissalList);
  assert.equal((await read('proofreader')).mayDismiss, false, 'not their turn');
  assert.equal((await county.as('proofreader').post(path, dismissal)).status, 403);
  const proofing = storyIn(await desk.sign(first, 'editor', 'first_review'), 201);
  assert.equal(proofing.state, 'first_proof');
  assert.equal((await read('proofreader')).mayDismiss, true);
  assert.equal((await county.as('correspondent').post(path, dismissal)).status, 403, 'its author while it is reviewed');
  assert.equal((await county.as('proofreader').post(path, { ...dismissal, remark: '' })).body['code'], 'ReasonMissing');
  const left = await county.as('proofreader').post(path, dismissal);
  assert.equal(left.status, 201, left.text);
  assert.equal((await desk.see(first.id)).state, 'first_proof', 'no signature falls');
  assert.equal((await county.as('editor').post(path, { ...dismissal, reason: null, remark: '' })).status, 201);
  assert.equal((await county.as('proofreader').post(path, dismissal)).status, 201);
  const byName = await county.personId('proofreader');
  const { items, entries, mayDismiss } = await read('auditor');
  assert.deepEqual(
    items.map(({ reason, remark, by, step }) => [reason, remark, by.id, step]),
    [['other', '门牌就是这样写的', byName, 'first_proof']],
  );
  assert.deepEqual(
    entries.map(({ reason, by, step }) => [reason, by.id === byName, step]),
    [
      ['other', true, 'first_proof'],
      [null, false, null],
      ['other', true, 'first_proof'],
    ],
  );
  assert.equal(mayDismiss, false, 'an auditor only reads');
  storyIn(await desk.sign(proofing, 'proofreader', 'first_proof'), 201);
  assert.equal((await read('proofreader')).mayDismiss, false, 'out of hand');
  const said = await county.as('auditor').get('/audit?act=story.dismiss-finding');
  assert.deepEqual(
    (said.body['items'] as { detail: object }[]).map(({ detail }) => detail),
    [
      { check: 'numerals', step: 'first_proof' },
      { check: 'numerals', step: 'first_proof' },
    ],
  );
});
