/** Public pages without network: the last ones read, and the page that checks marks. What is shown from here says so, with its time. */
interface Extendable {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Extendable {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
/** The little of a service worker's world that is used here; TypeScript's own library of it cannot stand beside the page's. */
export interface SiteWorker {
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
  addEventListener(type: 'install' | 'activate', listener: (event: Extendable) => void): void;
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void;
  addEventListener(type: 'message', listener: (event: Extendable & { readonly data: unknown }) => void): void;
}
declare const self: unknown;

const worker = self as SiteWorker;
/** Other names are another form of what is kept: they are thrown away. */
const stores = { pages: 'xiangyin-pages-1', files: 'xiangyin-files-1', pictures: 'xiangyin-pictures-1' } as const;
const most = { pages: 60, files: 40, pictures: 120 } as const;
/** Of the staff, of one person, or not a page at all: never kept. */
const notKept =
  /^\/(?:[a-z]{2,3}(?:-[a-z0-9]+)*\/)?(?:large\/)?(?:console|api|orders|kiosk|demonstration|healthz|readyz)(?:\/|$)/;
const held = ['/verify', '/offline'];
const prefixOf = (path: string): string =>
  /^((?:\/[a-z]{2,3}(?:-[a-z0-9]+)*)?(?:\/large)?)(?:\/|$)/.exec(path)?.[1] ?? '';
const patienceMilliseconds = 5_000;
const dayMilliseconds = 86_400_000;

worker.addEventListener('install', (event) => event.waitUntil(hold('').then(() => worker.skipWaiting())));
worker.addEventListener('activate', (event) => event.waitUntil(forgetOlder().then(() => worker.clients.claim())));
// The page that was open before there was a worker.
worker.addEventListener('message', (event) => {
  const url = typeof event.data === 'string' ? new URL(event.data) : undefined;
  if (url && url.origin === location.origin && !notKept.test(url.pathname)) event.waitUntil(keepOpen(url));
});
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin || notKept.test(pathname)) return;
  if (request.mode === 'navigate') event.respondWith(page(event, request));
  else if (pathname.startsWith('/assets/')) event.respondWith(keptFirst('files', request));
  else if (request.destination === 'image') event.respondWith(newFirst('pictures', request));
});

async function page(event: Extendable, request: Request): Promise<Response> {
  const kept = await (await caches.open(stores.pages)).match(request, { ignoreVary: true });
  const { pathname } = new URL(request.url);
  const asked = fetch(request).catch(() => undefined);
  // What comes too late to be shown is there the next time: over a slow line it would stay as old as it is.
  event.waitUntil(
    asked.then((answer) => answer && keepPage(request, answer.clone()).then(() => holdDaily(prefixOf(pathname)))),
  );
  const answer = await (kept ? inTime(asked) : asked);
  if (answer) return answer;
  if (!kept) return offline(pathname);
  // What these two say, the device says: they are never out of date.
  return held.some((one) => pathname === prefixOf(pathname) + one) ? kept : withItsTime(kept);
}

/** What the network says; undefined where it says nothing, or is slow: there is something else to show. */
function inTime(asked: Promise<Response | undefined>): Promise<Response | undefined> {
  return Promise.race([
    asked,
    new Promise<undefined>((done) => setTimeout(() => done(undefined), patienceMilliseconds)),
  ]);
}

async function offline(path: string): Promise<Response> {
  const pages = await caches.open(stores.pages);
  const prefix = prefixOf(path);
  const wanted = path === `${prefix}/verify` ? '/verify' : '/offline';
  return (await pages.match(prefix + wanted)) ?? (await pages.match(wanted)) ?? Response.error();
}

/** Keeps a page that is the same for everybody; what is no longer there is forgotten. */
async function keepPage(request: Request | string, answer: Response): Promise<void> {
  const pages = await caches.open(stores.pages);
  if (answer.status === 404 || answer.status === 410) return void (await pages.delete(request));
  const isPage = answer.headers.get('content-type')?.startsWith('text/html') === true;
  const isForAll = !(answer.headers.get('cache-control') ?? 'no-store').includes('no-store');
  if (answer.status !== 200 || answer.redirected || !isPage || !isForAll) return;
  await put('pages', request, answer);
}

async function put(store: keyof typeof stores, request: Request | string, answer: Response): Promise<void> {
  const cache = await caches.open(stores[store]);
  // Put anew it is the youngest; the oldest leave first.
  await cache.delete(request);
  await cache.put(request, answer);
  const all = (await cache.keys()).filter(({ url }) => !held.some((path) => new URL(url).pathname.endsWith(path)));
  await Promise.all(all.slice(0, Math.max(0, all.length - most[store])).map((one) => cache.delete(one)));
}

async function keptFirst(store: keyof typeof stores, request: Request): Promise<Response> {
  const kept = await (await caches.open(stores[store])).match(request, { ignoreVary: true });
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.status === 200) await put(store, request, answer.clone());
  return answer;
}

async function newFirst(store: keyof typeof stores, request: Request): Promise<Response> {
  try {
    const answer = await fetch(request);
    if (answer.status === 200) await put(store, request, answer.clone());
    return answer;
  } catch {
    return (await (await caches.open(stores[store])).match(request, { ignoreVary: true })) ?? Response.error();
  }
}

/** Fetches what must be there without network, with the styles and scripts that it names, and those that these name. */
async function hold(prefix: string): Promise<void> {
  for (const path of held) {
    const answer = await fetch(prefix + path, { cache: 'no-cache' });
    if (answer.status !== 200) continue;
    const html = await answer.clone().text();
    await put('pages', prefix + path, answer);
    await holdFiles([...html.matchAll(/"(\/assets\/[\w.-]+)"/g)].map(([, file = '']) => file));
  }
}

async function holdFiles(files: readonly string[]): Promise<void> {
  const cache = await caches.open(stores.files);
  for (const file of files) {
    if (await cache.match(file, { ignoreVary: true })) continue;
    const answer = await fetch(file);
    if (answer.status !== 200) continue;
    const text = file.endsWith('.js') ? await answer.clone().text() : '';
    await put('files', file, answer);
    await holdFiles(
      [...text.matchAll(/["'`](?:\.\/|\/?assets\/)([\w.-]+\.js)["'`]/g)].map(([, name = '']) => `/assets/${name}`),
    );
  }
}

/** The keys on the page that checks marks should not grow old while the network is there. */
async function holdDaily(prefix: string): Promise<void> {
  const kept = await (await caches.open(stores.pages)).match(`${prefix}/verify`, { ignoreVary: true });
  const age = Date.now() - Date.parse(kept?.headers.get('date') ?? '1970-01-01');
  if (age > dayMilliseconds) await hold(prefix).catch(() => undefined);
}

async function keepOpen(url: URL): Promise<void> {
  const address = url.pathname + url.search;
  const pages = await caches.open(stores.pages);
  if (!(await pages.match(address, { ignoreVary: true }))) await keepPage(address, await fetch(address));
  await holdDaily(prefixOf(url.pathname));
}

async function forgetOlder(): Promise<void> {
  const names = Object.values<string>(stores);
  const others = (await caches.keys()).filter(
    (name) => /^xiangyin-(pages|files|pictures)-/.test(name) && !names.includes(name),
  );
  await Promise.all(others.map((name) => caches.delete(name)));
}

/** A kept page never passes for today's: it says when it was fetched, by the county's clock, and that what was corrected since is not in it. The words are the page's own, in its language. */
async function withItsTime(kept: Response): Promise<Response> {
  const html = await kept.text();
  const language = /<html lang="([\w-]+)"/.exec(html)?.[1] ?? 'zh-CN';
  const [, zone, said = '{}'] = /<body data-zone="([^"]*)" data-read-later="([^"]*)"/.exec(html) ?? [];
  const time = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    dateStyle: 'long',
    timeStyle: 'short',
    hourCycle: 'h23',
    ...(zone ? { timeZone: zone } : {}),
  }).format(new Date(kept.headers.get('date') ?? 0));
  const words = said.replace('{}', () => `<time>${time}</time>`);
  const headers = new Headers(kept.headers);
  for (const name of ['content-encoding', 'content-length', 'etag']) headers.delete(name);
  const body = html.replace('<main id="text"', `<p class="kept" role="status">${words}</p><main id="text"`);
  return new Response(body, { status: 200, headers });
}
