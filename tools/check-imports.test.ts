import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkImports } from './check-imports.ts';
import { moduleGraph } from './imports/graph.ts';
import { plantTree, type Files } from './imports/planted-tree.ts';

/** One breach a line: the file planted, what stands in it, the rule and the words of the way out. */
const planted: { breach: string; rule: string; says: RegExp; files: Files }[] = [
  {
    breach: 'platform/ imports a module',
    rule: 'R1',
    says: /register itself through its manifest/,
    files: { 'server/platform/clock.ts': `import { town } from '#places'; export const now = town;` },
  },
  {
    breach: 'platform/ imports the list of modules',
    rule: 'R1',
    says: /pass what it needs as a parameter/,
    files: { 'server/platform/clock.ts': `import { modules } from '../modules.ts'; export const now = modules;` },
  },
  {
    breach: 'the server names one language',
    rule: 'R5',
    says: /found by their folders/,
    files: {
      'languages/ug/console.ts': `export const words = {};`,
      'server/platform/clock.ts': `import { words } from '../../languages/ug/console.ts'; export const ug = words;`,
    },
  },
  {
    breach: 'a language takes along what a screen does',
    rule: 'R5',
    says: /a language only gives words/,
    files: {
      'languages/ug/console.ts': `import { ways } from '../../console/shell/ways.ts'; export const words = ways;`,
      'console/shell/ways.ts': `export const ways = 1;`,
    },
  },
  {
    breach: 'an earlier module imports a later one',
    rule: 'R2',
    says: /emit an event/,
    files: { 'server/modules/places/village.ts': `import { story } from '#newsroom'; export const village = story;` },
  },
  {
    breach: 'an earlier module imports only a type of a later one',
    rule: 'R2',
    says: /emit an event/,
    files: {
      'server/modules/places/village.ts': `import type { story } from '#newsroom'; export type Village = typeof story;`,
    },
  },
  {
    breach: 'an earlier module imports a later one when it runs',
    rule: 'R2',
    says: /emit an event/,
    files: { 'server/modules/places/village.ts': `export const village = () => import('#newsroom');` },
  },
  {
    breach: 'an earlier module names a type of a later one in place',
    rule: 'R2',
    says: /emit an event/,
    files: { 'server/modules/places/village.ts': `export const village: import('#newsroom').Story = 1;` },
  },
  {
    breach: 'a module goes past a door by the name',
    rule: 'R2',
    says: /goes past the doors of 'places'/,
    files: { 'server/modules/newsroom/draft.ts': `import { town } from '#places/town'; export const draft = town;` },
  },
  {
    breach: 'a module goes past a door by a path',
    rule: 'R2',
    says: /goes past the doors of 'places'/,
    files: {
      'server/modules/newsroom/draft.ts': `import { town } from '../places/index.ts'; export const draft = town;`,
    },
  },
  {
    breach: 'a verb reads table types of another module',
    rule: 'R2',
    says: /is for \*-queries\.ts only/,
    files: {
      'server/modules/newsroom/draft.ts': `import type { PlacesTables } from '#places/tables'; export type Draft = PlacesTables;`,
    },
  },
  {
    breach: 'a verb uses test builders',
    rule: 'R2',
    says: /tests, seeds and other testing\.ts only/,
    files: {
      'server/modules/newsroom/draft.ts': `import { placed } from '#places/testing'; export const draft = placed;`,
    },
  },
  {
    breach: 'a verb imports its own module by name',
    rule: 'R2',
    says: /write the relative path/,
    files: {
      'server/modules/newsroom/draft.ts': `import { storied } from '#newsroom/testing'; export const draft = storied;`,
    },
  },
  {
    breach: 'a module reaches the platform by a path',
    rule: 'R2',
    says: /write '#platform\/database'/,
    files: {
      'server/modules/newsroom/draft.ts': `import { write } from '../../platform/database.ts'; export const draft = write;`,
    },
  },
  {
    breach: 'a verb uses the test county',
    rule: 'R2',
    says: /is for tests only/,
    files: { 'server/modules/newsroom/draft.ts': `import { town } from '#testing'; export const draft = town;` },
  },
  {
    breach: 'a module imports the list of modules',
    rule: 'R2',
    says: /comes through platform\/ or its manifest/,
    files: {
      'server/modules/newsroom/draft.ts': `import { modules } from '../../modules.ts'; export const draft = modules;`,
    },
  },
  {
    breach: 'a folder that the list does not know',
    rule: 'R2',
    says: /does not stand in server\/modules\.ts/,
    files: {
      'server/modules/weather/index.ts': `export const rain = 1;`,
      'server/modules/newsroom/draft.ts': `export * from '../weather/index.ts';`,
    },
  },
  {
    breach: 'a name in the list without a folder',
    rule: 'R2',
    says: /has no folder/,
    files: { 'server/modules.ts': `export const moduleNames = ['places', 'newsroom', 'portal', 'reports'] as const;` },
  },
  {
    breach: 'the program reaches past the doors of a module',
    rule: 'R2',
    says: /only through its manifest in server\/modules\.ts or through '#places'/,
    files: { 'server/main.ts': `import { town } from './modules/places/town.ts'; export const main = town;` },
  },
  {
    breach: 'a screen uses a later module’s screen',
    rule: 'R2',
    says: /offer a named slot/,
    files: {
      'console/places/page.tsx': `import { Stories } from '../newsroom/list.tsx'; export const page = Stories;`,
    },
  },
  {
    breach: 'a verb imports a job',
    rule: 'R3',
    says: /emits an event instead of starting a job/,
    files: { 'server/modules/places/village.ts': `import { jobs } from './jobs.ts'; export const village = jobs;` },
  },
  {
    breach: 'a verb imports a route',
    rule: 'R3',
    says: /is wiring/,
    files: { 'server/modules/places/village.ts': `export { routes } from './http/routes.ts';` },
  },
  {
    breach: 'a contract imports a verb',
    rule: 'R4',
    says: /imports the schema library, other contracts/,
    files: { 'server/modules/places/contract.ts': `export { town as townShape } from './town.ts';` },
  },
  {
    breach: 'a contract imports a built-in',
    rule: 'R4',
    says: /not 'node:crypto'/,
    files: {
      'server/modules/places/contract.ts': `import { randomUUID } from 'node:crypto'; export const townShape = randomUUID();`,
    },
  },
  {
    breach: 'a screen imports a verb',
    rule: 'R5',
    says: /screens see only/,
    files: {
      'console/places/page.tsx': `import type { town } from '../../server/modules/places/index.ts'; export type Page = typeof town;`,
    },
  },
  {
    breach: 'a screen imports a value of the contract',
    rule: 'R5',
    says: /write 'import type/,
    files: {
      'console/places/page.tsx': `import { townShape } from '@xiangyin/server/contract'; export const page = townShape;`,
    },
  },
  {
    breach: 'the public site imports the console',
    rule: 'R5',
    says: /screens see only/,
    files: { 'site/places/page.tsx': `export type { Town } from '../../console/shell/app.tsx';` },
  },
  {
    breach: 'a module renders by itself',
    rule: 'R5',
    says: /only server\/modules\/portal\/render\.ts/,
    files: { 'server/modules/newsroom/page.ts': `import { home } from '@xiangyin/site'; export const page = home;` },
  },
  {
    breach: 'the document package looks at the server',
    rule: 'R5',
    says: /imports nothing else of ours/,
    files: { 'document/index.ts': `export type { townShape } from '../server/contract.ts'; export const hash = 1;` },
  },
  {
    breach: 'a module writes another’s table',
    rule: 'R6',
    says: /call a verb of '#places'/,
    files: { 'server/modules/newsroom/draft.ts': `export const draft = (db: Db) => db.deleteFrom('places.places');` },
  },
  {
    breach: 'a module writes another’s table in SQL',
    rule: 'R6',
    says: /call a verb of '#places'/,
    files: { 'server/modules/newsroom/draft.ts': 'export const draft = sql`update places.places set name = ${1}`;' },
  },
  {
    breach: 'a module writes a table of the platform',
    rule: 'R6',
    says: /only platform\/ does that/,
    files: { 'server/modules/newsroom/draft.ts': `export const draft = (db: Db) => db.insertInto('platform.audit');` },
  },
  {
    breach: 'rows copied inside the database',
    rule: 'R6',
    says: /insert them with VALUES/,
    files: {
      'server/modules/newsroom/draft.ts':
        'export const draft = `insert into newsroom.stories (id)\n select id from newsroom.drafts`;',
    },
  },
  {
    breach: 'two files import each other',
    rule: 'R7',
    says: /places\/a\.ts → server\/modules\/places\/b\.ts → server\/modules\/places\/a\.ts/,
    files: {
      'server/modules/places/a.ts': `import { b } from './b.ts'; export const a = () => b;`,
      'server/modules/places/b.ts': `import { a } from './a.ts'; export const b = () => a;`,
    },
  },
  {
    breach: 'an import that leads nowhere',
    rule: 'resolve',
    says: /'\.\/gone\.ts' cannot be found/,
    files: { 'server/modules/places/village.ts': `export * from './gone.ts';` },
  },
];

test('a clean tree passes, and its files were looked at', (t) => {
  const report = checkImports(plantTree(t));
  assert.deepEqual(report.violations, []);
  assert.ok(report.files >= 25, `${report.files} files`);
  assert.ok(report.imports.length >= 20, `${report.imports.length} imports`);
});

for (const { breach, rule, says, files } of planted) {
  test(`${rule} finds: ${breach}`, (t) => {
    const { violations } = checkImports(plantTree(t, files));
    const found = violations.filter((violation) => violation.rule === rule && says.test(violation.message));
    assert.equal(found.length, 1, JSON.stringify(violations, null, 2));
    assert.deepEqual(violations, found, 'nothing else may be reported');
  });
}

test('circles made of types alone do not count', (t) => {
  const files = {
    'server/modules/places/a.ts': `import type { B } from './b.ts'; export interface A { b: B }`,
    'server/modules/places/b.ts': `import type { A } from './a.ts'; export interface B { a: A }`,
  };
  assert.deepEqual(checkImports(plantTree(t, files)).violations, []);
});

test('the graph shows an arrow from each module to those it imports', (t) => {
  const { imports, order } = checkImports(plantTree(t));
  assert.equal(moduleGraph(imports, order), 'flowchart BT\n  places\n  newsroom\n  portal\n  newsroom --> places');
});

test('without a list of modules the checker refuses to judge', (t) => {
  assert.throws(() => checkImports(plantTree(t, { 'server/modules.ts': 'export const modules = [];' })), /has no list/);
});
