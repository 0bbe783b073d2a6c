import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FurtherTexts } from './i18n.ts';

const PROJECT = resolve(import.meta.dirname, '..', '..');

/** The languages beyond our own two: each a folder in `languages/`, whose name is its tag. What it says of the server stands in its `server.ts`; a folder without one says all of it in English. */
export async function furtherLanguages(project = PROJECT): Promise<ReadonlyMap<string, FurtherTexts>> {
  const folder = join(project, 'languages');
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const read = entries
    .filter((entry) => entry.isDirectory())
    .map(async ({ name }) => [name, await textsIn(join(folder, name))] as const);
  return new Map((await Promise.all(read)).flatMap(([tag, texts]) => (texts ? [[tag, texts] as const] : [])));
}

async function textsIn(folder: string): Promise<FurtherTexts | null> {
  // Without a name it is no language.
  if ((await readFile(join(folder, 'language.json')).catch(() => null)) === null) return null;
  if (!(await readdir(folder)).includes('server.ts')) return {};
  const script: { default: FurtherTexts } = await import(pathToFileURL(join(folder, 'server.ts')).href);
  return script.default;
}
