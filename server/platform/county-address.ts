import type { Ctx } from './transaction.ts';

/** The address under which the county's pages are reached, without trailing slash: for links on paper, in messages, codes and feeds. */
export function addressOf(ctx: Ctx): string {
  const address = new URL(ctx.app.settings.publicAddress);
  return `${address.protocol}//${hostOf(ctx)}${address.port ? `:${address.port}` : ''}`;
}

/** The county's first host, without port: the public address's own if it belongs to the county. */
export function hostOf(ctx: Ctx): string {
  const own = hostName(new URL(ctx.app.settings.publicAddress).host);
  const hosts = ctx.app.counties.hosts();
  if (hosts.get(own) === ctx.county.id) return own;
  return [...hosts].find(([, county]) => county === ctx.county.id)?.[0] ?? own;
}

/** A host as the table of hosts has it: without port, in small letters. */
export const hostName = (host: string): string => host.replace(/:\d+$/, '').toLowerCase();
