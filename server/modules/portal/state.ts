import type { App } from '#platform/app';
import { PageCache } from './cache/page-cache.ts';

const caches = new WeakMap<App, PageCache>();

/** The page cache of this process. */
export function pageCacheOf(app: App): PageCache {
  const cache = caches.get(app) ?? new PageCache();
  caches.set(app, cache);
  return cache;
}

/** Forgets the county's pages under these keys; pages read from now on show what has been committed so far, from the replica too. To be called after the commit. */
export function purgePages(app: App, county: number, keys: readonly string[]): void {
  app.replica?.noteCommit();
  pageCacheOf(app).purge(county, keys);
}

/** Forgets every page: notifications from other processes may have been missed. */
export function emptyPageCache(app: App): void {
  app.replica?.noteCommit();
  pageCacheOf(app).clear();
}
