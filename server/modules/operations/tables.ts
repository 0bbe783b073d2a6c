// Written by tools/generate-tables.ts from the database. To change it, add a migration and run the tool again.

import type { Generated } from 'kysely';
import type { Json } from '#platform/column-types';

export interface MeasurementsTable {
  county_id: number;
  span: 'minute' | 'hour';
  begins_at: Date;
  /** answers from memory */
  memory: Generated<number>;
  pages: Generated<number>;
  api: Generated<number>;
  /** answers of status 500 and above, which are counted as pages or api too */
  failed: Generated<number>;
  /** the time that pages and api took, all together */
  milliseconds: Generated<number>;
  /** this and what follows: the worst of the span; null: nobody looked */
  jobs_waiting: number | null;
  jobs_failed: number | null;
  lag_seconds: number | null;
  copies_waiting: number | null;
  copies_failed: number | null;
  /** given up within a day */
  notices_failed: number | null;
  /** where the data folder lies */
  free_megabytes: number | null;
}

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
  'operations.measurements': MeasurementsTable;
  'operations.troubles': TroublesTable;
}
