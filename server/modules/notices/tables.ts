// Written by tools/generate-tables.ts from the database. To change it, add a migration and run the tool again.

import type { Generated } from 'kysely';
import type { Json } from '#platform/column-types';

export interface DeliveriesTable {
  county_id: number;
  id: string;
  message_id: string;
  channel: 'email' | 'sms' | 'webhook';
  state: 'planned' | 'sending' | 'sent' | 'failed';
  due_at: Date;
  attempts: Generated<number>;
  receipt: string | null;
  failure: string | null;
  changed_at: Date;
}

export interface HooksTable {
  county_id: number;
  id: string;
  kind: 'wecom' | 'dingtalk' | 'feishu' | 'program';
  name: string;
  /** whose own it is; null: of the duties at place_id and below */
  person_id: string | null;
  place_id: string | null;
  duties: ('desk' | 'orders' | 'operations')[];
  language: string;
  /** the machine alone: the rest of the address is as secret as a password */
  host: string;
  /** address and secret as JSON, sealed under the installation's key */
  sealed: Buffer;
  /** robots take so many messages a minute and then none for a while */
  rests_until: Date | null;
  last_sent_at: Date | null;
  /** why the last message was not taken; null once one was */
  last_failure: string | null;
  made_at: Date;
}

export interface LettersTable {
  county_id: number;
  id: string;
  channel: 'email' | 'sms';
  subject_id: string;
  dedupe_key: string;
  /** to, subject, text as JSON, sealed under the installation's key; null once the letter is settled */
  sealed: Buffer | null;
  state: 'planned' | 'sending' | 'sent' | 'failed' | 'dropped';
  due_at: Date;
  attempts: Generated<number>;
  receipt: string | null;
  failure: string | null;
  made_at: Date;
  changed_at: Date;
}

export interface MessagesTable {
  county_id: number;
  id: string;
  person_id: string;
  kind: string;
  dedupe_key: string;
  subject_id: string;
  href: string;
  /** values for the words of the kind: counts, minutes, times; never a name, phone or address */
  facts: Json;
  due_at: Date | null;
  made_at: Date;
  read_at: Date | null;
  /** path with a secret that only the letter carries, sealed under the installation's key; removed as soon as the letter has gone out or cannot */
  sealed_link: Buffer | null;
  /** the letter held a link that is gone once it went out or could not: it is not sent again */
  carried_secret: Generated<boolean>;
}

export interface PostsTable {
  county_id: number;
  id: string;
  hook_id: string;
  kind: string;
  dedupe_key: string;
  href: string;
  /** values for the words of the kind: counts, minutes, times; never a name, phone or address */
  facts: Json;
  state: 'planned' | 'sending' | 'sent' | 'failed';
  due_at: Date;
  attempts: Generated<number>;
  receipt: string | null;
  failure: string | null;
  changed_at: Date;
}

export interface PreferencesTable {
  county_id: number;
  person_id: string;
  email: Generated<boolean>;
  /** minute of the day in the county's zone */
  quiet_from: number | null;
  quiet_until: number | null;
  changed_at: Date;
  /** the tag of the language in which letters are written to this person; null: the language of their record */
  language: string | null;
}

/** Every table of the schema `notices`. */
export interface NoticesTables {
  'notices.deliveries': DeliveriesTable;
  'notices.hooks': HooksTable;
  'notices.letters': LettersTable;
  'notices.messages': MessagesTable;
  'notices.posts': PostsTable;
  'notices.preferences': PreferencesTable;
}
