// Written by tools/generate-tables.ts from the database. To change it, add a migration and run the tool again.

import type { Generated } from 'kysely';
import type { Json } from '#platform/column-types';

/** append-only */
export interface ActivitypubActivitiesTable {
  county_id: number;
  id: string;
  channel_id: string;
  object_id: string;
  act: 'Create' | 'Update' | 'Delete';
  /** of the sending: tried a second time it makes no second activity */
  key: string;
  at: Date;
}

export interface ActivitypubDeliveriesTable {
  county_id: number;
  id: string;
  channel_id: string;
  activity_id: string | null;
  object_id: string | null;
  /** the Follow that is accepted; forgotten when it has arrived */
  accepts: Json | null;
  inbox: string;
  server: string;
  /** overtaken: it was not sent, for what it tells of was taken down before */
  state: 'waiting' | 'arrived' | 'overtaken' | 'given-up';
  tries: Generated<number>;
  problem: string | null;
  /** real time at which it is sent next */
  due_at: Date | null;
  claimed_until: Date | null;
  planned_at: Date;
  changed_at: Date;
}

export interface ActivitypubFollowersTable {
  county_id: number;
  id: string;
  channel_id: string;
  /** SHA-256 of the address of whoever follows: enough to know them again when they leave */
  actor_hash: string;
  /** SHA-256 of the id of their Follow, by which it is undone */
  follow_hash: string;
  /** where their server takes what is for them: the one that its people share, where it has one */
  inbox: string;
  /** its host */
  server: string;
  at: Date;
}

export interface ActivitypubObjectsTable {
  county_id: number;
  id: string;
  channel_id: string;
  story_id: string;
  /** the Article as it stands there, or the Tombstone in its place */
  document: Json;
  /** servers never take an id again that was deleted: what is published anew gets another */
  is_deleted: Generated<boolean>;
  made_at: Date;
  changed_at: Date;
}

export interface ActivitypubServersTable {
  county_id: number;
  server: string;
  /** which form of signature it last took */
  signs: 'rfc9421' | 'cavage';
  /** real time since which it has not answered; null: it answered last */
  silent_since: Date | null;
  failures_in_row: Generated<number>;
  /** real time from which it is tried again after several failures */
  opens_at: Date | null;
}

/** append-only */
export interface AttemptsTable {
  county_id: number;
  id: string;
  copy_id: string;
  channel_id: string;
  /** look-up: asked the channel what became of it; answer: the channel said so by itself; end: told that its notice has ended; hold: told until when its notice holds now */
  act: 'send' | 'correct' | 'withdraw' | 'look-up' | 'answer' | 'end' | 'hold';
  /** unknown: it was begun, and whoever had it in hand never said how it ended */
  outcome: 'accepted' | 'published' | 'withdrawn' | 'failed' | 'unknown';
  problem: string | null;
  detail: Json;
  took_milliseconds: number;
  at: Date;
}

export interface ChannelsTable {
  county_id: number;
  id: string;
  /** its folder in server/modules/channels/kinds; without a list here, so that a kind is a folder and nothing else */
  kind: string;
  name: string;
  /** takes stories of this place and of those below it */
  place_id: string;
  /** takes stories of these sections; null: of all */
  section_ids: string[] | null;
  /** takes texts of this language; null: of every one */
  language: string | null;
  is_on: boolean;
  settings: Json;
  /** how long a copy that nothing calls back waits before it leaves; an urgent one does not */
  pause_seconds: number;
  /** most copies in a day of the county; null: no limit */
  daily_limit: number | null;
  /** who brings copies there by hand, and is told */
  keeper_id: string | null;
  /** why the program turned it off */
  problem: string | null;
  version: number;
  made_at: Date;
  changed_at: Date;
  /** one secret, or a JSON object of the parts that the county gave */
  sealed_secret: Buffer | null;
  sealed_former_secret: Buffer | null;
  /** real time until which what is sent is signed with the former secret too */
  former_until: Date | null;
  /** tries in a row that the channel did not answer */
  failures_in_row: Generated<number>;
  /** real time from which it is tried again after so many of them; null: it is not held */
  opens_at: Date | null;
  test_due_at: Date | null;
  /** what the last test sending met with: {at, problem, status, tookMilliseconds} */
  test: Json | null;
  /** who brings copies there: as its kind says, or a person since the channel refuses the program */
  carrier: 'program' | 'person';
}

export interface ContributedCopiesTable {
  county_id: number;
  copy_id: string;
  /** real time: the longer ago, the more rarely it is asked */
  sent_at: Date;
  /** a word of the other centre's list: received, accepted, merged, waiting, returned, rejected, published, withdrawn, taken-back; or withdrawal-told: it was told that the text was taken down here */
  state: string;
  /** why it came back or is not used, in the words of its desk */
  reason: string | null;
  /** real time at which it last said so */
  seen_at: Date;
  /** SHA-256 of the words with which it was first seen published there, in words of that centre's own or in ours */
  words_hash: string | null;
}

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
  /** the channel of the county; null: its own site */
  channel_id: string | null;
  waits_for: 'pause' | 'quota' | 'retry' | 'breaker' | null;
  /** real time at which something is to be sent next; null: nothing is */
  due_at: Date | null;
  /** real time until which a process has it in hand */
  claimed_until: Date | null;
  /** grows when it is sent anew after a withdrawal: part of the key by which the receiver knows a second sending */
  round: Generated<number>;
  /** how often it was sent since it last changed */
  tries: Generated<number>;
  /** withdrawn while it was on its way: the recall follows its receipt */
  recalled: Generated<boolean>;
  /** the answer to a try was lost, and nobody knows yet whether the copy arrived */
  may_be_there: Generated<boolean>;
  /** when its notice ended, as its channel is told or was; null: it was told of no end */
  ended_at: Date | null;
  /** why what stands at its place cannot be compared with what was sent; null: it can be, or nobody looked */
  uncompared: 'no-text' | 'closed' | 'no-page' | 'barred' | 'own-words' | 'accepted' | null;
  /** SHA-256 of other words at its place that somebody of the desk lets stand; any third words are drift again */
  accepted_hash: string | null;
  /** until when its notice holds, as its channel was told last; infinity: without end; null: not known */
  known_until: Date | null;
  /** since when its channel is to be told until when its notice holds now; null: it knows */
  holds_on_at: Date | null;
}

export interface CopyCountsTable {
  county_id: number;
  copy_id: string;
  /** the last day that is counted in, by the channel's own calendar */
  on_day: string;
  reads: number;
  shares: number;
}

/** one letter to one receiver; its id is the Message-ID; goes with the receiver */
export interface MailingsTable {
  county_id: number;
  id: string;
  channel_id: string;
  subscriber_id: string;
  what: 'confirmation' | 'instant' | 'digest' | 'correction' | 'withdrawal' | 'restoration';
  copy_id: string | null;
  /** of the copy: grows with each restoration */
  round: Generated<number>;
  story_ids: string[];
  /** the letter in whose thread it stands */
  follows: string | null;
  /** of a digest: the county's day */
  on_day: string | null;
  /** returned: it came back as undeliverable; dropped: the text was withdrawn before it left */
  state: 'planned' | 'sending' | 'sent' | 'failed' | 'returned' | 'dropped';
  /** real time at which it is sent next; null: it is not */
  due_at: Date | null;
  claimed_until: Date | null;
  tries: Generated<number>;
  problem: string | null;
  made_at: Date;
  sent_at: Date | null;
  /** when it was refused for good, or was known to have come back */
  bounced_at: Date | null;
  /** class of the receiver's answer (RFC 3463) */
  bounce_reason: 'no-mailbox' | 'no-server' | 'full' | 'closed' | 'refused' | 'other' | null;
}

/** append-only */
export interface ReceiptPicturesTable {
  county_id: number;
  picture_hash: string;
  copy_id: string;
  entered_at: Date;
}

/** a row goes when its owner leaves: nothing is kept of who once read */
export interface SubscribersTable {
  county_id: number;
  id: string;
  channel_id: string;
  email: string;
  language: 'zh-CN' | 'en';
  pace: 'instant' | 'daily' | 'weekly';
  /** wants stories of these sections; null: of all */
  section_ids: string[] | null;
  /** wants stories of these places and of those below them; null: of all */
  place_ids: string[] | null;
  /** asked: has not confirmed; off: three letters in a row could not be delivered */
  state: 'asked' | 'active' | 'off';
  /** stands in the links of their letters: opens their own choices and the way out, nothing else */
  token: string;
  /** of the code in the letter that asks for confirmation */
  code_hash: string | null;
  code_until: Date | null;
  /** real time */
  asked_at: Date;
  confirmed_at: Date | null;
  /** stories planned after this are new to them */
  digest_from: Date | null;
  digest_on: string | null;
  bounces: Generated<number>;
  /** of the letters that came back in a row the first; null: none did */
  bounced_since: Date | null;
  /** of the letters that came back in a row the last */
  bounced_at: Date | null;
  /** of the last of them */
  bounce_reason: 'no-mailbox' | 'no-server' | 'full' | 'closed' | 'refused' | 'other' | null;
  /** the tag of the further language in which letters are written to them; null: their language */
  tag: string | null;
  /** a last digest is owed, with stories planned before this; null: none is */
  digest_until: Date | null;
}

export interface WechatAccountsTable {
  county_id: number;
  channel_id: string;
  /** the token of the platform by which every call is made; null: there is none */
  sealed_token: Buffer | null;
  /** which token that is: one that was refused is forgotten only by its number */
  token_number: Generated<number>;
  /** real time until which it holds */
  ends_at: Date | null;
  /** real time until which one process fetches a new one, and the others wait */
  taken_until: Date | null;
  /** real time at which a new one was last forced */
  forced_at: Date | null;
  /** the last day of which figures were asked for */
  counted_on: string | null;
}

/** calls that the platform counts, by its own day (Beijing) */
export interface WechatCallsTable {
  county_id: number;
  channel_id: string;
  on_day: string;
  call: string;
  calls: number;
}

export interface WechatPicturesTable {
  county_id: number;
  channel_id: string;
  app_id: string;
  use: 'body' | 'cover';
  /** of the library; empty: the cover of stories without a picture */
  picture_hash: string;
  /** address of a picture in a body; media id of a cover */
  remote: string;
  stored_at: Date;
}

/** how far each sending has come: draft, submission, article */
export interface WechatPostsTable {
  county_id: number;
  copy_id: string;
  round: number;
  channel_id: string;
  /** stands in the article's link to the original, by which it is found when an answer was lost */
  mark: string;
  /** as it was sent: that of an article that follows another says so */
  headline: string | null;
  draft_id: string | null;
  /** when the article it takes the place of was deleted */
  removed_former_at: Date | null;
  /** real time; written before the call, as a second one would publish twice */
  submitted_at: Date | null;
  publish_id: string | null;
  /** by which the platform gives its figures */
  data_id: string | null;
  article_id: string | null;
  address: string | null;
}

/** Every table of the schema `channels`. */
export interface ChannelsTables {
  'channels.activitypub_activities': ActivitypubActivitiesTable;
  'channels.activitypub_deliveries': ActivitypubDeliveriesTable;
  'channels.activitypub_followers': ActivitypubFollowersTable;
  'channels.activitypub_objects': ActivitypubObjectsTable;
  'channels.activitypub_servers': ActivitypubServersTable;
  'channels.attempts': AttemptsTable;
  'channels.channels': ChannelsTable;
  'channels.contributed_copies': ContributedCopiesTable;
  'channels.copies': CopiesTable;
  'channels.copy_counts': CopyCountsTable;
  'channels.mailings': MailingsTable;
  'channels.receipt_pictures': ReceiptPicturesTable;
  'channels.subscribers': SubscribersTable;
  'channels.wechat_accounts': WechatAccountsTable;
  'channels.wechat_calls': WechatCallsTable;
  'channels.wechat_pictures': WechatPicturesTable;
  'channels.wechat_posts': WechatPostsTable;
}
