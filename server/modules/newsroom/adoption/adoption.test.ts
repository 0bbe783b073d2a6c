import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { CastName } from '#access/testing';
import type { TestPlace } from '#places/testing';
import { ownerClient } from '#testing';
import { adoptionFigures, adoptionSheet, adoptionStatement, storyAdoptions } from '../contract.ts';
import type { AdoptionFigures, AdoptionSheet, StoryAdoptions } from '../contract.ts';
import { openDesk, refused } from '../testing.ts';
import type { SeenStory } from '../testing.ts';
import { textOf } from '../testing/text.ts';
import { shared } from './point-tables.ts';
import { verifyAdoptions } from './verify-adoptions.ts';

// One county for all: each test looks at stories of its own.
const desk = await openDesk();
after(() => desk[Symbol.asyncDispose]());
const { county } = desk;

const line = (level: string, points: number, more: Record<string, unknown> = {}) => ({
  level,
  medium: 'text',
  sectionId: null,
  points,
  ...more,
});
const decide = (lines: unknown[], more: Record<string, unknown> = {}, by: CastName = 'chief-editor') =>
  county.as(by).post('/point-tables', { fromOn: '2020-01-01', share: 'equal', lines, ...more });
const of = async (id: string, by: CastName = 'editor'): Promise<StoryAdoptions> =>
  (await county.as(by).get(`/stories/${id}/adoptions`)).read(storyAdoptions);
const sheet = async (query = '', by: CastName = 'correspondent'): Promise<AdoptionSheet> =>
  (await county.as(by).get(`/adoptions?limit=100${query}`)).read(adoptionSheet);
const sums = (all: StoryAdoptions): unknown[] =>
  all.items.map((one) => [one.level, one.state, ...one.shares.map((share) => share.points)]);
const correspondent = await county.personId('correspondent');
const city = (more: Record<string, unknown> = {}) => ({
  level: 'city',
  outlet: '晚报',
  adoptedOn: '2026-01-05',
  personIds: [correspondent],
  ...more,
});
const enter = (id: string, more: Record<string, unknown> = {}, by: CastName = 'editor') =>
  county.as(by).post(`/stories/${id}/adoptions`, city(more));
const adopted = async (): Promise<SeenStory> => desk.publish();

test('only whoever may decide says what an adoption counts, and says it once for each kind', async () => {
  refused(await decide([line('county', 1)], {}, 'section-head'), 403, 'Forbidden');
  refused(await decide([line('county', 1), line('county', 2)]), 400, 'BadRequest');
  refused(await decide([line('city', 1, { sectionId: desk.sectionId })]), 400, 'BadRequest');
  refused(await decide([line('county', 1.005)]), 400, 'BadRequest');
  const decided = await decide([line('county', 1), line('city', 3), line('province', 5)]);
  assert.equal(decided.status, 201, decided.text);
  const items = (await county.as('correspondent').get('/point-tables')).body['items'] as { isCurrent: boolean }[];
  assert.deepEqual(
    items.map((one) => one.isCurrent),
    [true],
  );
});

test('our own publication of what was handed in counts by itself; of what the desk wrote nothing counts', async () => {
  const published = await adopted();
  const seen = await of(published.id);
  assert.deepEqual(sums(seen), [['county', 'counted', 1]]);
  assert.deepEqual(
    seen.lines.map((one) => [one.kind, one.why, one.points, one.person.name, one.outlet]),
    [['counted', 'published', 1, 'correspondent', null]],
  );
  const own = await desk.signAll(await desk.submit(await desk.write('editor'), 'editor'), 'editor-2');
  assert.deepEqual((await of(own.id)).lines, []);
});

test('taken by a higher outlet it counts once, at the highest; taken back there it counts again as before', async () => {
  const { id } = await adopted();
  assert.equal((await enter(id)).status, 201);
  refused(await enter(id), 409, 'AdoptionKnown');
  assert.equal((await enter(id, { level: 'province', outlet: '日报' })).status, 201);
  const seen = await of(id);
  assert.deepEqual(sums(seen), [
    ['county', 'known', 0],
    ['city', 'known', 0],
    ['province', 'counted', 5],
  ]);
  // A picture of it is another thing: it counts beside the text.
  await enter(id, { medium: 'picture', outlet: '画报' });
  const province = seen.items[2]?.id ?? '';
  refused(await county.as('editor').post(`/adoptions/${province}/reversals`, { reason: '记错了' }), 403, 'Forbidden');
  const reverse = (reason = '记错了一家', instead?: unknown) =>
    county.as('section-head').post(`/adoptions/${province}/reversals`, { reason, ...(instead ? { instead } : {}) });
  assert.equal((await reverse()).status, 201);
  refused(await reverse(), 409, 'AdoptionGone');
  const after = await of(id);
  assert.deepEqual(sums(after), [
    ['county', 'known', 0],
    ['city', 'counted', 3],
    ['province', 'gone', 0],
    ['city', 'counted', 0],
  ]);
  assert.deepEqual(
    after.lines.map((one) => [one.level, one.kind, one.why, one.points]),
    [
      ['county', 'counted', 'published', 1],
      ['city', 'counted', 'entered', 3],
      ['county', 'reversal', 'higher-level', -1],
      ['province', 'counted', 'entered', 5],
      ['city', 'reversal', 'higher-level', -3],
      ['city', 'counted', 'entered', 0],
      ['province', 'reversal', 'mistaken', -5],
      ['city', 'counted', 'counts-again', 3],
    ],
  );
  const twice = await Promise.all([0, 1].map(() => enter(id, { level: 'national', outlet: '通讯社' })));
  assert.deepEqual(
    twice.map((one) => one.status).toSorted((a, b) => a - b),
    [201, 409],
  );
});

test('withdrawn it does not count until it is restored', async () => {
  const { id } = await adopted();
  await desk.onDuty('chief-editor');
  const turn = (noun: string) => county.as('chief-editor').post(`/stories/${id}/${noun}`, { reason: '核实' });
  await turn('withdrawals');
  assert.deepEqual(sums(await of(id)), [['county', 'gone', 0]]);
  await turn('restorations');
  assert.deepEqual(sums(await of(id)), [['county', 'counted', 1]]);
  // What the desk called a mistake stays one, whatever happens to the story.
  const [one] = (await of(id)).items;
  await county.as('section-head').post(`/adoptions/${one?.id}/reversals`, { reason: '本台记者写的' });
  await turn('withdrawals');
  await turn('restorations');
  assert.deepEqual(sums(await of(id)), [['county', 'gone', 0]]);
});

test('whoever’s texts were joined share the points; the odd hundredth is nobody’s loss', async () => {
  assert.deepEqual(shared(100, 3, 'equal'), [34, 33, 33]);
  assert.deepEqual(shared(100, 3, 'whole'), [100, 100, 100]);
  const points = async (id: string): Promise<unknown[]> =>
    (await of(id)).items.flatMap((one) => one.shares.map((share) => [share.person.name, share.points]));
  const merge = async (id: string, from: CastName, place: TestPlace): Promise<void> => {
    const sent = await desk.submit(
      await desk.write(from, { text: textOf('渡口水位', ['水位退了。']), placeIds: [county.placeId(place)] }),
      from,
    );
    const answer = await county.as('editor').post(`/submissions/${sent.id}/merges`, { storyId: id });
    assert.equal(answer.status, 201, answer.text);
  };
  const target = await desk.submit(await desk.write('editor'), 'editor');
  await merge(target.id, 'correspondent', 'village-1-1');
  await desk.signAll(await desk.see(target.id), 'editor-2');
  assert.deepEqual(await points(target.id), [['correspondent', 1]]);
  // Merged into an update later on, it is shared anew.
  await county.as('editor').post(`/stories/${target.id}/updates`, {});
  await merge(target.id, 'correspondent-2', 'village-2-1');
  await desk.signAll(await desk.submit(await desk.see(target.id), 'editor'), 'editor-2');
  assert.deepEqual(await points(target.id), [
    ['correspondent', 0.5],
    ['correspondent-2', 0.5],
  ]);
  assert.deepEqual(
    (await of(target.id)).lines.map((one) => one.why),
    ['published', 'shared-anew', 'shared-anew', 'shared-anew'],
  );
});

test('nobody enters points for themselves, for a day to come, or in the name of nobody', async () => {
  const { id } = await adopted();
  refused(await enter(id, { personIds: [await county.personId('editor')] }), 403, 'OwnAdoption');
  refused(await enter(id, { adoptedOn: '2999-01-01' }), 400, 'BadRequest');
  refused(await enter(id, { personIds: ['01890000-0000-7000-8000-000000000000'] }), 404, 'NotFound');
  refused(await enter(id, { scanHash: 'a'.repeat(64) }), 422, 'PictureUnknown');
  refused(await enter(id, { href: 'javascript:alert(1)' }), 400, 'BadRequest');
  refused(await enter(id, {}, 'correspondent'), 403, 'Forbidden');
});

test('everybody has their own sheet, the desk that of one person at a time, and nobody a list of people by points', async () => {
  const mine = await sheet();
  assert.deepEqual([mine.person.name, mine.items.length > 3], ['correspondent', true]);
  assert.equal(
    Math.round(mine.points * 100),
    mine.items.reduce((sum, one) => sum + Math.round(one.points * 100), 0),
  );
  assert.deepEqual((await sheet(`&personId=${correspondent}`, 'section-head')).points, mine.points);
  assert.deepEqual((await sheet('', 'section-head')).items, []);
  refused(await county.as('volunteer').get(`/adoptions?personId=${correspondent}`), 403, 'Forbidden');
  const people = (await county.as('section-head').get('/correspondents')).body['items'] as { name: string }[];
  assert.deepEqual(
    people.map((one) => one.name),
    ['correspondent', 'correspondent-2'],
  );
  const paged = await sheet('&sort=oldest');
  const first = (await county.as('correspondent').get('/adoptions?limit=2&sort=oldest')).read(adoptionSheet);
  const next = await sheet(`&sort=oldest&cursor=${first.next}`);
  assert.deepEqual([...first.items, ...next.items], paged.items);
});

test('figures add up by month, section and place; the statement for fees goes by name and stands on record', async () => {
  const figures = async (query: string, by: CastName = 'section-head'): Promise<AdoptionFigures> =>
    (await county.as(by).get(`/adoption-figures?from=2025-12-01&until=2027-11-30${query}`)).read(adoptionFigures);
  const all = await figures('&step=quarter');
  const mine = await figures('&mine=true', 'correspondent');
  const other = await figures('&mine=true', 'correspondent-2');
  assert.equal(mine.total.points + other.total.points, all.total.points);
  assert.deepEqual([all.steps[0]?.step, mine.steps[0]?.step], ['2025-10-01', '2025-12-01']);
  assert.equal(mine.total.points, (await sheet()).points);
  for (const parts of [all.sections, all.places])
    assert.deepEqual(
      parts.reduce((sum, one) => sum + one.adoptions, 0),
      all.total.adoptions,
    );
  refused(await county.as('correspondent').get('/adoption-figures'), 403, 'Forbidden');
  const period = { from: '2025-12-01', until: '2027-11-30' };
  refused(await county.as('editor').post('/adoption-statements', period), 403, 'Forbidden');
  const stated = (await county.as('section-head').post('/adoption-statements', period)).read(adoptionStatement);
  assert.deepEqual(
    stated.items.map((one) => [one.person.name, one.points]),
    [
      ['correspondent', mine.total.points],
      ['correspondent-2', 0.5],
    ],
  );
});

test('whoever’s text is joined while a higher outlet counts has their share once that one is taken back', async () => {
  const { id } = await adopted();
  assert.equal((await enter(id)).status, 201);
  await county.as('editor').post(`/stories/${id}/updates`, {});
  const place = county.placeId('village-2-1');
  const written = await desk.write('correspondent-2', { placeIds: [place] });
  const sent = await desk.submit(written, 'correspondent-2');
  const merged = await county.as('editor').post(`/submissions/${sent.id}/merges`, { storyId: id });
  assert.equal(merged.status, 201, merged.text);
  await desk.signAll(await desk.submit(await desk.see(id), 'editor'), 'editor-2');
  const [own, higher] = (await of(id)).items;
  assert.deepEqual([own?.state, higher?.state], ['known', 'counted']);
  const reversal = { reason: '记错了一家' };
  assert.equal(
    (await county.as('section-head').post(`/adoptions/${higher?.id ?? ''}/reversals`, reversal)).status,
    201,
  );
  assert.deepEqual(sums(await of(id))[0], ['county', 'counted', 0.5, 0.5]);
});

test('the ledger is sealed: the app changes no line, and a changed point shows', async () => {
  await county.tick('platform.seal');
  const whole = await county.inCounty(verifyAdoptions);
  assert.deepEqual([whole.rows > 10, whole.faults], [true, []]);
  await assert.rejects(
    county.inCounty((ctx) =>
      ctx.transaction((tx) => tx.client.query('update newsroom.adoptions set hundredths = 900')),
    ),
    /permission denied/,
  );
  const owner = await ownerClient(county.database);
  await owner.query(
    `update newsroom.adoptions set hundredths = hundredths + 100 where id = (select id from newsroom.adoptions where kind = 'counted' limit 1)`,
  );
  await owner.end();
  assert.deepEqual(
    (await county.inCounty(verifyAdoptions)).faults.map((fault) => fault.kind),
    ['row-changed'],
  );
});
