import type { Manifest } from '#platform/manifest';
import { aboutPage } from './about-page.ts';
import { feedPages } from './feeds/feed-pages.ts';
import { newsSitemapPage } from './feeds/news-sitemap-page.ts';
import { robotsPage, sitemapPage, sitemapPartPage } from './feeds/sitemap-page.ts';
import { frontPreviewRoute } from './front-preview.ts';
import { hubRoutes } from './hub/hub-routes.ts';
import { bringCallsForward } from './hub/bring-forward.ts';
import { hubWork } from './hub/hub-work.ts';
import { homePage } from './home/home-page.ts';
import { iconPages } from './install/icon-pages.ts';
import { manifestPage } from './install/manifest-page.ts';
import { securityPage } from './install/security-page.ts';
import { offlinePage } from './offline-page.ts';
import { personalData } from './personal-data.ts';
import { placePage, placesPage } from './place-page.ts';
import { learnPlaces, renewSearch } from './search/renew-search.ts';
import { searchRebuild } from './search/rebuild-command.ts';
import { searchPage } from './search/search-page.ts';
import { searchIndex } from './search/word-index.ts';
import { emptyPageCache } from './state.ts';
import { statementPages } from './statements/statement-pages.ts';
import { subscriptions } from './subscriptions.ts';
import { keyListPage } from './verify/key-list-page.ts';
import { verifyPage } from './verify/verify-page.ts';
import { sealed } from './sealed.ts';
import { texts } from './texts/index.ts';

/** What the module portal gives to the program: the pages that gather what others publish, and the search. */
export const portal: Manifest = {
  name: 'portal',
  routes: [frontPreviewRoute, ...hubRoutes],
  refusals: { TopicUnknown: 422, CallbackRefused: 422, TooManySubscriptions: 429 },
  pages: [
    homePage,
    searchPage,
    placePage,
    placesPage,
    aboutPage,
    verifyPage,
    offlinePage,
    keyListPage,
    ...feedPages,
    sitemapPage,
    sitemapPartPage,
    robotsPage,
    newsSitemapPage,
    manifestPage,
    securityPage,
    ...iconPages,
    ...statementPages,
  ],
  personalData,
  sealed,
  subscriptions,
  texts,
  // Every page says when nothing can be sent in, and when it can again.
  start: async (app) => app.room.onChange(() => emptyPageCache(app)),
  wordIndexes: [searchIndex],
  recurring: [learnPlaces, renewSearch, hubWork, bringCallsForward],
  commands: [searchRebuild],
};
