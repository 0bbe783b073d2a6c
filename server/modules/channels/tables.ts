// Written by tools/generate-tables.ts from the database. To change it, add a migration and run the tool again.

import type { Generated } from 'kysely';
import type { Json } from '#platform/column-types';

export interface CopiesTable {
  county_id: number;
  id: string;
  story_id: string;
  edition_id: string;
  edition_number: number;
  /** the kind of the channel: its folder in server/modules/channels/kinds */
  channel: string;
  state: 'planned' | 'waiting' | 'sending' | 'accepted' | 'published' | 'drifted' | 'failed' | 'manual' | 'withdrawing' | 'withdrawn' | 'superseded';
  remote_id: string | null;
  address: string | null;
  /** text hash of the edition that was sent */
  hash_sent: string;
  /** what was read back: hash_sent when the words are the same, else the SHA-256 of the words that were seen */
  hash_seen: string | null;
  /** what the receiver gave back; of the public site: edition and hash, written with the edition itself */
  receipt: Json | null;
  /** how often it was read back since it last changed; what was sent stands in channels.attempts */
  looks: Generated<number>;
  problem: string | null;
  /** real time at which to read back next; null when there is nothing to read back */
  look_at: Date | null;
  planned_at: Date;
  published_at: Date | null;
  seen_at: Date | null;
  changed_at: Date;
}

/** Every table of the schema `channels`. */
export interface ChannelsTables {
  'channels.copies': CopiesTable;
}
