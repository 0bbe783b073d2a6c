// Written by tools/generate-tables.ts from the database. To change it, add a migration and run the tool again.

import type { Generated } from 'kysely';

export interface PicturesTable {
  county_id: number;
  /** SHA-256 of the stored original: texts name their pictures by it, so a signature covers the picture too */
  hash: string;
  width: number;
  height: number;
  bytes: number;
  alt: string;
  caption: string;
  credit: string;
  place_id: string | null;
  /** id of the person; null when a rule stored it */
  stored_by: string | null;
  made_at: Date;
  version: Generated<number>;
  /** per cent of the width from the left: the point that stays in every cut */
  focus_x: Generated<number>;
  focus_y: Generated<number>;
  /** when the last of its files was there; null: some may be missing */
  renditions_at: Date | null;
  /** when making them was last begun, by the machine's clock, so that one that cannot be made holds up no other */
  renditions_tried_at: Date | null;
  title: Generated<string>;
  keywords: Generated<string[]>;
  taken_on: string | null;
  /** where we have it from, for the desk alone */
  source: Generated<string>;
  /** under which terms it may be shown; goes out with the picture */
  licence: Generated<string>;
  rights_holder: Generated<string>;
  /** the last day on which it may be shown; null: no end is known */
  rights_until: string | null;
  /** made or changed by a machine (生成合成); null: nobody said so */
  machine: 'made' | 'changed' | null;
  /** perceptual hash, 64 bits: pictures that look alike differ in few of them; null: plain or not yet looked at */
  looks: number | null;
  /** its words cut for search; null: not yet done */
  words: string | null;
}

export interface RenditionsTable {
  county_id: number;
  picture_hash: string;
  width: number;
  height: number;
  media_type: string;
  file_hash: string;
  bytes: number;
  cut: Generated<'whole' | '16x9' | '4x3' | '1x1'>;
  /** per cent of the width from the left: the point that stays in every cut; 50 for the whole picture */
  focus_x: Generated<number>;
  focus_y: Generated<number>;
  /** hash of what the file says of itself (title, caption, credit, rights); empty: nothing */
  said: Generated<string>;
}

export interface UsesTable {
  county_id: number;
  picture_hash: string;
  noun: string;
  subject_id: string;
  part: 'draft' | 'edition' | 'past';
  used_at: Date;
}

/** Every table of the schema `media`. */
export interface MediaTables {
  'media.pictures': PicturesTable;
  'media.renditions': RenditionsTable;
  'media.uses': UsesTable;
}
