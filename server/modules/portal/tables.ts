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
  /** title words weigh A, text words D; dictionary english over words cut by the app: Latin words by their stem, Chinese ones as they are */
  words: string;
  /** by which way of cutting words it was indexed */
  form: Generated<number>;
}

/** Every table of the schema `portal`. */
export interface PortalTables {
  'portal.search_documents': SearchDocumentsTable;
}
