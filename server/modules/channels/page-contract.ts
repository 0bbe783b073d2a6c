import type { IsoTime } from '#platform/page-contract';

/** `/stories/:slug/receipts`, view `channels/receipts`: where this text stands, copy by copy. */
export interface ReceiptsPageProps {
  story: { slug: string; title: string; language: string };
  /** The edition now valid, with its fingerprint (64 hex digits). */
  edition: { number: number; at: IsoTime; fingerprint: string };
  copies: readonly CopyReceipt[];
}

/** One copy in one channel. */
export interface CopyReceipt {
  /** In the page's language: `公开网站`. */
  channelName: string;
  edition: number;
  /** `confirmed`: the receiver's receipt is in. `accepted`: taken by the channel, not yet seen. `waiting`: not sent yet. `failed`: did not arrive. `replaced`: a later edition took its place. */
  state: 'confirmed' | 'accepted' | 'waiting' | 'failed' | 'replaced';
  /** Of that state. */
  at: IsoTime;
  /** The fingerprint seen at the receiver; null when the channel gives none back. */
  fingerprintSeen: string | null;
  /** Where the copy can be looked at; null when it has no address. */
  href: string | null;
}

/** The channels' views by name. */
export interface ChannelsViews {
  'channels/receipts': ReceiptsPageProps;
}
