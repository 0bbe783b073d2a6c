import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { PageAssets } from './page-contract.ts';

/** Where Vite puts the public site's styles and islands. */
export const siteDist = join(import.meta.dirname, '..', '..', '..', 'site', 'dist');
const manifestFile = join(siteDist, '.vite', 'manifest.json');

let known: { at: number; assets: PageAssets } | undefined;

/** The built styles and islands by their hashed addresses; read again when the build changes. Empty before the first build: pages work without. */
export async function assetsOf(): Promise<PageAssets> {
  const built = await stat(manifestFile).then((one) => one.mtimeMs, () => 0);
  if (known?.at === built) return known.assets;
  const assets = built === 0 ? { styles: [], islands: {} } : readManifest(JSON.parse(await readFile(manifestFile, 'utf8')));
  known = { at: built, assets };
  return assets;
}

interface Entry { file: string; src?: string; name?: string; isEntry?: boolean; css?: string[] }

function readManifest(manifest: Record<string, Entry>): PageAssets {
  const entries = Object.entries(manifest);
  const styles = entries.flatMap(([, entry]) => (entry.file.endsWith('.css') ? [entry.file] : (entry.css ?? [])));
  const islands = entries.filter(([, entry]) => entry.isEntry && entry.file.endsWith('.js')).map(([source, entry]): [string, string] => [entry.name ?? source, `/${entry.file}`]);
  return { styles: [...new Set(styles)].map((file) => `/${file}`), islands: Object.fromEntries(islands) };
}
