import { FocusTrail } from './focus-trail.ts';

/** Gives the focus back when a dialog leaves the page, which takes it along: to what opened it, or to the heading where that is gone. Most of our dialogs are made when they open and taken away when they close, and Ant Design gives the focus back only from one that stays. */
export function returnFocus(): void {
  const trail = new FocusTrail<HTMLElement>();
  let latest: HTMLElement | undefined;
  document.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof HTMLElement)) return;
    latest = target;
    trail.note(target);
  });
  // What lies over the page stands beside it in the body.
  const watch = new MutationObserver((changes) => {
    if (!changes.some(({ removedNodes }) => removedNodes.length > 0)) return;
    // Later: a page that opens instead begins at its own heading, another dialog with its first field.
    setTimeout(() => {
      // Whoever clicked beside everything has left a place that still stands.
      if (!isLost() || latest?.isConnected !== false) return;
      const back = trail.last(stands) ?? document.querySelector<HTMLElement>('h1');
      back?.focus({ preventScroll: true });
    });
  });
  watch.observe(document.body, { childList: true });
}

const isLost = (): boolean => document.activeElement === null || document.activeElement === document.body;

const stands = (place: HTMLElement): boolean =>
  place.isConnected && place.getClientRects().length > 0 && !place.matches(':disabled');
