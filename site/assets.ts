import type { PageAssets } from '@xiangyin/server/contract';

/** The part of Vite's manifest that matters here. */
export type ViteManifest = Readonly<Record<string, { file: string; css?: readonly string[]; isEntry?: boolean }>>;

/** The addresses of the built styles and islands, from `site/dist/manifest.json`. Entries are `styles/site.css` and `islands/<name>.ts`. */
export function assetsFrom(manifest: ViteManifest): PageAssets {
  const styles: string[] = [];
  const islands: Record<string, string> = {};
  for (const [source, { file, isEntry }] of Object.entries(manifest)) {
    if (!isEntry) continue;
    const island = /^islands\/([a-z-]+)\.ts$/.exec(source)?.[1];
    if (island !== undefined) islands[island] = `/${file}`;
    else if (file.endsWith('.css')) styles.push(`/${file}`);
  }
  return { styles, islands };
}
