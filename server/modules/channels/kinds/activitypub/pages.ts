import { addressOf } from '#platform/county-address';
import { Raw } from '#platform/http/route';
import type { Page } from '#platform/page';
import { refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import { accountFigures, accountIdByHandle, isAccount } from './accounts.ts';
import { addressesOf, channelIdIn, handleOf } from './documents/addresses.ts';
import { mediaType } from './documents/documents.ts';

// Read by programs on other hosts too (RFC 7033 §5).
const openly = { 'access-control-allow-origin': '*', 'cache-control': 'no-cache' };
const answer = (type: string, value: unknown) => ({ raw: new Raw(type, JSON.stringify(value), openly) });

/** `/.well-known/webfinger?resource=acct:qingxi@news.example`: from the name of an account to its address (RFC 7033). */
const webFinger: Page = {
  path: '/.well-known/webfinger',
  view: '',
  cached: false,
  query: ['resource'],
  perMinute: 300,
  load: ({ ctx, query }) =>
    ctx.transaction(async (tx) => {
      const { handle, id: named } = accountIn(ctx, query['resource'] ?? '');
      const id = await (named ? knownId(tx, named) : accountIdByHandle(tx, handle ?? refuse('NotFound')));
      if (id === undefined) refuse('NotFound');
      const { actor } = addressesOf(ctx, id);
      return answer('application/jrd+json; charset=utf-8', {
        subject: handle === undefined ? actor : `acct:${handleOf(ctx, handle).slice(1)}`,
        aliases: [actor],
        links: [{ rel: 'self', type: mediaType, href: actor }],
      });
    }),
};

// An account that is off is known by its address, not by its name.
const knownId = async (tx: Tx, id: string): Promise<string | undefined> => ((await isAccount(tx, id)) ? id : undefined);

function accountIn(ctx: Ctx, resource: string): { handle?: string; id?: string } {
  const id = channelIdIn(ctx, resource);
  if (id) return { id };
  const [, handle] = /^acct:@?([^@]+)@/i.exec(resource) ?? [];
  const isOurs = handle && resource.toLowerCase().endsWith(handleOf(ctx, handle).slice(1).toLowerCase());
  return isOurs ? { handle: handle.toLowerCase() } : {};
}

/** `/.well-known/nodeinfo`: where to read what this server is. */
const nodeInfoLinks: Page = {
  path: '/.well-known/nodeinfo',
  view: '',
  cached: false,
  perMinute: 300,
  load: async ({ ctx }) =>
    answer('application/json; charset=utf-8', {
      links: [{ rel: 'http://nodeinfo.diaspora.software/ns/schema/2.1', href: `${addressOf(ctx)}/nodeinfo/2.1` }],
    }),
};

/** `/nodeinfo/2.1`: what this server is (NodeInfo 2.1). */
const nodeInfo: Page = {
  path: '/nodeinfo/2.1',
  view: '',
  cached: false,
  perMinute: 300,
  load: ({ ctx }) =>
    ctx.transaction(async (tx) => {
      const { accounts, texts } = await accountFigures(tx);
      return answer('application/json; profile="http://nodeinfo.diaspora.software/ns/schema/2.1#"; charset=utf-8', {
        version: '2.1',
        software: { name: 'xiangyin', version: '0.1.0' },
        protocols: ['activitypub'],
        services: { inbound: [], outbound: ['atom1.0', 'rss2.0'] },
        openRegistrations: false,
        usage: { users: { total: accounts }, localPosts: texts },
        metadata: {},
      });
    }),
};

/** The addresses under which other servers look for accounts. */
export const pages: readonly Page[] = [webFinger, nodeInfoLinks, nodeInfo];
