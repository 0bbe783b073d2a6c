// Written by tools/generate-tables.ts from the database. To change it, add a migration and run the tool again.

import type { Generated } from 'kysely';
import type { Json } from '#platform/column-types';

export interface SearchDocumentsTable {
  county_id: number;
  kind: 'story' | 'service' | 'place';
  id: string;
  language: string;
  title: string;
  /** plain text, for the excerpt */
  text: string;
  href: string;
  label: Json;
  place_ids: string[];
  at: Date;
  /** title words weigh A, text words D; dictionary english over words cut by the app: Latin words by their stem, Chinese ones as they are; §words say kind, section, place, day, month, year */
  words: string;
  /** by which way of cutting words it was indexed */
  form: Generated<number>;
}

export interface SearchSoundsTable {
  county_id: number;
  /** the sound, and for sounds of five letters and more each of its forms with one letter left out */
  key: string;
  word: string;
  /** pinyin without tones or spaces, ü as v */
  sound: string;
}

/** Every table of the schema `portal`. */
export interface PortalTables {
  'portal.search_documents': SearchDocumentsTable;
  'portal.search_sounds': SearchSoundsTable;
}
