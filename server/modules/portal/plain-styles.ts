import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '..', '..', '..', 'site', 'styles');

/** What a page of forms needs of the site's look, as it is written and not built, for pages that are shown before there is any county. */
export async function plainStyles(): Promise<string> {
  const parts = ['tokens', 'base', 'parts', 'forms'].map((name) => readFile(join(folder, `${name}.css`), 'utf8'));
  return (await Promise.all(parts)).join('\n');
}
