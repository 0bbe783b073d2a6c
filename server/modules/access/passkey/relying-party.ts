import { hostName, hostOf } from '#platform/county-address';
import type { Ctx } from '#platform/transaction';

/** Under which name passkeys are made and asked for: the host of the request when it is one of this county's, else that of the public address. */
export function relyingPartyId(ctx: Ctx, host: string | undefined): string {
  const name = hostName(host ?? '');
  return ctx.app.counties.hosts().get(name) === ctx.county.id ? name : hostOf(ctx);
}

/** The origins under which the county's pages are open in a browser: each of its hosts with scheme and port of the public address. */
export function originsOf(ctx: Ctx): string[] {
  const address = new URL(ctx.app.settings.publicAddress);
  const hosts = [...ctx.app.counties.hosts()].filter(([, county]) => county === ctx.county.id).map(([name]) => name);
  return hosts.map((name) => `${address.protocol}//${name}${address.port ? `:${address.port}` : ''}`);
}
