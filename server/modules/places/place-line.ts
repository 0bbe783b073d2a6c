import type { PlaceLine } from './contract.ts';
import { codeOf } from './tree/place.ts';
import type { Place } from './tree/place.ts';

/** A place as lists and trees show it. */
export const placeLine = (place: Place): PlaceLine => ({
  id: place.id,
  parentId: place.parentId,
  code: codeOf(place),
  level: place.level,
  depth: place.depth,
  name: place.name,
  validFrom: place.validFrom,
  validTo: place.validTo,
});
