// Written by tools/generate-tables.ts from the database. To change it, add a migration and run the tool again.

import type { Generated } from 'kysely';
import type { Json } from '#platform/column-types';

export interface CertificatesTable {
  county_id: number;
  /** first half of the SHA-256 of the signer's certificate, hexadecimal */
  id: string;
  /** DER, the signer's first */
  chain: Buffer[];
  /** made by the county itself: nobody else vouches for it */
  own: boolean;
  made_at: Date;
  valid_until: Date;
}

export interface ConsentsTable {
  county_id: number;
  id: string;
  /** of the picture or of the material */
  item_hash: string;
  /** name of whoever agreed, as they said it; no account is needed */
  given_by: string;
  /** whom the guardian agreed for; empty: for themselves */
  for_whom: string;
  as_guardian: boolean;
  way: 'paper' | 'voice' | 'writing';
  given_on: string;
  /** what the picture or the recording may be used for; empty: nothing was said */
  scope: string;
  /** the last day; null: until it is taken back */
  valid_until: string | null;
  /** the sealed file of the signed form or the recording: its bytes open with the installation's key alone */
  form_hash: string | null;
  form_type: string | null;
  form_bytes: number | null;
  recorded_by: string | null;
  recorded_at: Date;
  revoked_at: Date | null;
  revoked_by: string | null;
  /** when somebody had seen to what still shows the picture since the consent ended */
  settled_at: Date | null;
  settled_by: string | null;
  settled_because: string | null;
  picture_hash: string | null;
  material_hash: string | null;
}

export interface LooseFormsTable {
  county_id: number;
  file_hash: string;
  /** by the machine's clock */
  since: Date;
}

export interface MaterialFilesTable {
  county_id: number;
  material_id: string;
  part: '1080p' | '480p' | 'audio' | 'poster';
  file_hash: string;
  media_type: string;
  bytes: number;
  width: number | null;
  height: number | null;
  /** what the file says of itself, as a short hash; empty: nothing */
  said: Generated<string>;
}

export interface MaterialsTable {
  county_id: number;
  id: string;
  /** SHA-256 of the file as it was sent: texts name a material by it, so a signature covers it */
  hash: string;
  kind: 'audio' | 'video' | 'document';
  state: 'waiting' | 'converting' | 'ready' | 'failed' | 'stopped';
  version: Generated<number>;
  /** the file's name as it was sent */
  name: string;
  media_type: string;
  bytes: number;
  title: string;
  caption: string;
  credit: string;
  /** what is said and seen, for those who cannot hear or see it */
  transcript: Generated<string>;
  place_id: string | null;
  /** id of the person; null when a rule stored it */
  stored_by: string | null;
  made_at: Date;
  duration_milliseconds: number | null;
  width: number | null;
  height: number | null;
  /** loudest sample of each of equal parts of a sound, 0 to 100 */
  peaks: Generated<number[]>;
  /** per cent of its conversion */
  progress: Generated<number>;
  /** how often its conversion was begun: one that breaks the program must not be begun for ever */
  tries: Generated<number>;
  /** code of what is in the way of its conversion */
  problem: string | null;
  problem_detail: Json | null;
  keywords: Generated<string[]>;
  taken_on: string | null;
  /** where we have it from, for the desk alone */
  source: Generated<string>;
  /** under which terms it may be shown; goes out with it */
  licence: Generated<string>;
  rights_holder: Generated<string>;
  /** the last day on which it may be shown; null: no end is known */
  rights_until: string | null;
  /** made or changed by a machine (生成合成); null: nobody said so */
  machine: 'made' | 'changed' | null;
  /** somebody said that persons can be recognised in it, by sight or by voice */
  shows_people: Generated<boolean>;
  /** its words cut for search; null: not yet done */
  words: string | null;
  /** the version whose words its files were last compared with; null: never */
  imprinted_version: number | null;
  /** hash of the film in which what is to be seen is spoken; null: there is none */
  described_hash: string | null;
}

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
  /** somebody said that persons can be recognised in it */
  shows_people: Generated<boolean>;
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

export interface SubtitlesTable {
  county_id: number;
  material_id: string;
  language: 'zh-CN' | 'en';
  file_hash: string;
  bytes: number;
  cues: number;
  stored_at: Date;
}

/** the pieces of an upload that have arrived; their bytes lie in the file store until the whole is put together */
export interface UploadPiecesTable {
  county_id: number;
  upload_id: string;
  from_byte: number;
  id: string;
  bytes: number;
}

export interface UploadsTable {
  county_id: number;
  id: string;
  person_id: string;
  name: string;
  bytes: number;
  arrived: Generated<number>;
  state: Generated<'sending' | 'arrived' | 'kept' | 'refused'>;
  /** what the sender's device knows the file again by (name, size, time of change), so that it goes on where it stopped */
  fingerprint: string;
  alt: string;
  caption: string;
  credit: string;
  place_id: string | null;
  kind: 'picture' | 'audio' | 'video' | 'document' | null;
  /** what it became: the hash of a picture, the id of a material */
  subject: string | null;
  /** code of the refusal, where nothing could be made of it */
  refusal: string | null;
  refusal_detail: Json | null;
  began_at: Date;
  /** by the machine's clock: when it goes unless more arrives */
  expires_at: Date;
  /** said by whoever sends it */
  machine: 'made' | 'changed' | null;
}

export interface UsesTable {
  county_id: number;
  /** of the picture or of the material */
  item_hash: string;
  noun: string;
  subject_id: string;
  part: 'draft' | 'edition' | 'past';
  used_at: Date;
  picture_hash: string | null;
  material_hash: string | null;
}

/** Every table of the schema `media`. */
export interface MediaTables {
  'media.certificates': CertificatesTable;
  'media.consents': ConsentsTable;
  'media.loose_forms': LooseFormsTable;
  'media.material_files': MaterialFilesTable;
  'media.materials': MaterialsTable;
  'media.pictures': PicturesTable;
  'media.renditions': RenditionsTable;
  'media.subtitles': SubtitlesTable;
  'media.upload_pieces': UploadPiecesTable;
  'media.uploads': UploadsTable;
  'media.uses': UsesTable;
}
