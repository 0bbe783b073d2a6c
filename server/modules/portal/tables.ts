// Written by tools/generate-tables.ts from the database. To change it, add a migration and run the tool again.

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
  /** title words weigh A, text words D; dictionary simple over words cut by the app */
  words: string;
}

/** Every table of the schema `portal`. */
export interface PortalTables {
  'portal.search_documents': SearchDocumentsTable;
}
