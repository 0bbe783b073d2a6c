import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkText } from '@xiangyin/document/checks';
import { storyText } from '../loading/story-text.ts';
import { demonstrationPlaces, placeByName } from './places.ts';
import {
  demonstrationStories,
  firstEditionOf,
  type StoryContent,
  type StoryText,
  storyByKey,
  storySections,
  storyStage,
} from './stories.ts';
import { storyList } from './story-list.ts';

const countyClock = Date.parse('2026-11-22T18:59:00+08:00');

const wordsOf = ({ title, deck, paragraphs, alt, caption }: StoryText): string[] => [
  title,
  deck,
  ...paragraphs,
  alt,
  caption,
];
const hanIn = (words: string): number => words.match(/\p{Script=Han}/gu)?.length ?? 0;
const numbersIn = (words: string): Set<string> => new Set(words.match(/\d+/gu));
/** Telephone numbers recur by design and are no sentence of anybody's own. */
const withoutPhones = (words: string): string => words.replace(/0000-\d{7}/gu, '');

function sharedRuns(texts: readonly { key: string; pieces: readonly string[] }[]): string[] {
  const owner = new Map<string, string>();
  const shared: string[] = [];
  for (const { key, pieces } of texts) {
    for (const piece of pieces) {
      const first = owner.get(piece);
      if (first === undefined) owner.set(piece, key);
      else if (first !== key) shared.push(`${first} and ${key}: ${piece}`);
    }
  }
  return shared;
}

test('64 stories, each with its text, in every section and stage', () => {
  assert.equal(storyList.length, 64);
  assert.equal(new Set(storyList.map(({ key }) => key)).size, 64);
  assert.equal(new Set(storyList.map(({ subject }) => subject)).size, 64);
  assert.deepEqual(
    demonstrationStories.map(({ key, section }) => `${section}/${key}`),
    storyList.map(({ key, section }) => `${section}/${key}`),
  );
  for (const { key } of storySections)
    assert.ok(demonstrationStories.filter(({ section }) => section === key).length >= 6, key);
  for (const stage of ['first-review', 'second-review', 'final-review', 'returned', 'withdrawn'] as const) {
    assert.ok(
      storyList.some(({ key }) => storyStage(key) === stage),
      stage,
    );
  }
  for (const { key, returned, withdrawn } of demonstrationStories) {
    assert.equal(returned !== undefined, storyStage(key) === 'returned', key);
    assert.equal(withdrawn !== undefined, storyStage(key) === 'withdrawn', key);
  }
});

test('each story has at least 200 Han characters of its own and is complete in both languages', () => {
  for (const { key, zh, en } of demonstrationStories) {
    assert.ok(hanIn(zh.paragraphs.join('')) >= 200, `${key}: ${hanIn(zh.paragraphs.join(''))}`);
    assert.ok(hanIn(zh.title) <= 26, `${key}: title`);
    assert.equal(zh.paragraphs.length, en.paragraphs.length, key);
    assert.ok(en.paragraphs.join(' ').split(/\s+/u).length >= 150, key);
    for (const words of [...wordsOf(zh), ...wordsOf(en)])
      assert.ok(words.trim().length > 5 && words === words.trim(), `${key}: ${words}`);
    assert.equal(hanIn(wordsOf(en).join('')), 0, key);
  }
});

test('no two stories share a run of 12 characters, nor of 10 English words', () => {
  const zh = demonstrationStories.map((story) => ({
    key: story.key,
    pieces: wordsOf(story.zh).flatMap((words) =>
      Array.from({ length: Math.max(0, withoutPhones(words).length - 11) }, (_, at) =>
        withoutPhones(words).slice(at, at + 12),
      ),
    ),
  }));
  assert.deepEqual(sharedRuns(zh), []);
  const en = demonstrationStories.map((story) => ({
    key: story.key,
    pieces: wordsOf(story.en).flatMap((words) => {
      const list = words.toLowerCase().split(/[^\p{L}\p{N}’]+/u);
      return Array.from({ length: Math.max(0, list.length - 9) }, (_, at) => list.slice(at, at + 10).join(' '));
    }),
  }));
  assert.deepEqual(sharedRuns(en), []);
});

test('every figure of the Chinese text stands in the English one', () => {
  for (const { key, zh, en } of demonstrationStories) {
    const english = numbersIn(wordsOf(en).join(' '));
    // Months are words in English.
    const chinese = numbersIn(wordsOf(zh).join(' ').replace(/\d+月/gu, ''));
    assert.deepEqual(
      [...chinese].filter((number) => !english.has(number)),
      [],
      key,
    );
  }
});

/** The weekday (0 Sunday) of a day of a month; months from August to December lie in 2026, the others in 2027. */
const weekdayOf = (month: number, day: number): number =>
  new Date(Date.UTC(month >= 8 ? 2026 : 2027, month - 1, day)).getUTCDay();

const monthWords = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const dayWords = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

function wrongChineseWeekdays(story: StoryContent): string[] {
  const published = new Date(countyClock - story.hoursAgo * 3_600_000 + 8 * 3_600_000);
  return wordsOf(story.zh).flatMap((words) => {
    let month = published.getUTCMonth() + 1;
    return [...words.matchAll(/(?:(\d+)月)?(\d+)日(?:（周(.)）)?/gu)].flatMap(([found, ofMonth, day, weekday]) => {
      if (ofMonth) month = Number(ofMonth);
      return weekday && '日一二三四五六'.indexOf(weekday) !== weekdayOf(month, Number(day))
        ? [`${story.key}: ${found}`]
        : [];
    });
  });
}

test('weekdays match their dates, in both languages', () => {
  assert.equal(new Date(countyClock + 8 * 3_600_000).getUTCDay(), 0);
  assert.deepEqual(demonstrationStories.flatMap(wrongChineseWeekdays), []);
  const dated =
    demonstrationStories
      .map(({ zh }) => wordsOf(zh).join(' '))
      .join(' ')
      .match(/日（周.）/gu) ?? [];
  assert.ok(dated.length >= 40, `${dated.length} dates with their weekday`);
  for (const { key, en } of demonstrationStories) {
    for (const [found, weekday = '', day, month = ''] of wordsOf(en)
      .join(' ')
      .matchAll(/(\w+day) (\d+) ([A-Z]\w+)/gu)) {
      const monthNumber = monthWords.indexOf(month) + 1;
      if (monthNumber > 0)
        assert.equal(dayWords.indexOf(weekday), weekdayOf(monthNumber, Number(day)), `${key}: ${found}`);
    }
  }
});

test('Chinese punctuation is full-width, without spaces beside Han or straight quotation marks', () => {
  for (const { key, zh, en } of demonstrationStories) {
    for (const words of wordsOf(zh)) {
      assert.doesNotMatch(
        words,
        /\p{Script=Han}[ ]|[ ]\p{Script=Han}|\p{Script=Han}[,.;:?!()]|["'０-９]/u,
        `${key}: ${words}`,
      );
      assert.equal(words.split('“').length, words.split('”').length, `${key}: ${words}`);
    }
    for (const words of wordsOf(en)) assert.doesNotMatch(words, /["'，。；：？！（）、]/u, `${key}: ${words}`);
  }
});

test('the only telephone numbers are of the form nobody has, and of the emergency line', () => {
  for (const { key, zh, en } of demonstrationStories) {
    const numbers = (text: StoryText): string[] =>
      wordsOf(text)
        .join(' ')
        .match(/\d[\d-]{6,}/gu) ?? [];
    for (const number of numbers(zh)) assert.match(number, /^0000-12345\d\d$/u, key);
    assert.deepEqual(numbers(zh), numbers(en), key);
  }
});

test('places exist, the town stands before its village, and published times lie within 42 days', () => {
  const times = new Set<number>();
  for (const { key, placeNames, hoursAgo, validForHours } of demonstrationStories) {
    assert.ok(placeNames.length > 0, key);
    for (const name of placeNames) assert.ok(placeByName(name), `${key}: ${name}`);
    assert.match(placeNames[0] ?? '', /[镇乡]$/u, key);
    assert.ok(hoursAgo > 0 && hoursAgo <= 42 * 24, key);
    assert.ok(validForHours === undefined || validForHours > 0, key);
    times.add(hoursAgo);
  }
  assert.equal(times.size, 64);
});

test('the afternoon’s flood notice ends this evening and tonight’s takes over', () => {
  const afternoon = storyByKey('flood-afternoon');
  assert.equal(afternoon.successor, 'flood-tonight');
  const endsInHours = (afternoon.validForHours ?? 0) - afternoon.hoursAgo;
  assert.ok(endsInHours > 0 && endsInHours < 3, `${endsInHours}`);
  assert.equal(storyStage('flood-tonight'), 'final-review');
  assert.equal(storyByKey('flood-tonight').zh.title, '今晚20时起柳河下游水位上涨，沿河六村请把车开到高处');
});

test('a notice of last month has ended, and a correction strikes exactly one set of words', () => {
  const ended = demonstrationStories.filter(
    ({ hoursAgo, validForHours }) => validForHours !== undefined && validForHours < hoursAgo,
  );
  assert.ok(ended.some(({ key }) => key === 'persimmon-picking-day'));
  const corrected = demonstrationStories.filter(({ correction }) => correction);
  assert.deepEqual(
    corrected.map(({ key }) => key),
    ['bus-12-detour'],
  );
  for (const story of corrected) {
    for (const language of ['zh', 'en'] as const) {
      const struck = story.correction?.[language] ?? { wrong: '', right: '' };
      assert.equal(wordsOf(story[language]).join('\n').split(struck.right).length, 2);
      assert.ok(!wordsOf(story[language]).join('\n').includes(struck.wrong));
      const first = wordsOf(firstEditionOf(story, language)).join('\n');
      assert.ok(first.includes(struck.wrong) && !first.includes(struck.right));
    }
  }
});

test('the checks of language, dates and names find nothing to look at in any story', () => {
  for (const language of ['zh', 'en'] as const) {
    const rules = { off: [], terms: [], placeNames: demonstrationPlaces.map((place) => place[language]) };
    const day = new Date(countyClock).toISOString().slice(0, 10);
    for (const story of demonstrationStories) {
      const found = checkText(storyText(story[language], language, { picture: null }), rules, { day });
      assert.deepEqual(
        found.map(({ check, before, words, after }) => `${check}: ${before}[${words}]${after}`),
        [],
        `${story.key} in ${language}`,
      );
    }
  }
});
