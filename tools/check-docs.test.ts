import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkDocs } from './check-docs.ts';
import { plantTree, type Files } from './imports/planted-tree.ts';

const papers: Files = {
  'package.json': JSON.stringify({
    scripts: { start: 'node start.mjs', test: 'node start.mjs test', cli: 'node start.mjs cli' },
  }),
  'docs/glossary.md': [
    '# Glossary',
    '| term | English | identifier | meaning | source |',
    '|---|---|---|---|---|',
    '| 镇 | town | `town` | a place | GB/T 2260 |',
  ].join('\n'),
  'docs/picture.png': '',
  'README.md': [
    'Run `npm start` or `npm test`; see [the glossary](docs/glossary.md#words) and ![a picture](docs/picture.png).',
    'Code lies in `server/modules/places/town.ts`, `places/town.ts`, `town.ts`, `server/modules/<name>/index.ts`, `modules/`.',
    'At run time there is `var/keys/`; pages live at `/stories/<slug>`; see [elsewhere](https://example.org/a.md).',
    '```bash',
    'npm run cli -- places import county.csv',
    'node server/modules/places/town.ts',
    '```',
  ].join('\n'),
  'server/modules/places/README.md': 'The verb stands in `town.ts`, the routes in `http/`.',
  'server/modules/newsroom/README.md': '```mermaid\nstateDiagram-v2\n  [*] --> draft\n  draft --> published\n```',
  'server/modules/portal/README.md': 'One page.',
  'server/modules/newsroom/story/states.ts': `export const storyStates = { noun: 'story', table: 'newsroom.stories', initial: 'draft', guards: [], transitions: { draft: ['published'], published: [] } };`,
  'server/modules/places/import-places.ts': `export const command = { name: 'places import' };`,
};

const oldDiagram = 'stateDiagram-v2\n  [*] --> draft\n  draft --> signed';

const planted: { fault: string; says: RegExp; files: Files }[] = [
  {
    fault: 'a path that is gone',
    says: /^README\.md:1 names `server\/gone\.ts`/,
    files: { 'README.md': 'See `server/gone.ts`.' },
  },
  {
    fault: 'a file name that nothing has',
    says: /^README\.md:2 names `gone\.ts`/,
    files: { 'README.md': 'See\n`gone.ts`.' },
  },
  { fault: 'a folder that is gone', says: /names `server\/gone\/`/, files: { 'README.md': 'See `server/gone/`.' } },
  {
    fault: 'a pattern that nothing fits',
    says: /names `server\/modules\/<name>\/gone\.ts`/,
    files: { 'README.md': 'See `server/modules/<name>/gone.ts`.' },
  },
  {
    fault: 'a path in a block of commands',
    says: /^README\.md:2 names `tools\/gone\.ts`/,
    files: { 'README.md': '```\nnode tools/gone.ts --check\n```' },
  },
  {
    fault: 'a link to a file that is gone',
    says: /links to docs\/gone\.md/,
    files: { 'README.md': 'See [it](docs/gone.md).' },
  },
  { fault: 'a picture that is gone', says: /links to docs\/gone\.png/, files: { 'README.md': '![it](docs/gone.png)' } },
  {
    fault: 'a command that package.json lacks',
    says: /names `npm run bench`/,
    files: { 'README.md': 'Run `npm run bench`.' },
  },
  {
    fault: 'a verb that no module offers',
    says: /names the command `cli story verify`/,
    files: { 'README.md': 'Run `npm run cli -- story verify`.' },
  },
  {
    fault: 'a word of the glossary that no code says',
    says: /glossary\.md:4 村: no code says `village`/,
    files: {
      'docs/glossary.md':
        '# G\n| t | E | i | m | s |\n|---|---|---|---|---|\n| 村 | village | `village` | a place | – |',
    },
  },
  { fault: 'a glossary without a table', says: /glossary\.md:1 has no table/, files: { 'docs/glossary.md': 'Words.' } },
  {
    fault: 'a diagram of states that is out of date',
    says: /^server\/modules\/newsroom\/README\.md:1 does not show the states of story[^]*draft --> published/,
    files: { 'server/modules/newsroom/README.md': oldDiagram },
  },
  {
    fault: 'a module without its README',
    says: /^server\/modules\/weather\/README\.md:1 is missing/,
    files: {
      'server/modules.ts': `export const moduleNames = ['places', 'newsroom', 'portal', 'weather'] as const;`,
      'server/modules/weather/index.ts': '',
    },
  },
];

test('true papers pass, and their mentions were looked at', async (t) => {
  const report = await checkDocs(plantTree(t, papers));
  assert.deepEqual(report.faults, []);
  assert.equal(report.documents, 5);
  assert.ok(report.mentions >= 12, `${report.mentions} mentions`);
});

for (const { fault, says, files } of planted) {
  test(`finds ${fault}`, async (t) => {
    const { faults } = await checkDocs(plantTree(t, { ...papers, ...files }));
    const lines = faults.map(({ file, line, message }) => `${file}:${line} ${message}`);
    assert.equal(lines.length, 1, lines.join('\n'));
    assert.match(lines[0] ?? '', says);
  });
}
