import { registerTsxHook } from '#platform/tsx-hook';
import { furtherPageLanguages } from './further-pages.ts';
import type { PageFrame } from './page-contract.ts';

registerTsxHook();
const site = await import('@xiangyin/site');
for (const { tag, words } of furtherPageLanguages) site.speakAlso(tag, words);

/** The page as an HTML document: the only place of the server that knows the site. */
export function renderPage(view: string, frame: PageFrame, props: unknown): string {
  return site.render({ view, frame, props } as Parameters<typeof site.render>[0]);
}

/** The site's styles and islands from Vite's manifest. */
export const { assetsFrom } = site;
