import type { App } from '#platform/app';
import type { Piece } from '../piece/piece.ts';

/** Classes of what goes wrong: each says whether trying again can help. */
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
  tls: 'person',
  'bad-address': 'person',
  'inner-address': 'person',
  redirect: 'person',
  denied: 'person',
  refused: 'person',
  /** There is no such receiver any more: the channel is turned off. */
  gone: 'off',
} as const;
export type FailureClass = keyof typeof failures;

/** One try, with the key that stays the same for every try of the same sending. */
export interface Sending {
  readonly app: App;
  readonly act: 'send' | 'withdraw' | 'test';
  readonly key: string;
  /** Real time. */
  readonly at: Date;
  readonly address: string;
  /** Those that sign: the present one first. */
  readonly secrets: readonly string[];
  /** Absent in a test. */
  readonly piece?: Piece;
}

/** How a try ended. */
export type Outcome =
  | { readonly outcome: 'accepted'; readonly detail: Detail }
  | {
      readonly outcome: 'published';
      readonly address: string;
      readonly remoteId: string | null;
      readonly detail: Detail;
    }
  | {
      readonly outcome: 'failed';
      readonly problem: FailureClass;
      readonly afterSeconds?: number;
      readonly detail: Detail;
    };
/** What the receiver said, as far as it may be kept. */
export interface Detail {
  readonly status?: number;
}
