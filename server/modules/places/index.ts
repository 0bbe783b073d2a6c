import type { Words } from '#platform/county';
import type { Tx } from '#platform/transaction';
import { found } from '#platform/refuse';
import type { CountyTree } from './tree/county-tree.ts';
import { today } from './today.ts';
import { treeOf } from './tree/forest.ts';
import type { Place } from './tree/place.ts';

export type { Place } from './tree/place.ts';
export { drawnGround, groundMapIn, tileHosts } from './ground-map.ts';
export { periodOf } from './period.ts';
export { dayOf, today } from './today.ts';
export { codeOf, isLiving } from './tree/place.ts';
export type { CountyTree } from './tree/county-tree.ts';
export { treeOf } from './tree/forest.ts';
export { placeLine } from './place-line.ts';
export { treeForUpdate } from './place-queries.ts';
export {
  emergenciesOf,
  emergencyNumbers,
  levelName,
  levelsOf,
  packOf,
  phoneForm,
  phoneWorldwide,
} from './country-pack.ts';
export type { Emergency, OwnLevel } from './country-pack.ts';
export { mustBeInOwnLanguage } from './own-language.ts';
export { announcedUntil, workingDayAfter } from './working-days.ts';
export { askedWords, asking, marksFor } from './words/asked-words.ts';
export { excerptAround } from './words/excerpt-around.ts';
export { cutWords } from './words/own-words.ts';
export { placeNames } from './words/place-names.ts';
export { fold, withoutRank } from './words/place-words.ts';
export { readCounties, replant } from './words/read-again.ts';
export { ownNamesChanged, wordsRenewal } from './words/renew-words.ts';
export type { WordsRenewal } from './words/renew-words.ts';
export { importPlaces } from './import/import-places.ts';
export type { ListSource } from './import/import-places.ts';
export { listOfDivision } from './import/divisions/list-of-division.ts';
export { problemsOfPlaces } from './import/read-places.ts';
export type { RowProblem } from './import/read-places.ts';
export { addPlaces } from './add-places.ts';
export type { NewPlace } from './add-places.ts';
export { ownWordsChanged, placeChanged, placeCreated, placeEnded, placeMoved, placesImported } from './events.ts';

/** The county's tree, from memory: one consistent state. */
export const placesOf = (tx: Tx): CountyTree => treeOf(tx.ctx.app, tx.countyId);

/** The place, or undefined. */
export const placeById = (tx: Tx, id: string): Place | undefined => placesOf(tx).byId(id);

/** The place that a request names; refuses NotFound (404) for one that is not in this county. */
export const placeOrRefuse = (tx: Tx, id: string): Place => found(placesOf(tx).byId(id));

/** By division code or local code: who has it today, else who had it; or undefined. */
export const placeByCode = (tx: Tx, code: string): Place | undefined => placesOf(tx).byCode(code, today(tx));

/** The place and all below it, in order. */
export const subtree = (tx: Tx, id: string): readonly Place[] => placesOf(tx).subtree(id);

/** The county itself. Refuses NotFound (404) while no places have been imported. */
export const rootPlace = (tx: Tx): Place => found(placesOf(tx).root);

/** A text in the reader's language, or in any language it has. */
export const inWords = (words: Words, language: 'zh-CN' | 'en'): string =>
  words[language] ?? words['zh-CN'] ?? words.en ?? '';

/** A place's name in the reader's language. */
export const placeName = (place: Pick<Place, 'name'>, language: 'zh-CN' | 'en'): string =>
  inWords(place.name, language);

/** Straight distance in kilometres, or null where a position is unknown. */
export const distanceKm = (a: Place, b: Place): number | null =>
  a.xKm === null || a.yKm === null || b.xKm === null || b.yKm === null
    ? null
    : Math.round(Math.hypot(a.xKm - b.xKm, a.yKm - b.yKm) * 10) / 10;
