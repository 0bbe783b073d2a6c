import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** The folders that hold code of ours. */
export const codeFolders = [
  'document',
  'server',
  'console',
  'site',
  'languages',
  'tools',
  'e2e',
  'bench',
  'deploy',
] as const;

const skipped = new Set(['node_modules', 'dist', 'var', 'output', '.git']);

/** Every file below `folder` whose name ends with one of `endings`, as paths relative to `root` with forward slashes, sorted.
 *  A folder that does not exist holds no files. */
export function filesBelow(root: string, folder: string, endings: readonly string[]): string[] {
  return walk(join(root, folder))
    .filter((path) => endings.some((ending) => path.endsWith(ending)))
    .map((path) => relative(root, path).split(sep).join('/'))
    .toSorted();
}

/** Every TypeScript and JavaScript file of ours, relative to `root`. */
export function codeFiles(root: string): string[] {
  return codeFolders.flatMap((folder) => filesBelow(root, folder, ['.ts', '.tsx', '.mts', '.mjs']));
}

function walk(folder: string): string[] {
  return entriesOf(folder).flatMap((entry) => {
    if (skipped.has(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? walk(path) : [path];
  });
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
