// Written by tools/generate-tables.ts from the database. To change it, add a migration and run the tool again.

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
  'places.places': PlacesTable;
  'places.trees': TreesTable;
}
