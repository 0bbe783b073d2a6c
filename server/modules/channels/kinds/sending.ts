import type { Ctx } from '#platform/transaction';
import type { ChannelSettings } from '../contract.ts';
import type { Copy } from '../copy/copy-queries.ts';
import type { Piece } from '../piece/piece.ts';

/** Classes of what goes wrong: each says what can help. `again`: another try; `tomorrow`: the channel's own day must end; `person`: somebody must do something; `hand`: the channel refuses the program, and persons bring copies there from now on; `off`: the channel is turned off. */
export const failures = {
  /** No connection: nothing was sent. */
  unreachable: 'again',
  /** No answer in time, or the line broke: it may have arrived. */
  timeout: 'again',
  'broken-off': 'again',
  /** The receiver is ill, or asks for patience. */
  server: 'again',
  busy: 'again',
  /** Whoever had it in hand stopped before saying how it ended. */
  interrupted: 'again',
  /** It is not there, and a later edition is on its way: this one is not sent any more. */
  overtaken: 'again',
  /** The channel's own count of a day is used up. */
  quota: 'tomorrow',
  tls: 'person',
  'bad-address': 'person',
  'inner-address': 'person',
  redirect: 'person',
  denied: 'person',
  refused: 'person',
  /** It does not fit there: too long, too many pictures. */
  'too-large': 'person',
  /** Settings or secrets do not suffice. */
  setup: 'person',
  /** It was taken over there, and is gone without a word. */
  vanished: 'person',
  /** The account may not publish by program any more. */
  'right-lost': 'hand',
  /** There is no such receiver any more: the channel is turned off. */
  gone: 'off',
} as const;
export type FailureClass = keyof typeof failures;

/** What a kind may know of a copy. */
export type SentCopy = Pick<
  Copy,
  | 'id'
  | 'state'
  | 'editionNumber'
  | 'remoteId'
  | 'address'
  | 'receipt'
  | 'round'
  | 'tries'
  | 'endedAt'
  | 'hashSeen'
  | 'looks'
>;

/** What a test is given. */
export interface Testing<Settings = ChannelSettings> {
  /** In which no transaction is open: a kind's own rows are reached by `ctx.transaction`, and no call goes out in one. */
  readonly ctx: Ctx;
  readonly channelId: string;
  readonly settings: Settings;
  /** Those that hold: the present one first. A secret that the county gave is read by `partsOf`. */
  readonly secrets: readonly string[];
  /** The same for every try of the same sending. */
  readonly key: string;
  /** Real time. */
  readonly at: Date;
}

/** One try. */
export interface Sending<Settings = ChannelSettings> extends Testing<Settings> {
  readonly copy: SentCopy;
  /** The copy of an earlier edition that stands there: what is sent corrects it. Null: nothing stands there. */
  readonly former: SentCopy | null;
  readonly piece: Piece;
}

/** How a try ended. */
export type Outcome =
  | {
      readonly outcome: 'accepted';
      /** By which its answer is known when it comes. */
      readonly remoteId?: string;
      /** It will stand there only later: after so long the channel is asked (`lookUp`), unless it says so by itself. Absent: it says no more. */
      readonly lookAfterSeconds?: number;
      readonly detail: Detail;
    }
  | {
      readonly outcome: 'published';
      readonly address: string | null;
      readonly remoteId: string | null;
      readonly detail: Detail;
    }
  | Failed;
export interface Failed {
  readonly outcome: 'failed';
  readonly problem: FailureClass;
  readonly afterSeconds?: number;
  /** The copy of the earlier edition is gone there already: the ledger must not say that it stands. */
  readonly formerIsGone?: boolean;
  readonly detail: Detail;
}

/** What the receiver said, as far as it may be kept: no names, no words of strangers. */
export interface Detail {
  readonly status?: number;
  /** The channel's own code. */
  readonly code?: string | number;
  readonly [more: string]: string | number | undefined;
}

/** The parts of a secret that the county gave. */
export function partsOf(secrets: readonly string[]): Readonly<Record<string, string>> {
  const parts: unknown = JSON.parse(secrets[0] ?? '{}');
  return Object.fromEntries(Object.entries(Object(parts)).map(([name, part]) => [name, String(part)]));
}
