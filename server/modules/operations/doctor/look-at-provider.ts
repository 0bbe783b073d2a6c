import { tryProvider } from '#access';
import type { CommandCall } from '#platform/manifest';
import type { Finding } from './finding.ts';

/** Whether the sign-in provider of the settings answers as itself; nothing where none is set. */
export async function lookAtProvider({ app }: CommandCall): Promise<Finding[]> {
  const { oidc, innerHosts } = app.settings;
  if (!oidc) return [];
  const problem = await tryProvider(innerHosts ?? [], oidc);
  const host = new URL(oidc.issuer).host;
  if (problem === null)
    return [{ ok: true, what: `统一登录（${host}）有回应 · the sign-in provider (${host}) answers` }];
  return [
    problem === 'away'
      ? {
          ok: false,
          what: `统一登录（${host}）没有回应 · the sign-in provider (${host}) does not answer`,
          remedy:
            '看看 OIDC_ISSUER 和到那里的网络；大家可以先用密码登录 · look at OIDC_ISSUER and the network to it; people can sign in with their passwords meanwhile',
        }
      : {
          ok: false,
          what: `${host} 有回应，但不是 OIDC_ISSUER 写的那一个 · ${host} answers, but not as what OIDC_ISSUER says`,
          remedy:
            '照提供方的 /.well-known/openid-configuration 里的 issuer 一字不差地写 · write it letter by letter as issuer stands in the provider’s /.well-known/openid-configuration',
        },
  ];
}
