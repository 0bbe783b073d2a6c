import { cell } from './cell.ts';

const base = '/console/phone';

/** The path below `/console/phone`, such as `/` or `/offers/018f…`. */
export const here = cell<string>(pathNow());

function pathNow(): string {
  return location.pathname.startsWith(base) ? location.pathname.slice(base.length) || '/' : '/';
}

/** Where a page that was come back to stood, in pixels from its top; null: it was gone to afresh. */
let stoodAt: number | null = null;
export const cameBackTo = (): number | null => stoodAt;

addEventListener('popstate', (event) => {
  stoodAt = (event.state as { top?: number } | null)?.top ?? 0;
  here.set(pathNow());
});

/** The address of a path of this entry. */
export const hrefOf = (path: string): string => `${base}${path}`;

/** Goes to a path of this entry, with its query if it has one; `replace` leaves no way back to the present one. */
export function go(path: string, options: { replace?: boolean } = {}): void {
  stoodAt = null;
  if (!options.replace) history.replaceState({ ...(history.state as object | null), top: scrollY }, '');
  if (options.replace) history.replaceState({ inside: true }, '', hrefOf(path));
  else history.pushState({ inside: true }, '', hrefOf(path));
  here.set(path.replace(/\?.*$/, ''));
  scrollTo(0, 0);
}

/** Back to where one came from; to the first page when this one was opened from outside. */
export function back(): void {
  if ((history.state as { inside?: boolean } | null)?.inside) history.back();
  else go('/', { replace: true });
}
