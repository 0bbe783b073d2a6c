import { z } from 'zod';
import { defineEvent } from '#platform/events';

const id = z.uuid();

/** A place came into the tree. */
export const placeCreated = defineEvent('place.created', 1, 'placeId', { placeId: id, revision: z.int() });
/** A place has another name, code or facts. */
export const placeChanged = defineEvent('place.changed', 1, 'placeId', { placeId: id, revision: z.int() });
/** A place has another parent; every position after it may have changed. */
export const placeMoved = defineEvent('place.moved', 1, 'placeId', {
  placeId: id,
  fromParentId: id,
  toParentId: id,
  revision: z.int(),
});
/** A place is no more from the day `validTo`; its records stay. */
export const placeEnded = defineEvent('place.ended', 1, 'placeId', {
  placeId: id,
  validTo: z.string(),
  revision: z.int(),
});
/** The county's own names (of places, of its lexicon) are being brought into its indexes of words, or are in all of them now; `placeId` is the root. */
export const ownWordsChanged = defineEvent('own-words.changed', 1, 'placeId', { placeId: id });
/** Many places came at once from a file; `placeId` is the root. */
export const placesImported = defineEvent('places.imported', 1, 'placeId', {
  placeId: id,
  count: z.int(),
  revision: z.int(),
});
