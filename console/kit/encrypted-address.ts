/** The same page over TLS, at its usual port: where a proxy with a certificate stands in front. */
export const encryptedAddress = ({
  hostname,
  pathname,
  search,
}: Pick<Location, 'hostname' | 'pathname' | 'search'>): string => `https://${hostname}${pathname}${search}`;
