// Written by tools/generate-tables.ts from the database. To change it, add a migration and run the tool again.

import type { Json } from '#platform/column-types';

export interface TroublesTable {
  county_id: number;
  key: string;
  since_at: Date;
  /** values for the words of the trouble: counts, days, gigabytes */
  facts: Json;
  /** null: seen once; what is gone at the next look troubles nobody */
  told_at: Date | null;
}

/** Every table of the schema `operations`. */
export interface OperationsTables {
  'operations.troubles': TroublesTable;
}
