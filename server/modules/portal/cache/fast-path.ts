import type { IncomingMessage, ServerResponse } from 'node:http';
import type { App } from '#platform/app';
import { hasAlready } from '#platform/http/conditional';
import { securityHeaders } from '#platform/http/headers';
import { revalidateAfterMilliseconds } from './page-cache.ts';
import type { CachedPage, Encoding, PageCache } from './page-cache.ts';

const fixed = Object.entries(securityHeaders).flat();
const headersOf = new WeakMap<CachedPage, Partial<Record<Encoding, string[]>>>();

/** The address under which a page is held: county, path with prefixes, known query keys in their order. */
export const cacheAddress = (county: number, url: string): string => `${county}${url}`;

/** Answers GET and HEAD from memory, before the web framework is asked. Only the exact address of a stored page is served here; everything else goes the long way. */
export function serveFromCache(
  app: App,
  cache: PageCache,
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  if (request.method !== 'GET' && request.method !== 'HEAD') return false;
  const county = app.counties.byHost(request.headers.host ?? '');
  if (!county) return false;
  const page = cache.get(cacheAddress(county.id, request.url ?? '/'));
  if (!page || isOver(app, page)) return false;
  sendPage(page, request, response);
  app.counts.answeredFromMemory(county.id);
  app.measures?.answeredFromMemory(county.slug, response.statusCode);
  return true;
}

function isOver(app: App, page: CachedPage): boolean {
  const age = app.clock.now().getTime() - page.storedAt;
  // One that was drawn while the clock was ahead would be taken for fresh until that time comes.
  if (age > revalidateAfterMilliseconds || age < 0) return true;
  return page.staleAt !== null && app.counties.now(page.county).getTime() >= page.staleAt;
}

/** Sends a stored page: 304 when the reader has it, else in the encoding they take. */
export function sendPage(
  page: CachedPage,
  request: IncomingMessage,
  response: ServerResponse,
  encoding = encodingFor(String(request.headers['accept-encoding'] ?? '')),
): void {
  const headers = headersFor(page, encoding);
  if (hasAlready(request.headers['if-none-match'], page.etag)) {
    response.writeHead(
      304,
      headers.filter((_, at) => headers[at - (at % 2)] !== 'content-length'),
    );
    response.end();
    return;
  }
  response.writeHead(200, headers);
  response.end(request.method === 'HEAD' ? undefined : page.body(encoding));
}

// What browsers and proxies send is read once. Their number is bounded, as anybody may send anything.
const readBefore = new Map<string, Encoding>();
const mostRead = 200;

function encodingFor(accepted: string): Encoding {
  const known = readBefore.get(accepted);
  if (known) return known;
  const encoding = (['br', 'gzip'] as const).find((one) => takes[one].test(accepted)) ?? 'identity';
  if (readBefore.size >= mostRead) readBefore.clear();
  readBefore.set(accepted, encoding);
  return encoding;
}

// RFC 9110 §12.5.3: what is named with `q=0` is not taken.
const takes = {
  br: /(?:^|,)\s*br\s*(?:$|,|;(?!\s*q\s*=\s*0(?:\.0*)?\s*(?:$|,)))/i,
  gzip: /(?:^|,)\s*gzip\s*(?:$|,|;(?!\s*q\s*=\s*0(?:\.0*)?\s*(?:$|,)))/i,
};

// One flat array per page and encoding: node writes it as it is.
function headersFor(page: CachedPage, encoding: Encoding): string[] {
  const known = headersOf.get(page) ?? {};
  headersOf.set(page, known);
  known[encoding] ??= [
    'content-type',
    page.type,
    'content-length',
    String(page.body(encoding).length),
    'cache-control',
    'no-cache',
    'etag',
    page.etag,
    'vary',
    'accept-encoding',
    ...Object.entries(page.headers).flat(),
    ...(encoding === 'identity' ? [] : ['content-encoding', encoding]),
    ...fixed,
  ];
  return known[encoding];
}
