import { ExplainedError } from '#platform/explained-error';

/** The address that an option names, without path and trailing slash; null without the option. Throws ExplainedError for what is no address of a site. */
export function addressGiven(value: string | true | undefined): string | null {
  if (value === undefined) return null;
  const url = typeof value === 'string' && URL.canParse(value) ? new URL(value) : null;
  if (url && /^https?:$/.test(url.protocol) && url.pathname === '/' && url.search === '' && url.username === '')
    return url.origin;
  throw new ExplainedError(
    '--moved-to 写网站的地址，如 https://news.example.org · --moved-to takes the address of the site, such as https://news.example.org',
  );
}
