import { refuse } from '#platform/refuse';
import type { Wish } from '../contract.ts';

/** Whether a wish says all that a later one says: any day holds every day, any part of a day every part of it. */
const includes = (wish: Wish, later: Wish): boolean =>
  (wish.on === null || wish.on === later.on) && (wish.part === 'any' || wish.part === later.part);

/** Whether somebody could come for both on one day: no wish and "any day" are every day. What part of the day was said does not part them: it is what people change first. */
export const shareADay = (some: readonly Wish[], others: readonly Wish[]): boolean => {
  const anyDay = (wishes: readonly Wish[]): boolean => wishes.length === 0 || wishes.some(({ on }) => on === null);
  return anyDay(some) || anyDay(others) || some.some(({ on }) => others.some((other) => other.on === on));
};

/** Refuses WishesExclude (422) where a wish leaves nothing for a later one: the same twice, or "any day" before a day. Best first, so the later one would never be looked at. */
export function mustNotExclude(wishes: readonly Wish[]): void {
  wishes.forEach((wish, at) => {
    if (wishes.slice(0, at).some((before) => includes(before, wish)))
      refuse('WishesExclude', { number: at + 1 }, [{ path: `/wishes/${at}/on`, code: 'excluded' }]);
  });
}
