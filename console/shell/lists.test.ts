import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const root = join(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

/** Every page that opens onto a list, by its address: those of the navigation, and those that a page leads to. */
const lists = [
  '/notices',
  '/ideas',
  '/submissions',
  '/adoptions',
  '/stories',
  '/error-reports',
  '/pictures',
  '/materials',
  '/sections',
  '/tags',
  '/series',
  '/chains',
  '/inspections',
  '/releases',
  '/lexicon',
  '/checks',
  '/copies',
  '/channels',
  '/channels/:id/returned',
  '/orders',
  '/visit-alarms',
  '/call-backs',
  '/incidents',
  '/dispatch-plans',
  '/services',
  '/limits',
  '/service-terms',
  '/volunteers',
  '/applications',
  '/licence-claims',
  '/teams',
  '/gatherings',
  '/hours',
  '/unrecorded-hours',
  '/certificate-requests',
  '/certificates',
  '/stations',
  '/people',
  '/grants',
  '/units',
  '/places',
  '/notice-hooks',
  '/api-keys',
  '/audit',
  '/jobs',
  '/failed-notices',
  '/hour-corrections',
  '/hour-differences',
  '/hour-inspections',
];
/** Pages of the navigation that are not lists: what waits for one person, and forms. */
const others = [
  '/',
  '/plan',
  '/roster',
  '/rosters',
  '/front',
  '/offers',
  '/mailbox',
  '/measurements',
  '/settings',
  '/stories/new',
  '/orders/new',
];

const sources = new Map(
  [...read('shell/pages.ts').matchAll(/page\('([^']+)', \(\) => import\('\.\.\/([^']+)'\)/g)].map(
    ([, path = '', file = '']) => [path, file],
  ),
);

/** A page's own text with that of the files of its folder that it imports. */
function textOf(file: string): string {
  const folder = file.slice(0, file.lastIndexOf('/'));
  const near = [...read(file).matchAll(/from '\.\/([^']+\.tsx)'/g)].map(([, name]) => read(`${folder}/${name}`));
  return [read(file), ...near].join('\n');
}

test('every list of the console is the one list: searched, sorted, paged, led by keys, exported', () => {
  for (const path of lists) {
    const file = sources.get(path) ?? assert.fail(`no page for ${path}`);
    assert.match(textOf(file), /<RecordList/, `${path} (${file}) shows its rows by itself`);
  }
});

// A sample is asked for by its days and seed; of what was drawn before there is one line for each draw.
const unfiltered = ['/inspections', '/hour-inspections'];

test('every list is narrowed by something besides words', () => {
  assert.deepEqual(
    lists.filter((path) => !/\bfilters[:,]|\btabs:|\bsearchParam: \{/.test(textOf(sources.get(path) ?? ''))),
    unfiltered,
  );
});

test('no list hands out a code where the screen has a word', () => {
  const coded =
    /text: \((\w+)\) => (?:`\$\{)?\1\.(?:act|evidence|kind|level|machine|noun|rights|role|state|verdict)\b(?! \?)/;
  assert.match('text: (one) => one.state,', coded);
  assert.deepEqual(
    lists.filter((path) => coded.test(textOf(sources.get(path) ?? ''))),
    [],
  );
});

test('a page of the navigation is known as a list or as something else', () => {
  const ways = [...read('shell/navigation.ts').matchAll(/to: '([^']+)'/g)].map(([, path = '']) => path);
  assert.ok(ways.length > 15);
  assert.deepEqual(
    ways.filter((path) => ![...lists, ...others].includes(path)),
    [],
  );
});

test('nobody pages by hand beside the one list', () => {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.tsx?$/.test(file) && !/^(dist|phone|kit)\//.test(file) && !file.endsWith('.test.ts'),
  );
  assert.ok(files.length > 100);
  const paging = files.filter((file) => read(file).includes('useInfiniteQuery'));
  // The editor's choice of a picture is a dialog over a text: it must not write into the page's address.
  assert.deepEqual(paging, ['media/picture-grid.tsx']);
});
