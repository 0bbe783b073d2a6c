import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import type { Edition, PageAssets, PageLanguage } from '@xiangyin/server/contract';
import { registerTsxHook } from '../../server/platform/tsx-hook.ts';
import { securityHeaders } from '../../server/platform/http/headers.ts';
import { sampleFrame } from '../samples/frame.ts';
import { samplesIn } from '../samples/samples.ts';

registerTsxHook();
const { assetsFrom, isViewName, render } = await import('../index.tsx');
type Page = Parameters<typeof render>[0];

// Built afresh and aside, so that neither a stale nor a missing dist/ can lie about how the pages look.
const built = mkdtempSync(join(tmpdir(), 'xiangyin-site-'));
process.on('exit', () => rmSync(built, { recursive: true, force: true }));
await build({
  configFile: fileURLToPath(new URL('../vite.config.ts', import.meta.url)),
  build: { outDir: built },
  logLevel: 'error',
});
const { styles, islands } = assetsFrom(JSON.parse(readFileSync(join(built, 'manifest.json'), 'utf8')));
// A sample is looked at once; what is kept for later belongs to the journeys.
const { offline: _, ...seen } = islands;
const assets: PageAssets = { styles, islands: seen };

/** One sample page: a view in one of its states, in a language and an edition. */
export interface SamplePage {
  view: string;
  variant: string;
  language: PageLanguage;
  edition: Edition;
}

export const languages = ['zh-CN', 'en'] as const satisfies readonly PageLanguage[];
export const editions = ['normal', 'large'] as const satisfies readonly Edition[];

/** Every view in every state, language and edition. */
export function samplePages(): SamplePage[] {
  return Object.entries(samplesIn('zh-CN')).flatMap(([view, variants]) =>
    Object.keys(variants).flatMap((variant) =>
      languages.flatMap((language) => editions.map((edition) => ({ view, variant, language, edition }))),
    ),
  );
}

/** The document of a sample page, as the server would send it. */
export const renderSample = (page: SamplePage): string => documentOf(page, assets);

function documentOf({ view, variant, language, edition }: SamplePage, these: PageAssets): string {
  if (!isViewName(view)) throw new RangeError(`no view ${view}`);
  const props = (samplesIn(language)[view] as Readonly<Record<string, never>>)[variant];
  if (props === undefined) throw new RangeError(`no sample ${view} ${variant}`);
  const frame = sampleFrame(language, edition, pathOf(view), these, view === 'portal/home');
  // TypeScript matches a name with at most 25 views by itself.
  return render({ view, frame, props } as Page);
}

/** What a page costs whoever opens it for the first time, in bytes as gzip sends them: all but pictures, and of it the scripts with what these load by themselves. */
export function firstViewOf(page: SamplePage): { bytes: number; scripts: number } {
  const html = documentOf(page, { styles, islands });
  const named = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.(?:js|css))"/g)].map(([, path = '']) => path);
  const files = [...new Set(named.flatMap(withImports))];
  const scripts = sum(files.filter((path) => path.endsWith('.js')).map(gzipped));
  const sheets = sum(files.filter((path) => path.endsWith('.css')).map(gzipped));
  // A picture within the page is a picture all the same.
  return { bytes: gzipSync(html.replaceAll(/data:image[^"]+/g, '')).length + sheets + scripts, scripts };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

const sizes = new Map<string, number>();
function gzipped(path: string): number {
  const known = sizes.get(path) ?? gzipSync(readFileSync(join(built, path))).length;
  sizes.set(path, known);
  return known;
}

// What is imported within a function is fetched when it is asked for.
function withImports(path: string): string[] {
  if (!path.endsWith('.js')) return [path];
  const code = readFileSync(join(built, path), 'utf8');
  const imported = [...code.matchAll(/(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g)];
  return [path, ...imported.flatMap(([, name = '']) => withImports(`assets/${name}`))];
}

/** `/sample/<language>/<edition>/<view>/<variant>`. */
export const addressOfSample = ({ view, variant, language, edition }: SamplePage) =>
  `/sample/${language}/${edition}/${view}/${variant}`;

/** Serves the sample pages and the built files under the product's own security headers, on a free port of this machine. */
export async function serveSamples(): Promise<{ origin: string; close: () => Promise<void> }> {
  const server = createServer((request, response) => {
    const { type, body } = answer(request.url ?? '/');
    // As in the product, "getting ready" is no success: otherwise its island would reload for ever.
    const status = body === null ? 404 : (request.url ?? '').includes('/portal/starting/') ? 503 : 200;
    response.writeHead(status, { ...securityHeaders, 'content-type': type }).end(body ?? '');
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    origin: `http://127.0.0.1:${portOf(server)}`,
    close: () => new Promise((closed) => server.close(() => closed())),
  };
}

function answer(url: string): { type: string; body: string | Buffer | null } {
  if (url.endsWith('/manifest.webmanifest')) return { type: 'application/manifest+json', body: '{}' };
  const [, kind, language, edition, module, page, variant] = url.split('/');
  if (kind === 'assets')
    return { type: url.endsWith('.css') ? 'text/css' : 'text/javascript', body: readFileSync(join(built, url)) };
  const sample = samplePages().find(
    (one) =>
      one.language === language &&
      one.edition === edition &&
      one.view === `${module}/${page}` &&
      one.variant === variant,
  );
  return { type: 'text/html; charset=utf-8', body: sample ? renderSample(sample) : null };
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the sample server has no port');
  return address.port;
}

function pathOf(view: string): string {
  const paths: Record<string, string> = {
    'portal/home': '/',
    'portal/places': '/places',
    'portal/search': '/search?q=x',
    'newsroom/section': '/sections/county?page=2',
    'newsroom/tag': '/tags/floods',
    'newsroom/series': '/series/old-street',
    'newsroom/corrections': '/corrections',
    'volunteering/services': '/services',
    'volunteering/help-given': '/help-given',
    'volunteering/order-status': '/orders/7K3M9QWF2HXRC',
    'volunteering/rating': '/orders/7K3M9QWF2HXRC/rating',
  };
  return paths[view] ?? '/x';
}
