import type { App } from '#platform/app';
import { PageCache } from './cache/page-cache.ts';

const caches = new WeakMap<App, PageCache>();

/** The page cache of this process. */
export function pageCacheOf(app: App): PageCache {
  const cache = caches.get(app) ?? new PageCache();
  caches.set(app, cache);
  return cache;
}

/** Forgets every page: notifications from other processes may have been missed. */
export const emptyPageCache = (app: App): void => pageCacheOf(app).clear();
