// Written by tools/generate-tables.ts from the database. To change it, add a migration and run the tool again.

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
}

export interface RenditionsTable {
  county_id: number;
  picture_hash: string;
  width: number;
  height: number;
  media_type: string;
  file_hash: string;
  bytes: number;
}

/** Every table of the schema `media`. */
export interface MediaTables {
  'media.pictures': PicturesTable;
  'media.renditions': RenditionsTable;
}
