import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PageAssets } from './page-contract.ts';
import { assetsFrom } from './render.ts';

/** Where Vite puts the public site's styles and islands. */
export const siteDist = join(import.meta.dirname, '..', '..', '..', 'site', 'dist');
const manifestFile = join(siteDist, 'manifest.json');

let known: { at: number; assets: PageAssets } | undefined;

/** The built styles and islands by their hashed addresses; read again when the build changes. Empty before the first build: pages work without. */
export async function assetsOf(): Promise<PageAssets> {
  // A few microseconds; asked of another thread, three milliseconds for a page that is drawn once in a while.
  const built = statSync(manifestFile, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (known?.at === built) return known.assets;
  const assets =
    built === 0 ? { styles: [], islands: {} } : assetsFrom(JSON.parse(await readFile(manifestFile, 'utf8')));
  known = { at: built, assets };
  return assets;
}
