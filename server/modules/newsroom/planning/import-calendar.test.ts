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
  readIcs(text, 'Asia/Shanghai', new Date('2026-03-01T00:00:00Z'), new Date('2026-06-01T00:00:00Z'));
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

test('the same file twice makes no second idea, whoever brings it', async () => {
  await using desk = await openDesk();
  const now = desk.county.clock.now();
  const stamp = new Date(now.getTime() + 3 * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '');
  const ics = fileOf(['UID:bridge', 'SUMMARY:柳河桥通车', 'LOCATION:桥头', `DTSTART:${stamp}T080000`]);
  const seen = (await desk.county.as('editor').post('/calendar-previews', { ics })).body as unknown as CalendarPreview;
  assert.deepEqual(
    seen.items.map(({ title, place, isThere }) => [title, place, isThere]),
    [['柳河桥通车', '桥头', false]],
  );
  const bring = async (who: 'editor' | 'editor-2') =>
    (await desk.county.as(who).post('/calendar-imports', { ics, keys: seen.items.map(({ key }) => key) })).body;
  const both = await Promise.all([bring('editor'), bring('editor-2')]);
  assert.deepEqual(
    both.map(({ made }) => Number(made)).toSorted((a, b) => a - b),
    [0, 1],
  );
  const ideas = (await desk.county.as('editor').get('/ideas')).body['items'] as IdeaView[];
  assert.deepEqual(
    ideas.map(({ title, note }) => [title, note]),
    [['柳河桥通车', '桥头']],
  );
  refused(await desk.county.as('editor').post('/calendar-previews', { ics: 'BEGIN:VCARD' }), 422, 'NotACalendar');
});
