import { refuse } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import { levelsOf, packOf } from '../country-pack.ts';
import type { CountyTree } from '../tree/county-tree.ts';
import { overlap } from '../tree/place.ts';
import type { Place } from '../tree/place.ts';

/** Refuses a code of the wrong form (CodeNotUnderstood, 422) or one that another place has on a day on which both exist (CodeTaken, 409). */
export function mustHaveOwnCode(tx: Tx, tree: CountyTree, place: Place): void {
  const { code: form } = packOf(tx.ctx.county);
  if (place.code !== null && form && !form.test(place.code))
    refuse('CodeNotUnderstood', {}, [{ path: '/code', code: 'invalid_format', detail: { expected: 'division-code' } }]);
  for (const what of ['code', 'localCode'] as const) {
    const code = place[what];
    if (code !== null && tree.holdersOf(code).some((other) => other.id !== place.id && overlap(other, place)))
      refuse('CodeTaken', { code }, [{ path: `/${what}`, code: 'taken' }]);
  }
}

/** Refuses a place without any code: CodeNotUnderstood (422). */
export function mustHaveSomeCode(place: Pick<Place, 'code' | 'localCode'>): void {
  if (place.code === null && place.localCode === null)
    refuse('CodeNotUnderstood', {}, [{ path: '/code', code: 'required' }]);
}

/** Refuses a parent that ends before the place does (PlaceEnded, 422), or a level that does not stand below the parent's: LevelNotBelow (422). */
export function mustStandBelow(tx: Tx, parent: Place, { level, validTo }: Pick<Place, 'level' | 'validTo'>): void {
  const levels = Object.keys(levelsOf(tx.ctx.county));
  if (parent.validTo !== null && (validTo === null || validTo > parent.validTo))
    refuse('PlaceEnded', {}, [{ path: '/parentId', code: 'invalid_value' }]);
  if (!levels.includes(level)) refuse('LevelNotBelow', {}, [{ path: '/level', code: 'invalid_value' }]);
  if (levels.indexOf(level) <= levels.indexOf(parent.level))
    refuse('LevelNotBelow', {}, [{ path: '/level', code: 'invalid_value' }]);
}
