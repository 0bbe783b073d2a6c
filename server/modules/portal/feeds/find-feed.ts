import { addressOf } from '#platform/county-address';
import { openCtx } from '#platform/transaction';
import type { Ctx } from '#platform/transaction';
import { unprefixed } from '../prefix.ts';
import { feedKinds } from './feed-kinds.ts';
import type { FeedKind } from './feed-kinds.ts';
import type { FeedCall } from './sources.ts';

/** The feed that has this address in the county; undefined where there is none. */
export function findFeed(ctx: Ctx, address: string): { kind: FeedKind; call: FeedCall } | undefined {
  const url = URL.parse(address);
  if (!url || url.origin !== new URL(addressOf(ctx)).origin) return undefined;
  const { language, tag, edition, path } = unprefixed(ctx.county, url.pathname);
  for (const kind of feedKinds) {
    const params = paramsIn(kind.path, path);
    if (!params) continue;
    const asked = kind.query ? url.searchParams.get(kind.query) : null;
    const query = kind.query && asked !== null ? { [kind.query]: asked } : {};
    return {
      kind,
      call: { ctx: openCtx(ctx.app, ctx.county, { requestId: ctx.requestId, language, tag }), params, query, edition },
    };
  }
  return undefined;
}

function paramsIn(pattern: string, path: string): Record<string, string> | undefined {
  const names: string[] = [];
  const shape = pattern.replaceAll('.', '\\.').replace(/:(\w+)/g, (_, name: string) => {
    names.push(name);
    return '([^/]+)';
  });
  const match = new RegExp(`^${shape}$`).exec(path);
  if (!match) return undefined;
  try {
    return Object.fromEntries(names.map((name, at) => [name, decodeURIComponent(match[at + 1] ?? '')]));
  } catch {
    return undefined;
  }
}
