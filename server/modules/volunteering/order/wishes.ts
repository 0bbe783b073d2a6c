import { refuse } from '#platform/refuse';
import type { Wish } from '../contract.ts';

/** Whether a wish says all that a later one says: any day holds every day, any part of a day every part of it. */
const includes = (wish: Wish, later: Wish): boolean =>
  (wish.on === null || wish.on === later.on) && (wish.part === 'any' || wish.part === later.part);

/** Refuses WishesExclude (422) where a wish leaves nothing for a later one: the same twice, or "any day" before a day. Best first, so the later one would never be looked at. */
export function mustNotExclude(wishes: readonly Wish[]): void {
  wishes.forEach((wish, at) => {
    if (wishes.slice(0, at).some((before) => includes(before, wish)))
      refuse('WishesExclude', { number: at + 1 }, [{ path: `/wishes/${at}/on`, code: 'excluded' }]);
  });
}
