// Written by tools/generate-tables.ts from the database. To change it, add a migration and run the tool again.

import type { Generated } from 'kysely';
import type { Json } from '#platform/column-types';

export interface ImportsTable {
  county_id: number;
  id: string;
  /** ids alone; those who were taken back are gone */
  person_ids: string[];
  made_by: string;
  made_at: Date;
  undone_at: Date | null;
}

export interface PersonsTable {
  county_id: number;
  id: string;
  /** as in papers; shown to handlers only */
  name: string;
  /** as colleagues and readers see it: a byline, the name on a visit */
  display_name: string;
  /** what the person does here, in words: {zh-CN, en} */
  title: Json | null;
  language: 'zh-CN' | 'en';
  email: string | null;
  phone: string | null;
  place_id: string | null;
  active: Generated<boolean>;
  /** under 14: nothing is written before a guardian agreed (PIPL art. 28, 31) */
  is_child: Generated<boolean>;
  guardian_name: string | null;
  guardian_phone: string | null;
  guardian_agreed_at: Date | null;
  made_at: Date;
  changed_at: Date;
  version: Generated<number>;
  erased_at: Date | null;
}

/** Every table of the schema `people`. */
export interface PeopleTables {
  'people.imports': ImportsTable;
  'people.persons': PersonsTable;
}
