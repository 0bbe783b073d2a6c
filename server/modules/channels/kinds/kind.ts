import type { ChannelSettings } from '../contract.ts';

/** What a channel can do about a copy that must change. `edit`: the new text, or the note in its stead, stands at the same address. `replace`: the old one is deleted and a new one sent, at another address. `delete`: it is taken away. `notice`: only a note can follow it. `none`: nothing. */
export type Capability = 'edit' | 'replace' | 'delete' | 'notice' | 'none';

/** What a channel can do, declared before anything is sent. */
export interface Capabilities {
  readonly correct: Exclude<Capability, 'delete'>;
  readonly withdraw: Exclude<Capability, 'replace'>;
  /** Whether it can show that a notice has ended. */
  readonly endsNotices: boolean;
  /** Whether a copy is looked at again after it was sent. */
  readonly readsBack: boolean;
  /** Who brings a copy there: the program or a person; the site's is there with its edition. */
  readonly carrier: 'edition' | 'program' | 'person';
}

/** A kind of channel: one folder under kinds/, one file per verb (ADR 35). Its name stands under `channels.kind.<key>`. */
export interface Kind<Settings = ChannelSettings> {
  readonly key: string;
  /** By what the county says of this channel. */
  capabilities(settings: Settings): Capabilities;
}
