import { limits } from './limits.ts';

// White space, controls, invisible and direction characters: browsers drop some of them, so `java\tscript:` would slip through.
const suspicious = /[\s\\<>"`\p{Cc}\p{Cf}\p{Cs}]/u;

/** Whether a link may stand in a text: http, https, mailto, tel, a path of this site (`/…`), or a place on the page (`#…`). */
export function isAllowedHref(href: string): boolean {
  if (href === '' || href.length > limits.hrefCharacters || suspicious.test(href)) return false;
  if (href.startsWith('#')) return true;
  if (href.startsWith('/')) return !href.startsWith('//');
  if (/^mailto:/i.test(href)) return /^mailto:[^@?,;&]+@[^@?,;&]+$/i.test(href);
  if (/^tel:/i.test(href)) return /^tel:\+?[0-9][0-9().\-*]*(;ext=[0-9]+)?$/i.test(href);
  return /^https?:\/\//i.test(href) && isPlainAddress(href);
}

/** A web address that parses, has a host, and carries no user name that could pass for one (`https://bank.example@evil.example`). */
function isPlainAddress(href: string): boolean {
  try {
    const url = new URL(href);
    return url.host !== '' && url.username === '' && url.password === '';
  } catch {
    return false;
  }
}
