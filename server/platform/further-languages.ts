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

/** A further language of the public pages, as its folder has it. */
export interface FurtherPages {
  readonly tag: string;
  /** What it calls itself. */
  readonly name: string;
  /** Spoken on this very machine alone, and offered nowhere. */
  readonly isForTests: boolean;
  /** The words of the pages: as much of them as there is, or a way to make them out of the English ones. */
  readonly words: unknown;
}

/** Of the languages beyond our own two those that speak on the public pages: their folders have a `site.ts`. */
export async function furtherPages(project = PROJECT): Promise<readonly FurtherPages[]> {
  const folder = join(project, 'languages');
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const read = entries.filter((entry) => entry.isDirectory()).map(({ name }) => pagesIn(folder, name));
  return (await Promise.all(read)).filter((one) => one !== null);
}

async function pagesIn(folder: string, tag: string): Promise<FurtherPages | null> {
  const said = await readFile(join(folder, tag, 'language.json'), 'utf8').catch(() => null);
  if (said === null || !(await readdir(join(folder, tag))).includes('site.ts')) return null;
  const { name, isForTests = false }: { name: string; isForTests?: boolean } = JSON.parse(said);
  const script: { default: unknown } = await import(pathToFileURL(join(folder, tag, 'site.ts')).href);
  return { tag, name, isForTests, words: script.default };
}

async function textsIn(folder: string): Promise<FurtherTexts | null> {
  // Without a name it is no language.
  if ((await readFile(join(folder, 'language.json')).catch(() => null)) === null) return null;
  if (!(await readdir(folder)).includes('server.ts')) return {};
  const script: { default: FurtherTexts } = await import(pathToFileURL(join(folder, 'server.ts')).href);
  return script.default;
}
