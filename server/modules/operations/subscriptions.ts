import { dataErased } from '#platform/erasure';
import { after, committed } from '#platform/events';
import { emptyPageCache } from '#portal';
import { noteErasure } from './backup/erasures.ts';
import { countyChanged } from './events.ts';

/** Name, publisher and telephone stand on every page. Elsewhere the pages are forgotten with the news that the counties changed. */
const nameOnEveryPage = committed(countyChanged, (app) => emptyPageCache(app));

/** What was deleted at somebody's wish is listed outside the database, so that no backup brings it back. */
const deletedForGood = after(dataErased, 'operations.note-erasure', (ctx, { payload, at }) =>
  noteErasure(ctx, { ...payload, at }),
);

export const subscriptions = [nameOnEveryPage, deletedForGood];
