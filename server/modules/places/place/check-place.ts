import { refuse } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import { levelsOf, packOf } from '../country-pack.ts';
import type { CountyTree } from '../tree/county-tree.ts';
import type { Place } from '../tree/place.ts';

/** Refuses a tree that somebody else has changed since it was read: StaleVersion (409) with the present revision. */
export function mustBeRevision(tree: CountyTree, revision: number): void {
  if (tree.revision !== revision) refuse('StaleVersion', { revision: tree.revision });
}

/** Refuses a code of the wrong form (CodeNotUnderstood, 422) or one that another living place has (CodeTaken, 409). */
export function mustHaveOwnCode(tx: Tx, tree: CountyTree, place: Pick<Place, 'id' | 'code' | 'localCode'>): void {
  const { code: form } = packOf(tx.ctx.county);
  if (place.code !== null && form && !form.test(place.code))
    refuse('CodeNotUnderstood', {}, [{ path: '/code', code: 'invalid_format' }]);
  const others = tree.places.filter((other) => other.id !== place.id && other.validTo === null);
  if (place.code !== null && others.some((other) => other.code === place.code))
    refuse('CodeTaken', { code: place.code }, [{ path: '/code', code: 'taken' }]);
  if (place.localCode !== null && others.some((other) => other.localCode === place.localCode))
    refuse('CodeTaken', { code: place.localCode }, [{ path: '/localCode', code: 'taken' }]);
}

/** Refuses a parent that is no more, or a level that does not stand below the parent's: LevelNotBelow (422). */
export function mustStandBelow(tx: Tx, parent: Place, level: string): void {
  const levels = Object.keys(levelsOf(tx.ctx.county));
  if (parent.validTo !== null) refuse('PlaceEnded', {}, [{ path: '/parentId', code: 'invalid_value' }]);
  if (!levels.includes(level)) refuse('LevelNotBelow', {}, [{ path: '/level', code: 'invalid_value' }]);
  if (levels.indexOf(level) <= levels.indexOf(parent.level))
    refuse('LevelNotBelow', {}, [{ path: '/level', code: 'invalid_value' }]);
}
