/** Cookies of a request, first value wins. */
export function readCookies(header: string | undefined): Map<string, string> {
  const cookies = new Map<string, string>();
  for (const part of (header ?? '').split(';')) {
    const at = part.indexOf('=');
    const name = part.slice(0, at).trim();
    if (at > 0 && !cookies.has(name)) cookies.set(name, part.slice(at + 1).trim());
  }
  return cookies;
}

/** A Set-Cookie line under the __Host- prefix: Secure, HttpOnly, SameSite=Lax, whole site, this host alone (trust.md A8). Chromium and Firefox take it on http://localhost too. */
export const hostCookie = (name: string, value: string, maxAgeSeconds: number): string =>
  `__Host-${name}=${value}; Path=/; Max-Age=${Math.trunc(maxAgeSeconds)}; Secure; HttpOnly; SameSite=Lax`;
