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
}

/** A kind of channel: one folder under kinds/, one file per verb (ADR 35). Its name stands under `channels.name.<key>`. */
export interface Kind {
  readonly key: string;
  readonly capabilities: Capabilities;
}
