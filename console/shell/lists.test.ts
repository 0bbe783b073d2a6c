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

/** What a column's function reads of its row. */
function readBy(column: string, what: 'text' | 'cell'): string[] {
  const from = new RegExp(`\\b${what}: \\((?:(\\w+)|\\{([^}]*)\\})\\) =>`).exec(column);
  if (!from) return [];
  const [, row, parts] = from;
  if (row === undefined) return (parts ?? '').split(',').map((part) => part.trim());
  return [...column.slice(from.index).matchAll(new RegExp(`\\b${row}\\.(\\w+)`, 'g'))].map(([, field = '']) => field);
}

/** What rows of a list show that no column of the table it hands out reads. */
function notHandedOut(text: string): string[] {
  const columns = [...text.matchAll(/\n( *)columns: \[\n([\s\S]*?)\n\1\],/g)].flatMap(([, indent = '', block = '']) =>
    block.split(new RegExp(`\\n(?=${indent} {2}\\{)`)),
  );
  const halves = columns.map((column) => column.split(/(?=\bcell: )/));
  const handed = new Set(halves.flatMap(([text = '']) => readBy(text, 'text')));
  return halves.flatMap(([, cell = '']) => readBy(cell, 'cell')).filter((field) => !handed.has(field));
}

// By a function beside the columns, or as something else: sealed is the hash, depth the place above, href the way to it, hit what was looked for.
const otherwise = new Set([
  'id',
  'storyId',
  'href',
  'hit',
  'ended',
  'orderId',
  'personId',
  'active',
  'depth',
  'duty',
  'holds',
  'open',
  'services',
  'verdict',
  'sealed',
  'signed',
]);

test('a list hands out all that its rows show', () => {
  assert.deepEqual(
    notHandedOut(`
    columns: [
      { key: 'a', text: (one) => one.name, cell: (one) => <b>{one.name}{one.place}</b> },
    ],`),
    ['place'],
  );
  const files = lists.map((path) => sources.get(path) ?? '');
  assert.ok(files.length > 30);
  for (const file of files)
    assert.deepEqual(
      notHandedOut(textOf(file)).filter((field) => !otherwise.has(field)),
      [],
      file,
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

test('no part of orders or operations is left out because it could not be read: an appeal, a consent, what is wrong', () => {
  const silent =
    /\n  if \(!(?:\w+\.)?data(?: \|\| [^\n]*)?\) return null;|\.data\?\.items \?\? \[\];\n  if \(items\.length === 0\) return null/;
  assert.match('const x = 1;\n  if (!query.data) return null;', silent);
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /^(?:volunteering|operations)\/.*\.tsx$/.test(file),
  );
  // Whether there is a button for one's own times at all.
  const buttons = ['volunteering/hours/own-times.tsx'];
  assert.deepEqual(
    files.filter((file) => silent.test(read(file))),
    buttons,
  );
});

test('where a screen of orders shows only the first of something, it says that there is more', () => {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /^volunteering\/.*\.tsx$/.test(file),
  );
  const silent = files.filter((file) => {
    const text = read(file);
    return [...text.matchAll(/(\S+)\.slice\(0, (\w+)\)\.map\(/g)].some(
      ([, all = '', most = '']) => !text.includes(`${all.replace(/^\{/, '')}.length > ${most}`),
    );
  });
  assert.deepEqual(silent, []);
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
