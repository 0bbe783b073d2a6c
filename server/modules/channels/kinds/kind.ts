import type { z } from 'zod';
import type { Subscription } from '#platform/events';
import type { Recurring } from '#platform/recurring';
import type { Route } from '#platform/http/route';
import type { Language, Texts } from '#platform/i18n';
import type { ErasureAgain, OtherForm, PersonalData } from '#platform/manifest';
import type { Page } from '#platform/page';
import type { Ctx, Tx } from '#platform/transaction';
import type { ChannelSettings, Uncompared } from '../contract.ts';
import type { FollowedAccount } from '../page-contract.ts';
import type { Limits } from './limits.ts';
import type { Draft, Rendering } from './rendering.ts';
import type { Outcome, Sending, Testing } from './sending.ts';

/** What a channel can do about a copy that must change. `edit`: the new text, or the note in its stead, stands at the same address. `replace`: the old one is deleted and a new one sent, at another address. `delete`: it is taken away. `notice`: only a note can follow it. `none`: nothing. */
export type Capability = 'edit' | 'replace' | 'delete' | 'notice' | 'none';

/** What a channel can do, declared before anything is sent. */
export interface Capabilities {
  readonly correct: Exclude<Capability, 'delete'>;
  readonly withdraw: Exclude<Capability, 'replace'>;
  /** Whether it can show that a notice has ended: by itself, or as the verb `end` tells it. */
  readonly endsNotices: boolean;
  /** Whether a copy whose receipt is in is looked at again. */
  readonly readsBack: boolean;
  /** Who brings a copy there: the program or a person; the site's is there with its edition. */
  readonly carrier: 'edition' | 'program' | 'person';
}

/** How the secret comes by which a channel knows us. `made`: here, shown once, and for a day the former one holds beside a new one. `kept`: made here and never shown, such as the key of a signature. `given`: by the county, in parts such as an AppSecret; sealed, and never shown again. */
export type KindSecret =
  | { readonly from: 'made' | 'kept'; make(): string | Promise<string> }
  | { readonly from: 'given'; readonly parts: Readonly<Record<string, 'needed' | 'optional'>> };

/** What was read back at a channel, and what should stand there, both in the form that the channel leaves of a text; or why nothing could be read (`problem`: asked again; `not-there`: it does not stand there any more), or why what stands there cannot be compared, with the SHA-256 of the words where they were read. */
export type Seen =
  | { readonly words: string; readonly wanted: string }
  | { readonly problem: string }
  | { readonly uncompared: Uncompared; readonly hash?: string };

/** A fact about a channel that its kind shows to whoever arranges it: a DNS record, an address. */
export interface ChannelFact {
  /** Words under `channels.fact.<key>`. */
  readonly key: string;
  readonly value: string;
  /** Only to be looked at, not to be entered elsewhere. */
  readonly isForTheEye?: true;
}

/** What a channel's own count of today leaves for an act. */
export interface Budget {
  readonly left: number;
  readonly most: number;
}

/** A kind of channel: one folder under kinds/, one file per verb, and a line in kinds/kinds.ts; or brought by a later module with `addKinds` of `#channels` in its `module.ts` (ADR 37), such as a screen or loudspeakers. A kind writes no copies and knows no ledger: it is given a piece and answers an outcome. It may have tables of its own, which it reaches by `sending.ctx`; none of its verbs runs in a transaction.
 *  Where a device shows it later, `accepted` with `lookAfterSeconds` keeps what stood there on record as standing until the device says so (`answerCopy`, from a route of the kind) or is asked (`lookUp`); `accepted` alone means that the channel says no more. The same sending comes again under the same `key`. What is taken down only when the device says so: `withdraw` answers so too, and is called again then.
 *  Verbs that are absent: without `correct` a correction is sent as every edition is, by `send`; without `withdraw` there is none; without `lookUp` a second sending under the same key must be harmless; without `readBack` nothing is read; without `test` there is no test. */
export interface Kind<Settings extends ChannelSettings = ChannelSettings> {
  /** Its folder's name; stays for ever. */
  readonly key: string;
  /** What the county says of a channel of this kind: closed, with `kind` as literal. */
  readonly settings: z.ZodObject & z.ZodType<Settings>;
  /** `channels.kind.<key>`: its name; `channels.fact.<key>`; refusals of its own. */
  readonly texts: Record<Language, Texts>;
  readonly secret?: KindSecret;
  capabilities(settings: Settings): Capabilities;
  /** What of its settings no other channel may have too; `mustBeFree` refuses with this code what another (than `channelId`) has. */
  readonly alone?: {
    readonly refusal: string;
    mustBeFree(tx: Tx, settings: Settings, channelId: string | null): Promise<void>;
  };
  /** What the channel takes at most; absent: no limit. */
  limits?(settings: Settings): Limits;
  /** So many copies of the last week are looked at again in a day at most; absent: all. */
  readonly looksPerDay?: number;
  /** For whoever brings a copy there by hand. */
  instructions?(settings: Settings): string;
  /** The piece in the channel's own form, and which limits that would break: what the preview shows. */
  render?(draft: Draft, settings: Settings): Rendering;
  /** The piece whole, as whoever gets it sees it, as the HTML of a page; the words around it in the language of the piece. Absent: it stands there as on the site, or as each who gets it shows it. */
  showWhole?(
    ctx: Ctx,
    draft: Draft,
    channel: { readonly id: string; readonly name: string; readonly settings: Settings },
  ): string;
  /** One try, with a key that stays the same for every try of the same sending. */
  send?(sending: Sending<Settings>): Promise<Outcome>;
  /** As send, where an earlier edition stands there (`sending.former`). */
  correct?(sending: Sending<Settings>): Promise<Outcome>;
  /** As send, for a recall. Accepted with `lookAfterSeconds`: it is under way, and the verb is called again then. */
  withdraw?(sending: Sending<Settings>): Promise<Outcome>;
  /** Tells that the notice of a copy that stands there has ended, at `copy.endedAt`; absent: nothing is told. */
  end?(sending: Sending<Settings>): Promise<Outcome>;
  /** Tells until when the notice of a copy that stands there holds now (`piece.validUntil`; null: without end): it was told of its end, or of another time. Absent: nothing is told. A kind with `end` has it too. */
  hold?(sending: Sending<Settings>): Promise<Outcome>;
  /** What became of a copy: before it is sent again when an answer was lost, and of one that the channel only took over. `absent`: it is not there. */
  lookUp?(sending: Sending<Settings>): Promise<Outcome | 'absent'>;
  /** What stands there now; of what a person brought there, the page that their receipt names is read instead. */
  readBack?(sending: Sending<Settings>): Promise<Seen>;
  test?(testing: Testing<Settings>): Promise<Outcome>;
  /** What its own count of today leaves for a correction and a withdrawal, where it counts them apart from copies. */
  budgets?(
    tx: Tx,
    channelId: string,
    settings: Settings,
  ): Promise<{ readonly correct: Budget | null; readonly withdraw: Budget | null }>;
  /** What it shows of a channel to whoever arranges it. */
  facts?(
    tx: Tx,
    channel: { readonly id: string; readonly settings: Settings; readonly secrets: readonly string[] },
  ): Promise<ChannelFact[]>;
  /** What the receiver last said of copies: a code of its own, and words where it has some. For whoever looks at the copies. */
  remarks?(
    tx: Tx,
    copyIds: readonly string[],
  ): Promise<ReadonlyMap<string, { readonly code: string; readonly words: string | null }>>;
  /** Where a story stands there in a form for programs, by its media type: its public page names it. */
  otherForms?(tx: Tx, storyId: string): Promise<readonly OtherForm[]>;
  /** Its copies are the text read aloud, and the address of a receipt is that of the recording: while the valid edition has one, the page of the story offers it in place of the device's own voice. `voice`: whose it is; readers are told. */
  readonly sound?: { readonly type: `audio/${string}`; readonly voice: 'machine' | 'person' };
  /** Accounts of this kind that readers follow from other servers, those that are on; the page of subscriptions names them. */
  followedAt?(tx: Tx): Promise<readonly FollowedAccount[]>;
  /** Its own doors: the address where the channel calls back, pages for readers. What comes in there reaches the ledger by `answerCopy`. */
  readonly routes?: readonly Route[];
  readonly pages?: readonly Page[];
  readonly recurring?: readonly Recurring[];
  readonly subscriptions?: readonly Subscription[];
  readonly personalData?: PersonalData;
  /** What people may have deleted of it at their wish. */
  readonly erasures?: readonly ErasureAgain[];
  /** Codes of its own refusals. */
  readonly refusals?: Readonly<Record<string, number>>;
}
