/** A provider by which people sign in (OpenID Connect). */
export interface OidcSetting {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What stands on the button. */
  readonly name: string;
}

/** The provider, from its four settings; null where none is set, a problem where one of the three is missing. */
export function oidcSetting(given: {
  readonly issuer: string | undefined;
  readonly clientId: string | undefined;
  readonly clientSecret: string | undefined;
  readonly name: string | undefined;
}): OidcSetting | null | { readonly problem: string } {
  const { issuer, clientId, clientSecret } = given;
  if (!issuer && !clientId && !clientSecret) return null;
  if (!issuer || !clientId || !clientSecret)
    return {
      problem:
        'OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET: 三个要一起写 · all three belong together; one is missing',
    };
  return { issuer, clientId, clientSecret, name: given.name ?? new URL(issuer).host };
}
