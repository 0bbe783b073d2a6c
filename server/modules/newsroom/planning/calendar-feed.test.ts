import assert from 'node:assert/strict';
import { test } from 'node:test';
import ICAL from 'ical.js';
import { assignmentView } from '../contract.ts';
import { openDesk } from '../testing.ts';
import type { Desk } from '../testing.ts';

/** The feed as another library reads it. */
async function entriesAt(desk: Desk, path: string): Promise<InstanceType<typeof ICAL.Event>[]> {
  const answer = await desk.county.request('GET', path);
  assert.equal(answer.status, 200, answer.text);
  assert.match(String(answer.headers['content-type']), /^text\/calendar/);
  const calendar = new ICAL.Component(ICAL.parse(answer.text) as unknown[]);
  return calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
}

test('a person’s calendar follows changes and cancellations under one address, which they can end', async () => {
  await using desk = await openDesk();
  const editor = desk.county.as('editor');
  const idea = await editor.post('/ideas', {
    title: '柳河桥，通车；那天',
    window: { fromOn: '2026-05-01', untilOn: '2026-05-02' },
  });
  const personId = await desk.county.personId('editor-2');
  const asked = await editor.post(`/ideas/${String(idea.body['id'])}/assignments`, {
    kind: 'video',
    personId,
    dueAt: '2026-05-02T10:00:00.000Z',
    note: '竖的一条\n横的一条',
  });
  const one = asked.read(assignmentView);
  const made = await desk.county.as('editor-2').post('/me/calendar-feed', {});
  assert.equal(made.status, 201, made.text);
  const path = String(made.body['path']);
  const [whole, due] = await entriesAt(desk, path);
  assert.deepEqual(
    [whole?.uid.split('@')[0], whole?.summary, whole?.startDate.toString(), whole?.endDate.toString()],
    [one.id, '柳河桥，通车；那天', '2026-05-01', '2026-05-03'],
    'whole days, the end as the morning after',
  );
  assert.deepEqual(
    [due?.uid.split('@')[0], due?.endDate.toJSDate().toISOString(), due?.component.getFirstPropertyValue('status')],
    [`${one.id}-due`, '2026-05-02T10:00:00.000Z', 'TENTATIVE'],
  );
  assert.match(String(due?.description), /竖的一条\n横的一条/);
  await editor.patch(`/assignments/${one.id}`, { version: one.version, startsAt: '2026-05-01T00:30:00.000Z' });
  const [moved] = await entriesAt(desk, path);
  assert.equal(moved?.uid, whole?.uid, 'the same entry');
  assert.equal(moved?.startDate.toJSDate().toISOString(), '2026-05-01T00:30:00.000Z');
  assert.ok((moved?.sequence ?? 0) > (whole?.sequence ?? 0), 'a later SEQUENCE');
  await editor.post(`/assignments/${one.id}/cancellations`, {});
  const [cancelled] = await entriesAt(desk, path);
  assert.equal(cancelled?.component.getFirstPropertyValue('status'), 'CANCELLED');
  assert.ok((cancelled?.sequence ?? 0) > (moved?.sequence ?? 0));
  const other = String((await desk.county.as('proofreader').post('/me/calendar-feed', {})).body['path']);
  assert.deepEqual(await entriesAt(desk, other), [], 'another person’s is theirs');
  const renewed = String((await desk.county.as('editor-2').post('/me/calendar-feed', {})).body['path']);
  assert.equal((await desk.county.request('GET', path)).status, 404, 'the former address');
  assert.equal((await entriesAt(desk, renewed)).length, 2);
  assert.equal((await desk.county.as('editor-2').delete('/me/calendar-feed')).status, 204);
  assert.equal((await desk.county.request('GET', renewed)).status, 404, 'ended');
});

test('what is given to another is struck out in the former person’s calendar, without what is said to the next', async () => {
  await using desk = await openDesk();
  const editor = desk.county.as('editor');
  const idea = await editor.post('/ideas', { title: '赶集', window: { fromOn: '2026-05-01', untilOn: '2026-05-01' } });
  const [first, second] = [await desk.county.personId('editor-2'), await desk.county.personId('correspondent')];
  const asked = await editor.post(`/ideas/${String(idea.body['id'])}/assignments`, { kind: 'text', personId: first });
  const one = asked.read(assignmentView);
  const path = String((await desk.county.as('editor-2').post('/me/calendar-feed', {})).body['path']);
  const [before] = await entriesAt(desk, path);
  assert.equal(before?.component.getFirstPropertyValue('status'), 'TENTATIVE');
  const given = await editor.post(`/assignments/${one.id}/requests`, { personId: second, version: one.version });
  assert.equal(given.status, 201, given.text);
  const { version } = given.read(assignmentView);
  await editor.patch(`/assignments/${one.id}`, { version, note: '只对下一位说' });
  const [struck] = await entriesAt(desk, path);
  assert.deepEqual(
    [struck?.uid, struck?.component.getFirstPropertyValue('status'), struck?.description ?? ''],
    [before?.uid, 'CANCELLED', ''],
  );
  assert.ok((struck?.sequence ?? 0) > (before?.sequence ?? 0), 'a later SEQUENCE');
});

test('shifts stand in a person’s calendar and follow the roster; whoever gets or loses one is told, once for one act', async () => {
  await using desk = await openDesk();
  const { county } = desk;
  const administrator = county.as('administrator');
  const day = (after: number): string =>
    new Date(county.clock.now().getTime() + after * 86_400_000).toISOString().slice(0, 10);
  const told = async (): Promise<number> => {
    await county.deliver();
    const { items } = (await county.as('chief-editor-2').get('/notices')).body as { items: { kind: string }[] };
    return items.filter(({ kind }) => kind === 'duty.changed').length;
  };
  const filled = await administrator.post('/duty-rotations', {
    role: 'chief-editor',
    placeId: county.placeId('county'),
    personIds: [await county.personId('chief-editor-2')],
    fromOn: day(2),
    untilOn: day(3),
    each: 'day',
    changesAt: '08:00',
  });
  assert.equal(filled.body['shifts'], 2, filled.text);
  assert.equal(await told(), 1, 'two shifts, one act');
  const path = String((await county.as('chief-editor-2').post('/me/calendar-feed', {})).body['path']);
  const [first, second] = await entriesAt(desk, path);
  assert.match(first?.uid ?? '', /^shift-/);
  assert.deepEqual([first?.summary, first?.component.getFirstPropertyValue('status')], ['值班：总编', 'CONFIRMED']);
  assert.equal(first?.endDate.toJSDate().toISOString(), second?.startDate.toJSDate().toISOString());
  const grantId = /^shift-([0-9a-f-]{36})/.exec(first?.uid ?? '')?.[1] ?? '';
  county.clock.advance({ hours: 1 });
  assert.equal((await administrator.delete(`/grants/${grantId}`)).status, 204);
  assert.equal(await told(), 2);
  const [ended, stands] = await entriesAt(desk, path);
  assert.deepEqual(
    [ended?.uid, ended?.component.getFirstPropertyValue('status'), stands?.component.getFirstPropertyValue('status')],
    [first?.uid, 'CANCELLED', 'CONFIRMED'],
  );
  assert.ok((ended?.sequence ?? 0) > (first?.sequence ?? 0), 'a later SEQUENCE');
});
