import type { FastifyRequest } from 'fastify';
import type { Actor } from './actor.ts';
import type { App } from './app.ts';
import type { Words } from './county.ts';
import type { Subscription } from './events.ts';
import type { Reader } from './http/elsewhere.ts';
import type { Route } from './http/route.ts';
import type { Language, Texts } from './i18n.ts';
import type { Recurring } from './recurring.ts';
import type { Page } from './page.ts';
import type { Permissions } from './permits.ts';
import type { StateTable } from './states.ts';
import type { Ctx, Tx } from './transaction.ts';

/** One thing that waits for a person: a card in "my work". */
export interface Waiting {
  /** `newsroom.review`, `volunteering.offer`: the screen chooses the card by it. */
  readonly kind: string;
  readonly subjectId: string;
  /** What it is, in the record's own words (a story's title, a service's name). */
  readonly title: string;
  /** Why me and what to do, in the reader's language. */
  readonly reason: string;
  /** Console path that opens the very item. */
  readonly href: string;
  /** County time by which it should be done. */
  readonly dueAt: Date | null;
  readonly placeId: string | null;
}

/** An entry of a person's own calendar. */
export interface CalendarEntry {
  /** The same for ever, whatever changes: calendars know an entry again by it. */
  readonly id: string;
  /** Grows whenever the entry changes (RFC 5545 §3.8.7.4). */
  readonly sequence: number;
  readonly changedAt: Date;
  readonly title: string;
  readonly description: string;
  /** Where, in words; may be empty. */
  readonly place: string;
  /** Console path that opens the very item. */
  readonly href: string;
  readonly status: 'tentative' | 'confirmed' | 'cancelled';
  /** Times, or whole days, the last one included. */
  readonly when:
    | { readonly startsAt: Date; readonly endsAt: Date }
    | { readonly fromOn: string; readonly untilOn: string };
}

/** What a module gives to the public search: the documents with these ids as they are now (those that are no longer public are left out), or with `all` every one, for rebuilding the index. */
export interface Searchable {
  readonly kind: 'story' | 'service' | 'place';
  documents(tx: Tx, ids: readonly string[] | 'all'): Promise<SearchDocument[]>;
}
export interface SearchDocument {
  readonly kind: Searchable['kind'];
  readonly id: string;
  readonly language: Language;
  readonly title: string;
  /** Plain text. */ readonly text: string;
  /** Path without prefixes. */ readonly href: string;
  /** Section, group or level. */ readonly label: Words;
  readonly at: Date;
  readonly placeIds: readonly string[];
  /** By what a search may be narrowed besides place and time: `kind:notice`, `section:<id>`. Without a kind among them it is the document's own. */
  readonly facets?: readonly string[];
}

/** An index of words that a module keeps of its things; it is brought up to date where the county's own names, which are cut as one word, have changed. */
export interface WordIndex {
  readonly name: string;
  /** How many things it holds. */
  count(tx: Tx): Promise<number>;
  /** Cuts anew those of the next things that hold one of the changed names. */
  renew(tx: Tx, slice: WordSlice): Promise<{ readonly seen: number; readonly last: string | null }>;
}
/** Which things are looked at: `most` of them after the one that `after` names (null: from the first). An index answers how many it looked at and the last of them; null where none follows. */
export interface WordSlice {
  readonly after: string | null;
  readonly most: number;
  /** What came into the county's names or left them, as it is looked for in folded texts (NFKC, lower case). */
  readonly spellings: readonly string[];
  /** Whether a text holds one of them. */
  holds(text: string): boolean;
}

/** A command of the program: `cli story verify <id>`. */
export interface Command {
  /** The words after `cli`, such as `story verify`. */
  readonly name: string;
  readonly summary: string;
  readonly usage: string;
  /** Whether it needs the owner's database address. */
  readonly owner?: boolean;
  /** Returns the exit code: 0 all right, 1 something is wrong, 2 used wrongly. */
  run(command: CommandCall): Promise<number>;
}
export interface CommandCall {
  readonly app: App;
  readonly ownerUrl: string | undefined;
  readonly args: readonly string[];
  readonly flags: Readonly<Record<string, string | true>>;
  say(line: string): void;
  /** One line that is typed or piped in, such as a password, which never stands on a command line. Typed, it does not show. */
  secret?(question: string): Promise<string>;
  /** One line that is typed; only where somebody sits at a terminal. */
  ask?(question: string): Promise<string>;
  inCounty<T>(work: (ctx: Ctx) => Promise<T>): Promise<T>;
}

/** One personal column: what it is for, on what ground it is held, how long, in English; `site/texts/zh-CN/held.ts` says it in Chinese. The test of the data map fails on a personal column that is not listed. */
export interface PersonalColumn {
  readonly table: string;
  readonly column: string;
  readonly purpose: string;
  readonly basis: string;
  readonly retention: string;
}

/** A column that holds what `Keys.seal` made for a purpose (`bytes`), or the hash of a file of the county that does (`file`). */
export interface SealedColumn {
  readonly table: string;
  readonly column: string;
  readonly purpose: string;
  readonly holds: 'bytes' | 'file';
}

/** How a module takes part in export and deletion of a person's own data. */
export interface PersonalData {
  readonly columns: readonly PersonalColumn[];
  /** All rows about the person, table → rows. */
  export(tx: Tx, personId: string): Promise<Record<string, unknown[]>>;
  /** Erases or makes anonymous what may be erased; what must stay (signatures, hours) holds ids only. */
  erase(tx: Tx, personId: string): Promise<void>;
}

/** Something that people may have deleted or ended at their wish, and how that is done again where a backup brought it back. */
export interface ErasureAgain {
  /** As `dataErased` names it: `person`, `order`, `order-notices`, `picture`, `subscriber`. */
  readonly noun: string;
  /** Deletes it, asking nobody; nothing happens where it is gone, or was never there. `at`: when it was wished, for what people may agree to once more later. Answers whether there was something. */
  again(tx: Tx, actor: Actor, subjectId: string, at: Date): Promise<boolean>;
}

/** What a module can prove about a record of an earlier module (the copies of a story), as one table for people. */
export interface EvidenceTable {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Where a version of a record of an earlier module stands or stood (a copy of a story in a channel). */
export interface Appearance {
  /** In the reader's language. */
  readonly where: string;
  readonly version: number;
  /** `taken`: the channel took it and says no more; `stands`: its receipt is in; `failed`: did not arrive, or other words were seen there; `going`: being taken down; `stays`: to be taken down, and nothing takes it down; `followed`: neither, but a note was sent after it; `gone`: taken down; `replaced`: a later version took its place. */
  readonly state: 'waiting' | 'taken' | 'stands' | 'failed' | 'going' | 'stays' | 'followed' | 'gone' | 'replaced';
  /** When its words were last read back; null when never. */
  readonly seenAt: Date | null;
  /** Where it can be looked at; null when it has no address or does not stand. */
  readonly href: string | null;
}

/** A public record in another form for programs, such as an Article of the fediverse. */
export interface OtherForm {
  /** Media type. */
  readonly type: string;
  /** Whole. */
  readonly href: string;
  /** Of a text read aloud: whose voice it is. */
  readonly voice?: 'machine' | 'person';
}

/** A record of a module as the screen of an earlier module names it: a story that shows a picture. */
export interface RecordName {
  readonly id: string;
  /** In the record's own words. */
  readonly title: string;
  /** Path of the console. */
  readonly href: string;
}

/** A stored file and the record that stands for it: its id, which is the hash of the file where it has no other. */
export interface StoredItem {
  readonly id: string;
  readonly hash: string;
}

/** A record that keeps a stored file, as `names` names it, and since when. */
export interface Keeping {
  readonly noun: string;
  readonly id: string;
  readonly at: Date;
}

/** How a module presents itself. Everything the program knows of it stands here. */
export interface Manifest {
  readonly name: string;
  readonly routes?: readonly Route[];
  readonly pages?: readonly Page[];
  readonly permissions?: readonly Permissions<never>[];
  readonly subscriptions?: readonly Subscription[];
  readonly recurring?: readonly Recurring[];
  readonly states?: readonly StateTable<string>[];
  readonly refusals?: Record<string, number>;
  readonly texts?: Record<Language, Texts>;
  /** Purposes for which this module signs with a key of the county; `cli county start` makes the keys at once, else each is made at its first use. */
  readonly keys?: readonly string[];
  /** Columns whose bytes are sealed under the installation's key, and columns that name files which are: a county that moves has them sealed anew. */
  readonly sealed?: readonly SealedColumn[];
  /** Roles that this module defines; `access` lets them be granted. */
  readonly roles?: readonly string[];
  waiting?(tx: Tx, actor: Actor): Promise<Waiting[]>;
  readonly searchable?: readonly Searchable[];
  /** Indexes of words by which things of this module are found. */
  readonly wordIndexes?: readonly WordIndex[];
  /** Names of the county's own, beside those of its places, that every index and every question takes as one word. */
  localNames?(tx: Tx): Promise<readonly string[]>;
  readonly personalData?: PersonalData;
  readonly erasures?: readonly ErasureAgain[];
  readonly commands?: readonly Command[];
  /** Where messages for a person go, resolved at sending time; provided by people. */
  recipients?(tx: Tx, personIds: readonly string[]): Promise<Map<string, { email: string | null; language: Language }>>;
  /** Tables for the dossier of a record (noun and id) that this module knows more about, in the reader's language. */
  evidence?(tx: Tx, noun: string, subjectId: string): Promise<EvidenceTable[]>;
  /** Where records of this noun appeared, for public pages: id → appearances. */
  appearances?(tx: Tx, noun: string, ids: readonly string[]): Promise<ReadonlyMap<string, readonly Appearance[]>>;
  /** Where a public record of this noun stands in other forms; its page names them, and is purged by the module's own events. */
  otherForms?(tx: Tx, noun: string, id: string): Promise<readonly OtherForm[]>;
  /** Those of these records (of `noun`) that the person may see; what is hidden is left out. */
  names?(tx: Tx, actor: Actor, noun: string, ids: readonly string[]): Promise<RecordName[]>;
  /** The records by which the module keeps a stored file beside the texts that show it, so that it may not be removed: a receipt's screenshot, an attachment. */
  keeps?(tx: Tx, item: StoredItem): Promise<Keeping[]>;
  /** Bytes of the files that the module keeps for the county: they count towards its storage. */
  storedBytes?(tx: Tx): Promise<number>;
  /** Numbers for the operator's page and later for reports: name → value at this moment. */
  figures?(tx: Tx): Promise<Record<string, number>>;
  /** Sums of a calendar year (of the county's zone) for a page on many counties: name → whole number; nothing of a person. */
  yearly?(tx: Tx, year: number): Promise<Readonly<Record<string, number>>>;
  /** Calendar entries of a person, for their feed. */
  calendar?(tx: Tx, actor: Actor): Promise<CalendarEntry[]>;
  /** Provided by access alone. */
  authenticate?(ctx: Ctx, request: FastifyRequest): Promise<Actor>;
  /** Whose key a program elsewhere shows; null without one. Provided by access alone. */
  readerByKey?(ctx: Ctx, request: Pick<FastifyRequest, 'headers' | 'ip'>): Promise<Reader | null>;
  /** Fills in-memory state (the place tree) and hooks; runs once per process after the database is migrated. */
  start?(app: App): Promise<void>;
  /** Brings what it has under way in memory to its end: nobody asks any more, and the database is still there. It waits no longer than a second or two. */
  stop?(app: App): Promise<void>;
}
