import type { App } from '#platform/app';
import type { ServerOptions } from '#platform/http/server';
import { mountApiDocuments } from './api-documents.ts';
import { mayDrawAhead } from './cache/draw-ahead.ts';
import { serveFromCache } from './cache/fast-path.ts';
import { keepAnswers } from './cache/keep-answer.ts';
import { errorPageOf } from './error-page.ts';
import { mountFiles } from './files/mount-files.ts';
import type { Applications } from './files/mount-files.ts';
import { mountHealth } from './health.ts';
import { methodsOfPages, mountPages } from './mount-pages.ts';
import { pageCacheOf } from './state.ts';

/** What the portal gives to the web server: the cache in front, the pages, the files, the readable errors. `applications` other than the built ones are for tests. */
export function portalOptions(
  app: App,
  applications?: Applications,
): Pick<ServerOptions, 'fastPath' | 'keep' | 'errorPage' | 'methodsAt' | 'mount'> {
  const cache = pageCacheOf(app);
  return {
    fastPath: (request, response) => serveFromCache(app, cache, request, response),
    keep: keepAnswers(app, cache),
    errorPage: errorPageOf(app),
    methodsAt: methodsOfPages(app),
    mount(server) {
      mountPages(app, server);
      mayDrawAhead(app, server);
      mountFiles(app, server, applications);
      mountHealth(app, server);
      mountApiDocuments(app, server);
    },
  };
}
