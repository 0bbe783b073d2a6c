import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CalendarPreview, IdeaView } from '../contract.ts';
import { openDesk, refused } from '../testing.ts';
import { readIcs } from './read-ics.ts';

const fileOf = (...events: string[][]): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Liuhe//Town hall//EN',
    ...events.flatMap((lines) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']),
    'END:VCALENDAR',
  ].join('\r\n');
const read = (text: string) =>
  readIcs(text, 'Asia/Shanghai', {
    from: new Date('2026-03-01T00:00:00Z'),
    until: new Date('2026-06-01T00:00:00Z'),
  }).events;
const startsOf = (text: string): string[] =>
  read(text).map(({ when }) => ('startsAt' in when ? when.startsAt.toISOString() : `${when.fromOn}…${when.untilOn}`));

const market = ['UID:market', 'SUMMARY:柳河的集', 'DTSTART:20260305T080000', 'DTEND:20260305T110000'];

test('times without a zone are the county’s; a zone by name and UTC are kept; whole days end on their last day', () => {
  assert.deepEqual(startsOf(fileOf(market)), ['2026-03-05T00:00:00.000Z']);
  assert.deepEqual(startsOf(fileOf(['UID:b', 'SUMMARY:x', 'DTSTART:20260305T080000Z'])), ['2026-03-05T08:00:00.000Z']);
  const tokyo = 'DTSTART;TZID=Asia/Tokyo:20260305T080000';
  assert.deepEqual(startsOf(fileOf(['UID:d', 'SUMMARY:x', tokyo])), ['2026-03-04T23:00:00.000Z']);
  assert.deepEqual(
    startsOf(fileOf(['UID:c', 'SUMMARY:x', 'DTSTART;VALUE=DATE:20260305', 'DTEND;VALUE=DATE:20260307'])),
    ['2026-03-05…2026-03-06'],
  );
});

test('a recurring event comes at each of its dates, single ones moved or struck out', () => {
  const rule = [...market, 'RRULE:FREQ=WEEKLY;COUNT=4', 'EXDATE:20260312T080000'];
  const moved = ['UID:market', 'SUMMARY:柳河的集（改期）', 'RECURRENCE-ID:20260319T080000', 'DTSTART:20260320T090000'];
  assert.deepEqual(startsOf(fileOf(rule, moved)), [
    '2026-03-05T00:00:00.000Z',
    '2026-03-20T01:00:00.000Z',
    '2026-03-26T00:00:00.000Z',
  ]);
});

test('what a calendar says of its dates in UTC counts on the clock of the event, with a zone that the file describes or leaves out', () => {
  const zone = ['TZOFFSETFROM:+0800', 'TZOFFSETTO:+0800'];
  const described = ['BEGIN:STANDARD', 'DTSTART:16010101T000000', ...zone, 'END:STANDARD'];
  for (const tzid of ['Asia/Shanghai', 'China Standard Time']) {
    const weekly = ['UID:w', 'SUMMARY:例会', `DTSTART;TZID=${tzid}:20260302T090000`];
    const rule = [...weekly, 'RRULE:FREQ=WEEKLY;UNTIL=20260323T010000Z', 'EXDATE:20260316T010000Z'];
    const moved = ['UID:w', 'SUMMARY:改期', 'RECURRENCE-ID:20260309T010000Z', `DTSTART;TZID=${tzid}:20260310T090000`];
    const file = fileOf(rule, moved);
    const head = `BEGIN:VCALENDAR\r\nBEGIN:VTIMEZONE\r\nTZID:${tzid}\r\n${described.join('\r\n')}\r\nEND:VTIMEZONE`;
    for (const one of [file, file.replace('BEGIN:VCALENDAR', head)])
      assert.deepEqual(startsOf(one), [
        '2026-03-02T01:00:00.000Z',
        '2026-03-10T01:00:00.000Z',
        '2026-03-23T01:00:00.000Z',
      ]);
  }
  // The other way round, and a last day without a time is meant whole.
  const utc = ['UID:u', 'SUMMARY:x', 'DTSTART:20260302T010000Z', 'RRULE:FREQ=WEEKLY;UNTIL=20260316'];
  assert.deepEqual(startsOf(fileOf([...utc, 'EXDATE;TZID=Asia/Shanghai:20260309T090000'])), [
    '2026-03-02T01:00:00.000Z',
    '2026-03-16T01:00:00.000Z',
  ]);
  // Sent alone, the changed date is the same date of the same event.
  const alone = ['UID:w', 'SUMMARY:x', 'RECURRENCE-ID:20260309T010000Z', 'DTSTART;TZID=Asia/Shanghai:20260310T090000'];
  assert.deepEqual(
    read(fileOf(alone)).map(({ key }) => key),
    ['w 2026-03-09T09:00:00'],
  );
});

test('dates without a rule keep their first; an event without a beginning hinders no other; a rule of many years is read', () => {
  const dates = ['UID:r', 'SUMMARY:x', 'DTSTART:20260302T090000', 'RDATE:20260305T090000'];
  assert.deepEqual(startsOf(fileOf(dates)), ['2026-03-02T01:00:00.000Z', '2026-03-05T01:00:00.000Z']);
  assert.deepEqual(startsOf(fileOf([...dates, 'EXDATE:20260302T090000'])), ['2026-03-05T01:00:00.000Z']);
  assert.deepEqual(startsOf(fileOf(['UID:n', 'SUMMARY:x'], market)), ['2026-03-05T00:00:00.000Z']);
  const newer = ['UID:v', 'SUMMARY:x', 'SEQUENCE:2', 'DTSTART:20260303T090000'];
  const older = ['UID:v', 'SUMMARY:x', 'SEQUENCE:1', 'DTSTART:20260304T090000'];
  assert.deepEqual(startsOf(fileOf(newer, older)), ['2026-03-03T01:00:00.000Z']);
  const since = ['UID:l', 'SUMMARY:x', 'DTSTART:19700105T090000', 'RRULE:FREQ=DAILY;INTERVAL=2;UNTIL=20260305T235900'];
  assert.deepEqual(startsOf(fileOf(since)), ['2026-03-02T01:00:00.000Z', '2026-03-04T01:00:00.000Z']);
});

test('what is no calendar, and a rule that never comes to an end, are refused by name', () => {
  const code = (text: string): unknown => {
    try {
      return read(text);
    } catch (error) {
      return (error as { code: string }).code;
    }
  };
  assert.equal(code('<html>not found</html>'), 'NotACalendar');
  assert.equal(code(fileOf([...market, 'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30'])), 'CalendarTooLarge');
  assert.equal(
    code(fileOf(...Array.from({ length: 301 }, (_, at) => [`UID:${at}`, ...market.slice(1)]))),
    'CalendarTooLarge',
  );
});

type Seen = CalendarPreview['items'][number];
type Who = 'editor' | 'editor-2' | 'correspondent';

test('the same file twice makes no second idea; a later one moves, cancels and restores, and leaves alone what people changed', async () => {
  await using desk = await openDesk();
  const now = desk.county.clock.now();
  const stamp = (days: number): string =>
    new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '');
  const preview = async (ics: string, who: Who = 'editor'): Promise<readonly Seen[]> => {
    const answer = await desk.county.as(who).post('/calendar-previews', { ics });
    assert.equal(answer.status, 200, answer.text);
    return answer.body['items'] as CalendarPreview['items'];
  };
  const bring = async (ics: string, items: readonly Seen[], who: Who = 'editor') => {
    const acts = items.map(({ id, version }) => ({ id, version }));
    const answer = await desk.county.as(who).post('/calendar-imports', { ics, acts });
    assert.equal(answer.status, 201, answer.text);
    return (answer.body['items'] as { done: boolean; code: string | null }[]).map(({ done, code }) => code ?? done);
  };
  const effects = (items: readonly Seen[]): string[] => items.map(({ effect }) => effect);
  const ideas = async (): Promise<IdeaView[]> =>
    (await desk.county.as('editor').get('/ideas?sort=title')).body['items'] as IdeaView[];

  const bridge = (more: string[] = [], days = 3) => [
    'UID:bridge',
    'SUMMARY:柳河桥通车',
    'LOCATION:桥头',
    `DTSTART:${stamp(days)}T080000`,
    ...more,
  ];
  const fair = (more: string[] = []) => [
    'UID:fair',
    'SUMMARY:赶集',
    `DTSTART:${stamp(2)}T080000`,
    'RRULE:FREQ=DAILY;COUNT=3',
    ...more,
  ];
  const first = fileOf(bridge());
  const seen = await preview(first);
  assert.deepEqual(
    seen.map(({ title, place, effect, version }) => [title, place, effect, version]),
    [['柳河桥通车', '桥头', 'new', null]],
  );
  // Two bring the same file at once.
  assert.deepEqual((await Promise.all([bring(first, seen), bring(first, seen, 'editor-2')])).flat(), [true, true]);
  assert.deepEqual(
    (await ideas()).map(({ title, note }) => [title, note]),
    [['柳河桥通车', '桥头']],
  );
  assert.deepEqual(effects(await preview(first)), ['unchanged']);

  const moved = fileOf(bridge(['SEQUENCE:1'], 4));
  const [move] = await preview(moved);
  assert.ok(move);
  assert.deepEqual([move.effect, move.here?.startsAt === seen[0]?.startsAt], ['moved', true]);
  assert.deepEqual(await bring(moved, [move]), [true]);
  assert.equal((await ideas())[0]?.startsAt, move.startsAt);
  assert.deepEqual(effects(await preview(first)), ['older'], 'an older copy changes nothing');
  assert.deepEqual(
    effects(await preview(moved, 'correspondent')),
    ['foreign'],
    'whoever may not change it is told no more',
  );

  // Somebody changes it here: what the calendar says next is a conflict, and the version that was seen counts.
  const [idea] = await ideas();
  assert.ok(idea);
  const change = { version: idea.version, title: '柳河桥通车（带上航拍）' };
  assert.equal((await desk.county.as('editor').patch(`/ideas/${idea.id}`, change)).status, 200);
  assert.deepEqual(effects(await preview(moved)), ['unchanged'], 'the calendar has nothing new');
  const again = fileOf(bridge(['SEQUENCE:2'], 5));
  const [conflict] = await preview(again);
  assert.ok(conflict);
  assert.deepEqual([conflict.effect, conflict.here?.title], ['conflict', '柳河桥通车（带上航拍）']);
  assert.deepEqual(await bring(again, [{ ...conflict, version: idea.version }]), ['StaleVersion']);
  assert.equal((await ideas())[0]?.title, '柳河桥通车（带上航拍）');
  assert.deepEqual(await bring(again, [conflict]), [true], 'chosen, it is overwritten');
  assert.equal((await ideas())[0]?.title, '柳河桥通车');

  const off = fileOf(bridge(['SEQUENCE:3', 'STATUS:CANCELLED'], 5));
  assert.deepEqual(effects(await preview(off)), ['cancelled']);
  assert.deepEqual(await bring(off, await preview(off)), [true]);
  assert.equal((await ideas())[0]?.state, 'dropped');
  const on = fileOf(bridge(['SEQUENCE:4'], 6));
  assert.deepEqual(effects(await preview(on)), ['restored']);
  assert.deepEqual(await bring(on, await preview(on)), [true]);
  assert.equal((await ideas())[0]?.state, 'open');

  // Where somebody is at work, a cancelled event drops nothing by itself.
  const asked = await desk.county.as('editor').post(`/ideas/${idea.id}/assignments`, {
    kind: 'text',
    personId: await desk.county.personId('correspondent'),
  });
  assert.equal(asked.status, 201, asked.text);
  const [busy] = await preview(fileOf(bridge(['SEQUENCE:5', 'STATUS:CANCELLED'], 6)));
  assert.deepEqual([busy?.effect, busy?.cancelled, busy?.people], ['conflict', true, 1]);

  // One date of a recurring event moved, another struck out, a third as it was.
  await bring(fileOf(fair()), await preview(fileOf(fair())));
  const later = fileOf(fair([`EXDATE:${stamp(3)}T080000`]), [
    'UID:fair',
    'SUMMARY:赶集',
    `RECURRENCE-ID:${stamp(4)}T080000`,
    `DTSTART:${stamp(200)}T090000`,
  ]);
  assert.deepEqual(
    effects(await preview(later)).toSorted((a, b) => a.localeCompare(b)),
    ['cancelled', 'moved', 'unchanged'],
  );
  // The last date of a long row is brought forward from beyond the four months; one that the rule never named is none.
  const long = (id: string) =>
    fileOf(
      ['UID:long', 'SUMMARY:月报', `DTSTART:${stamp(-2)}T080000`, 'RRULE:FREQ=DAILY;INTERVAL=200;COUNT=3'],
      ['UID:long', 'SUMMARY:月报提前', `RECURRENCE-ID:${id}T080000`, `DTSTART:${stamp(9)}T090000`],
    );
  assert.deepEqual(await preview(long(stamp(399))), []);
  const forward = await preview(long(stamp(398)));
  assert.deepEqual(
    forward.map(({ title, effect, fromOn }) => [title, effect, fromOn?.replaceAll('-', '')]),
    [['月报提前', 'new', stamp(9)]],
  );
  assert.deepEqual(await bring(long(stamp(398)), forward), [true]);
  assert.deepEqual(effects(await preview(long(stamp(398)))), ['unchanged'], 'and stays that date');
  const alone = fileOf([
    'UID:fair',
    'SUMMARY:赶集',
    `RECURRENCE-ID:${stamp(4)}T080000`,
    'STATUS:CANCELLED',
    `DTSTART:${stamp(4)}T080000`,
  ]);
  assert.deepEqual(effects(await preview(alone)), ['cancelled'], 'what is sent about one date alone');
  refused(await desk.county.as('editor').post('/calendar-previews', { ics: 'BEGIN:VCARD' }), 422, 'NotACalendar');
});
