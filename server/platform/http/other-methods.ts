import type { Route } from './route.ts';

/** Says which methods an address of the API takes, of these routes; none: nothing is there. Asked only where the router found nothing. */
export function methodsOf(routes: readonly Pick<Route, 'method' | 'path'>[]): (url: string) => string[] {
  let patterns: { method: string; pattern: RegExp }[] | undefined;
  return (url) => {
    const path = url.split('?', 1)[0] ?? '';
    if (!path.startsWith('/api/v1/')) return [];
    patterns ??= routes.map((one) => ({ method: one.method, pattern: patternOf(`/api/v1${one.path}`) }));
    return [...new Set(patterns.flatMap((one) => (one.pattern.test(path) ? one.method : [])))].toSorted();
  };
}

/** Which addresses a path with names in it (`/tags/:slug`) stands for. */
export const patternOf = (path: string): RegExp =>
  new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/:\w+/g, '[^/]+')}$`);
