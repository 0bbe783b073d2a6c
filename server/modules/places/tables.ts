// Written by tools/generate-tables.ts from the database. To change it, add a migration and run the tool again.

import type { Generated } from 'kysely';
import type { Json } from '#platform/column-types';

/** append-only */
export interface FormerCodesTable {
  county_id: number;
  id: string;
  place_id: string;
  /** division code or local code that the place had until then */
  code: string;
  given_up_at: Date;
}

export interface OwnWordsTable {
  county_id: number;
  /** names by which questions are cut: every index holds them; null: never looked at, names of places alone */
  known: string[] | null;
  /** names that are being brought into the indexes; null: at rest */
  wanted: string[] | null;
  /** the index that is being gone through */
  at_index: string | null;
  /** how far it was gone through; null: not yet begun */
  after: string | null;
  /** things looked at in this round */
  done: Generated<number>;
  /** things that there were when it began */
  total: Generated<number>;
  /** names may have changed since the last look */
  due: Generated<boolean>;
  ended_at: Date | null;
}

export interface PlacesTable {
  county_id: number;
  id: string;
  parent_id: string | null;
  /** name of the level in the country pack: county, town, village, … */
  level: string;
  /** 0 for the root */
  depth: number;
  /** division code in the style of GB/T 2260 and GB/T 10114: 6, 9 or 12 digits */
  code: string | null;
  local_code: string | null;
  name: Json;
  /** position in the tree, counted from 0 at the root; everything below lies between lo and hi */
  lo: number;
  hi: number;
  valid_from: string;
  /** first day on which the place is no more; null while it exists */
  valid_to: string | null;
  x_km: number | null;
  y_km: number | null;
  population: number | null;
}

export interface TreesTable {
  county_id: number;
  revision: number;
}

/** Every table of the schema `places`. */
export interface PlacesTables {
  'places.former_codes': FormerCodesTable;
  'places.own_words': OwnWordsTable;
  'places.places': PlacesTable;
  'places.trees': TreesTable;
}
