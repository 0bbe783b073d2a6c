import { dayLocale } from './day-locale.ts';

/** Lists the pages that this device kept, the latest first, and forgets them all when asked. */
const store = 'xiangyin-pages-1';
const box = document.querySelector<HTMLElement>('[data-kept]');
const list = box?.querySelector('[data-kept-list]');
if (box && list && 'caches' in window) void show(box, list).catch(() => undefined);

async function show(around: HTMLElement, into: Element): Promise<void> {
  const cache = await caches.open(store);
  const requests = [...(await cache.keys())]
    .reverse()
    .filter(({ url }) => !/\/(verify|offline)$/.test(new URL(url).pathname));
  for (const request of requests) into.append(await entry(request.url, await cache.match(request)));
  if (requests.length === 0) return;
  around.hidden = false;
  document.querySelector('[data-none]')?.remove();
  const button = around.querySelector<HTMLButtonElement>('[data-forget]');
  button?.addEventListener('click', () => void forget(button, into, requests));
}

async function forget(button: HTMLButtonElement, from: Element, requests: readonly Request[]): Promise<void> {
  const cache = await caches.open(store);
  await Promise.all(requests.map((one) => cache.delete(one)));
  from.replaceChildren();
  button.textContent = button.dataset['done'] ?? '';
  button.disabled = true;
}

async function entry(url: string, kept: Response | undefined): Promise<HTMLElement> {
  const page = new DOMParser().parseFromString((await kept?.text()) ?? '', 'text/html');
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = url;
  // Not by its first heading: that of every search is the same. The site's name behind the title says nothing here.
  link.textContent = page.title.replace(/ · [^·]+$/, '') || url;
  link.lang = page.documentElement.lang;
  const time = document.createElement('time');
  const at = new Date(kept?.headers.get('date') ?? 0);
  time.dateTime = at.toISOString();
  time.textContent = new Intl.DateTimeFormat(dayLocale(), {
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: document.body.dataset['zone'] ?? 'UTC',
  }).format(at);
  item.append(link, ' ', time);
  return item;
}
