import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { checkImports } from './check-imports.ts';
import { plantTree, type Files } from './imports/planted-tree.ts';
import { newModule } from './new-module.ts';

const tree: Files = {
  'server/package.json': `{
  "name": "@xiangyin/server",
  "exports": { "./contract": "./contract.ts" },
  "imports": {
    "#platform/*": "./platform/*.ts",
    "#testing": "./testing/index.ts",
    "#places": "./modules/places/index.ts",
    "#places/*": "./modules/places/*.ts",
    "#newsroom": "./modules/newsroom/index.ts",
    "#newsroom/testing": "./modules/newsroom/testing.ts",
    "#portal": "./modules/portal/index.ts"
  }
}`,
  'server/modules.ts': `import { places } from './modules/places/module.ts';
import { newsroom } from './modules/newsroom/module.ts';
import { portal } from './modules/portal/module.ts';
export const moduleNames = [
  'places', 'newsroom',
  'portal',
] as const;
export const modules: readonly Manifest[] = [places, newsroom, portal];
`,
  'server/modules/places/module.ts': 'export const places = {};',
  'server/modules/newsroom/module.ts': 'export const newsroom = {};',
  'server/modules/portal/module.ts': 'export const portal = {};',
  'server/platform/manifest.ts': 'export interface Manifest { name: string }',
  'server/platform/i18n.ts': 'export const bilingual = () => ({});',
  'server/migrations/0071-newsroom.sql': '',
};

test('a new module has its place, its doors and its first files, and keeps every import rule', (t) => {
  const root = plantTree(t, tree);
  const written = newModule(root, 'weather-desk', 'newsroom');
  const report = checkImports(root);
  assert.deepEqual(report.violations, []);
  assert.deepEqual(report.order, ['places', 'newsroom', 'weather-desk', 'portal']);
  assert.ok(written.includes('server/migrations/0080-weather-desk.sql'));
  assert.match(readFileSync(join(root, 'server/modules.ts'), 'utf8'), /\[places, newsroom, weatherDesk, portal\]/);
  const { imports } = JSON.parse(readFileSync(join(root, 'server/package.json'), 'utf8'));
  assert.equal(imports['#weather-desk/testing'], './modules/weather-desk/testing.ts');
});

test('a name that is taken or wrong, and an unknown neighbour, are refused', (t) => {
  const root = plantTree(t, tree);
  assert.throws(() => newModule(root, 'places', 'newsroom'), /there is a module 'places' already/);
  assert.throws(() => newModule(root, 'Weather', 'newsroom'), /no name for a module/);
  assert.throws(() => newModule(root, 'weather', 'sports'), /there is no module 'sports'/);
});
