import type { App } from '#platform/app';
import { PageCache } from './cache/page-cache.ts';

const caches = new WeakMap<App, PageCache>();

/** The page cache of this process. */
export function pageCacheOf(app: App): PageCache {
  const cache = caches.get(app) ?? new PageCache();
  caches.set(app, cache);
  return cache;
}
