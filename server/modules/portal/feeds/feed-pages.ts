import { Raw } from '#platform/http/route';
import type { Page } from '#platform/page';
import { hubAddress } from '../hub/hub-address.ts';
import { feedKinds, linksOf, openFeed } from './feed-kinds.ts';
import type { FeedKind } from './feed-kinds.ts';

/** The feeds as pages: kept and purged like every other. */
export const feedPages: readonly Page[] = feedKinds.map(pageOf);

function pageOf(kind: FeedKind): Page {
  return {
    path: kind.path,
    view: '',
    cached: true,
    ...(kind.query ? { query: [kind.query], perMinute: 120 } : {}),
    async load(call) {
      const feed = await openFeed(kind, call);
      const links = { link: linksOf(hubAddress(call.ctx), feed.self) };
      return { raw: new Raw(kind.type, await feed.write(), links), keys: feed.keys };
    },
  };
}
