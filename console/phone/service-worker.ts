/** The little of a service worker's world that is used here; TypeScript's own library of it cannot stand beside the page's. */
export interface ShellWorker {
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
  addEventListener(
    type: 'install' | 'activate',
    listener: (event: { waitUntil(work: Promise<unknown>): void }) => void,
  ): void;
  addEventListener(
    type: 'fetch',
    listener: (event: { readonly request: Request; respondWith(answer: Promise<Response>): void }) => void,
  ): void;
}
declare const self: unknown;

const worker = self as ShellWorker;
const base = '/console/phone/';
// Written in by the build: the hashed names of script, style and pictures.
const shell = JSON.parse('__SHELL__') as { readonly version: string; readonly files: readonly string[] };
const cacheName = `xiangyin-phone-${shell.version}`;
const others = ['manifest.webmanifest', 'icon.svg', 'icon-192.png', 'icon-512.png'];

worker.addEventListener('install', (event) => event.waitUntil(keepShell()));
worker.addEventListener('activate', (event) => event.waitUntil(forgetOlder()));
worker.addEventListener('fetch', (event) => {
  const { pathname, origin } = new URL(event.request.url);
  if (event.request.method !== 'GET' || origin !== location.origin || !pathname.startsWith(base)) return;
  event.respondWith(event.request.mode === 'navigate' ? page() : file(event.request));
});

// What the page has loaded a moment ago is taken from the browser's cache: at 200 kbit/s the shell is not fetched twice.
async function keepShell(): Promise<void> {
  const cache = await caches.open(cacheName);
  await cache.addAll([base, ...shell.files.map((name) => base + name), ...others.map((name) => base + name)]);
  await worker.skipWaiting();
}

async function forgetOlder(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name.startsWith('xiangyin-phone-') && name !== cacheName).map((name) => caches.delete(name)),
  );
  await worker.clients.claim();
}

/** Every path of the entry is the same page; it opens at once, and a newer one shows at the next opening. */
async function page(): Promise<Response> {
  return (await (await caches.open(cacheName)).match(base)) ?? fetch(base);
}

// The words of a further language are no part of the shell: they are kept by the phone that speaks it.
async function file(request: Request): Promise<Response> {
  const cache = await caches.open(cacheName);
  const kept = await cache.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  // Where the phone has no room left they are spoken all the same.
  if (answer.ok && new URL(request.url).pathname.startsWith(`${base}assets/`))
    await cache.put(request, answer.clone()).catch(() => undefined);
  return answer;
}
