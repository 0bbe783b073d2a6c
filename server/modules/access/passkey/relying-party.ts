import type { Ctx } from '#platform/transaction';

/** Under which name passkeys are made and asked for: the host of the request when it is one of this county's, else that of the public address. */
export function relyingPartyId(ctx: Ctx, host: string | undefined): string {
  const name = hostName(host ?? '');
  return ctx.app.counties.hosts().get(name) === ctx.county.id ? name : publicHost(ctx);
}

/** The origins under which the county's pages are open in a browser: each of its hosts with scheme and port of the public address. */
export function originsOf(ctx: Ctx): string[] {
  const address = new URL(ctx.app.settings.publicAddress);
  const hosts = [...ctx.app.counties.hosts()].filter(([, county]) => county === ctx.county.id).map(([name]) => name);
  return hosts.map((name) => `${address.protocol}//${name}${address.port ? `:${address.port}` : ''}`);
}

/** The address under which the county's pages are reached, without trailing slash: for links on paper and in messages. */
export function addressOf(ctx: Ctx): string {
  const address = new URL(ctx.app.settings.publicAddress);
  return `${address.protocol}//${publicHost(ctx)}${address.port ? `:${address.port}` : ''}`;
}

/** The county's first host: the public address's own if it belongs to the county. */
function publicHost(ctx: Ctx): string {
  const own = hostName(new URL(ctx.app.settings.publicAddress).host);
  const hosts = ctx.app.counties.hosts();
  if (hosts.get(own) === ctx.county.id) return own;
  return [...hosts].find(([, county]) => county === ctx.county.id)?.[0] ?? own;
}

const hostName = (host: string): string => host.replace(/:\d+$/, '').toLowerCase();
