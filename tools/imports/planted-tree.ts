import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TestContext } from 'node:test';

/** Files by path, relative to the root of a tree. */
export type Files = Record<string, string>;

/** A small, clean program: three modules in order (places, newsroom, portal), the platform, the screens and their doors. */
export const cleanTree: Files = {
  'server/package.json': JSON.stringify({
    name: '@xiangyin/server',
    type: 'module',
    exports: { './contract': './contract.ts' },
    imports: {
      '#platform/*': './platform/*.ts',
      '#testing': './testing/index.ts',
      ...Object.fromEntries(
        ['places', 'newsroom', 'portal'].flatMap((name) => [
          [`#${name}`, `./modules/${name}/index.ts`],
          [`#${name}/*`, `./modules/${name}/*.ts`],
        ]),
      ),
    },
  }),
  'site/package.json': JSON.stringify({ name: '@xiangyin/site', exports: { '.': './index.tsx' } }),
  'document/package.json': JSON.stringify({ name: '@xiangyin/document', exports: { '.': './index.ts' } }),
  'node_modules/zod/package.json': JSON.stringify({ name: 'zod', exports: { '.': './index.js' } }),
  'node_modules/zod/index.js': 'export const z = {};',
  'server/modules.ts': `import { module as places } from './modules/places/module.ts';
    export const moduleNames = ['places', 'newsroom', 'portal'] as const;
    export const modules = [places];`,
  'server/contract.ts': `export * from './modules/places/contract.ts';`,
  'server/platform/database.ts': `export const write = (db: Db) => db.insertInto('platform.audit');`,
  'server/testing/index.ts': `export { placed } from '#places/testing'; export { town } from '#places';`,
  'server/modules/places/index.ts': `export { town } from './town.ts';`,
  'server/modules/places/town.ts': `import { write } from '#platform/database'; export const town = write;`,
  'server/modules/places/contract.ts': `import { z } from 'zod'; export const townShape = z;`,
  'server/modules/places/tables.ts': `export interface PlacesTables {}`,
  'server/modules/places/testing.ts': `export const placed = 1;`,
  'server/modules/places/module.ts': `import './jobs.ts'; import './http/routes.ts'; export const module = {};`,
  'server/modules/places/jobs.ts': `export const jobs = [];`,
  'server/modules/places/http/routes.ts': `import { town } from '../town.ts'; export const routes = [town];`,
  'server/modules/newsroom/index.ts': `export { story } from './story.ts';`,
  'server/modules/newsroom/story.ts': `import { town } from '#places'; export const story = (db: Db) => [town, db.updateTable('newsroom.stories')];`,
  'server/modules/newsroom/story-queries.ts': `import type { PlacesTables } from '#places/tables'; export type Tables = PlacesTables;`,
  'server/modules/newsroom/story.test.ts': `import { placed } from '#places/testing'; export const test = placed;`,
  'server/modules/newsroom/contract.ts': `import { townShape } from '#places/contract'; export const storyShape = townShape;`,
  'server/modules/newsroom/testing.ts': `export const storied = 1;`,
  'server/modules/portal/index.ts': `export {};`,
  'server/modules/portal/render.ts': `import { home } from '@xiangyin/site'; export const render = home;`,
  'document/index.ts': `export const hash = 1;`,
  'site/index.tsx': `import type { townShape } from '@xiangyin/server/contract'; export const home = (town: typeof townShape) => town;`,
  'site/newsroom/story.tsx': `import { hash } from '@xiangyin/document'; export const story = hash;`,
  'console/shell/app.tsx': `import type { townShape } from '@xiangyin/server/contract'; export type Town = typeof townShape;`,
  'console/places/list.tsx': `import type { Town } from '../shell/app.tsx'; export type List = Town[];`,
  'console/newsroom/list.tsx': `import type { List } from '../places/list.tsx'; export type Stories = List;`,
};

/** Writes the clean tree with `planted` over it into a new folder, which goes when the test ends; returns its path. */
export function plantTree(t: TestContext, planted: Files = {}): string {
  const root = mkdtempSync(join(tmpdir(), 'planted-'));
  t.after(() => rmSync(root, { recursive: true, force: true }));
  for (const [path, text] of Object.entries({ ...cleanTree, ...planted })) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  mkdirSync(join(root, 'node_modules/@xiangyin'), { recursive: true });
  for (const name of ['server', 'site', 'document'])
    symlinkSync(join(root, name), join(root, 'node_modules/@xiangyin', name));
  return root;
}
