import type { OidcSetting } from '#platform/settings/oidc';
import { discovered, isAway } from './provider.ts';

/** Asks a provider for its description, as every sign-in does first. Null: it answered as the standard says (OpenID Connect Discovery §4.3); `away`: nothing came; `not-accepted`: something else answers there. `innerHosts` as for every call to other machines. */
export async function tryProvider(
  innerHosts: readonly string[],
  provider: OidcSetting,
): Promise<'away' | 'not-accepted' | null> {
  try {
    await discovered(innerHosts, provider);
    return null;
  } catch (error) {
    return isAway(error) ? 'away' : 'not-accepted';
  }
}
