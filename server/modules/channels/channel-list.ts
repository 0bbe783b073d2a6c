/** What a channel can do about a copy that must change. `replace`: the new text stands at the same address. `notice`: only a note can follow. `none`: nothing. */
export type Capability = 'replace' | 'delete-and-resend' | 'notice' | 'none';

/** A way to the public. */
export interface Channel {
  readonly key: string;
  readonly correct: Capability;
  readonly withdraw: Capability;
  /** Whether a copy can be looked at again after it was sent. */ readonly readsBack: boolean;
}

/** The county's own site: its page is made from the edition itself. */
export const siteChannel: Channel = { key: 'site', correct: 'replace', withdraw: 'replace', readsBack: true };

/** Every channel of the program; its name stands under `channels.name.<key>`. */
export const channelList: readonly Channel[] = [siteChannel];
