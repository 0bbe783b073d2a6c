import { passkeysByHost } from '#access';
import type { App } from '#platform/app';
import { hostOf } from '#platform/county-address';
import { inCounty } from '#platform/transaction';
import { enrolAnew } from '../county/county-address-command.ts';
import { loopback } from '../county/new-county.ts';
import { certificateOf } from './certificate.ts';
import type { CertificateState } from './certificate.ts';
import type { Finding } from './finding.ts';
import type { Looked } from './look-at-installation.ts';

const day = 86_400_000;
/** A certificate that ends in so many days is a trouble already: a new one takes its time. */
export const certificateDays = 14;

/** Whether readers find the real counties under their addresses, and nobody has a passkey that works nowhere. Nothing of a demonstration. */
export async function lookAtAddress({ app }: Looked): Promise<Finding[]> {
  const real = app.counties.all().filter(({ demonstration }) => !demonstration);
  if (real.length === 0) return [];
  return [...lookAtPublicAddress(app), ...(await ofCertificates(app)), ...(await ofPasskeys(app))];
}

/** Whether the address of the settings is a county's, and one under which people can sign in. */
export function lookAtPublicAddress(app: App): Finding[] {
  const { protocol, hostname } = new URL(app.settings.publicAddress);
  const isAnybodys = app.counties.hosts().has(hostname.toLowerCase());
  return [
    {
      ok: isAnybodys,
      what: isAnybodys
        ? `读者输入的地址是 ${app.settings.publicAddress} · readers type ${app.settings.publicAddress}`
        : `PUBLIC_ADDRESS 是 ${hostname}，没有一个县用它 · PUBLIC_ADDRESS says ${hostname}, which is no county’s`,
      remedy: `npm run cli -- county address --add=${hostname}`,
    },
    {
      ok: protocol === 'https:' || loopback.includes(hostname),
      what: loopback.includes(hostname)
        ? `${hostname} 只有这台机器打得开：试用可以，县里用要有自己的地址 · only this machine reaches ${hostname}: good for a trial; a county at work needs an address of its own`
        : '地址是加密的，在别的机器上能登录 · the address is encrypted, people can sign in from other machines',
      remedy:
        '前面放 nginx 和证书，PUBLIC_ADDRESS 写 https:// · put nginx with a certificate in front and write PUBLIC_ADDRESS with https:// (deploy/README.md)',
    },
  ];
}

/** Host → how its certificate stands, for every real county that is reached by https. */
export async function certificatesOf(app: App): Promise<ReadonlyMap<string, CertificateState>> {
  const { protocol, port } = new URL(app.settings.publicAddress);
  if (protocol !== 'https:') return new Map();
  const now = app.clock.now();
  const hosts = await Promise.all(
    app.counties
      .all()
      .filter(({ demonstration }) => !demonstration)
      .map((county) => inCounty(app, county, (ctx) => Promise.resolve(hostOf(ctx)))),
  );
  const states = await Promise.all(
    [...new Set(hosts.filter((host) => !loopback.includes(host)))].map(
      async (host) =>
        [
          host,
          await certificateOf(
            { host, port: Number(port || 443) },
            now,
            new Date(now.getTime() + certificateDays * day),
          ),
        ] as const,
    ),
  );
  return new Map(states);
}

async function ofCertificates(app: App): Promise<Finding[]> {
  return [...(await certificatesOf(app))].map(([host, state]) => ({
    ok: state.is === 'good',
    what: `${host}：${certificateWords(state)}`,
    remedy:
      state.is === 'away'
        ? '看域名、防火墙和 nginx；只是从这台机器连不过去的，从别处试一试 · look at the DNS, the firewall and nginx; where only this machine cannot reach it, try from elsewhere'
        : '换一张新证书，重新载入 nginx（certbot renew；systemctl reload nginx）；自己的签发机构，用 NODE_EXTRA_CA_CERTS 写明 · get a new certificate and reload nginx (certbot renew; systemctl reload nginx); an authority of your own is named in NODE_EXTRA_CA_CERTS',
  }));
}

function certificateWords(state: CertificateState): string {
  switch (state.is) {
    case 'away':
      return '没有应答 · nobody answers there';
    case 'refused':
      return `证书不被承认 · its certificate is not accepted (${state.why})`;
    case 'ended':
      return `证书 ${dayOf(state.until)} 已经过期，读者打不开 · its certificate ran out on ${dayOf(state.until)}: readers are kept out`;
    case 'ends':
      return `证书 ${dayOf(state.until)} 就到期 · its certificate runs out on ${dayOf(state.until)}`;
    case 'good':
      return `证书到 ${dayOf(state.until)} · its certificate is good until ${dayOf(state.until)}`;
  }
}

const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

// After the address was changed: whoever enrolled under the earlier one cannot use it here.
async function ofPasskeys(app: App): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const county of app.counties.all().filter(({ demonstration }) => !demonstration)) {
    const { present, dead } = await inCounty(app, county, async (ctx) => ({
      present: hostOf(ctx),
      dead: (await ctx.transaction((tx) => passkeysByHost(tx))).filter(
        ({ host }) => app.counties.hosts().get(host) !== county.id,
      ),
    }));
    for (const one of dead)
      findings.push({
        ok: false,
        what: `${county.slug}：有通行密钥用不了 · there are passkeys that work nowhere\n${enrolAnew(one, present)}`,
        remedy: `旧网址还在自己手里的，先加回来 · where the earlier name is still yours, bring it back first: npm run cli -- county address --add=${one.host} --county=${county.slug}`,
      });
  }
  return findings;
}
