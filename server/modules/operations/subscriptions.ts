import { committed } from '#platform/events';
import { emptyPageCache } from '#portal';
import { countyChanged } from './events.ts';

/** Name, publisher and telephone stand on every page. Elsewhere the pages are forgotten with the news that the counties changed. */
export const subscriptions = [committed(countyChanged, (app) => emptyPageCache(app))];
