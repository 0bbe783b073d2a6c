// Written by tools/generate-tables.ts from the database. To change it, add a migration and run the tool again.

import type { Json } from '#platform/column-types';

export interface LoadedTable {
  county_id: number;
  /** person:chenxi, place:990101, story:flood-tonight:zh, order:leaking-tap, step:orders */
  key: string;
  id: string;
  /** of an order that a guided walk shows: the code on its slip, which is kept nowhere else */
  code: string | null;
}

export interface WalkResultsTable {
  county_id: number;
  walk: 'story' | 'order';
  subject_id: string;
  /** milliseconds from the last signature to the public page; what one changed character did to the signatures */
  facts: Json;
  changed_at: Date;
}

/** Every table of the schema `demonstration`. */
export interface DemonstrationTables {
  'demonstration.loaded': LoadedTable;
  'demonstration.walk_results': WalkResultsTable;
}
