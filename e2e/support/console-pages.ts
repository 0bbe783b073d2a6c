import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { entryAt } from '../../console/shell/entry-at.ts';

const list = readFileSync(join(import.meta.dirname, '../../console/shell/pages.ts'), 'utf8');
const [inside = '', outside = ''] = list.split('export const pagesOutside');
const pathsIn = (text: string) => [...text.matchAll(/ page\('([^']+)'/g)].map(([, path = '']) => ({ path }));

/** The address of each page behind the sign-in, as the router takes it (`/stories/:id`). Read, not imported: the list leads to every component of the console, whose types are not those of a journey. */
export const pagesInside = pathsIn(inside);
if (pagesInside.length < 50) throw new Error('console/shell/pages.ts is written otherwise than it is read here');

/** The address, as the router takes it, that a path opens. */
export const addressAt = (path: string): string | undefined =>
  entryAt([...pagesInside, ...pathsIn(outside)], path)?.path;
