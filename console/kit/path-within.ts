/** A path of the record (`/console/stories/…`) as a path of this application; anything foreign leads to "my work". */
export function pathWithin(href: string): string {
  if (!href.startsWith('/') || href.startsWith('//')) return '/';
  const path = href.replace(/^\/console(?=\/|$)/, '');
  return path === '' ? '/' : path;
}
