// Written by tools/generate-tables.ts from the database. To change it, add a migration and run the tool again.

import type { Generated } from 'kysely';
import type { Json } from '#platform/column-types';

export interface HubRequestsTable {
  county_id: number;
  id: string;
  /** hash of topic and callback: of one pair only the latest request counts */
  subject: string;
  mode: 'subscribe' | 'unsubscribe';
  topic: string;
  callback: string;
  callback_host: string;
  lease_seconds: number;
  sealed_secret: Buffer | null;
  tries: Generated<number>;
  /** real time at which the callback is asked whether it meant it */
  due_at: Date;
  /** real time until which a process asks */
  claimed_until: Date | null;
  asked_at: Date;
}

export interface HubSubscriptionsTable {
  county_id: number;
  id: string;
  subject: string;
  /** whole address of the feed */
  topic: string;
  callback: string;
  callback_host: string;
  /** what the feed is made from, as the page cache names it: an event that purges one of them may have changed it */
  keys: string[];
  sealed_secret: Buffer | null;
  /** real time at which the subscription ends by itself */
  lease_until: Date;
  /** of what the feed said when it was last sent, or when it was subscribed to */
  hash_sent: string;
  /** grows with each change: what changes while the feed is on its way is sent after it */
  owed: Generated<number>;
  tries: Generated<number>;
  /** real time at which the feed is sent next; null: nothing new */
  due_at: Date | null;
  claimed_until: Date | null;
  made_at: Date;
}

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
  /** title words weigh A, text words D; dictionary english over words cut by the app: Latin words by their stem, Chinese ones as they are; §words say kind, section, place, day, month, year */
  words: string;
  /** by which way of cutting words it was indexed */
  form: Generated<number>;
}

export interface SearchSoundsTable {
  county_id: number;
  /** the sound, and for sounds of five letters and more each of its forms with one letter left out */
  key: string;
  word: string;
  /** pinyin without tones or spaces, ü as v */
  sound: string;
}

/** Every table of the schema `portal`. */
export interface PortalTables {
  'portal.hub_requests': HubRequestsTable;
  'portal.hub_subscriptions': HubSubscriptionsTable;
  'portal.search_documents': SearchDocumentsTable;
  'portal.search_sounds': SearchSoundsTable;
}
