import type { FormState, IsoTime } from '#platform/page-contract';

/** `/stories/:slug/receipts`, view `channels/receipts`: where this text stands, copy by copy. */
export interface ReceiptsPageProps {
  story: { slug: string; title: string; language: string };
  /** The edition now valid, or the last that was, with its fingerprint (64 hex digits). */
  edition: { number: number; at: IsoTime; fingerprint: string };
  /** Since when the story is withdrawn: no edition is valid; null: it stands. */
  withdrawnAt: IsoTime | null;
  copies: readonly CopyReceipt[];
}

/** One copy in one channel. */
export interface CopyReceipt {
  /** In the page's language: `公开网站`. */
  channelName: string;
  edition: number;
  /** `confirmed`: the receiver's receipt is in. `accepted`: taken by the channel, not yet seen. `waiting`: not sent yet. `failed`: did not arrive. `drifted`: arrived, and other words stand there now. `missing`: arrived, and is not there any more. `withdrawing`: to be taken down. `withdrawn`: taken down. `followed`: nothing takes it down, a note was sent after it. `stays`: withdrawn here, and still there. `replaced`: a later edition took its place. `passed`: it is there, and a later edition was sent after it. */
  state:
    | 'confirmed'
    | 'accepted'
    | 'waiting'
    | 'failed'
    | 'drifted'
    | 'missing'
    | 'withdrawing'
    | 'withdrawn'
    | 'followed'
    | 'stays'
    | 'replaced'
    | 'passed';
  /** Of that state. */
  at: IsoTime;
  /** The fingerprint seen at the receiver; null when the channel gives none back, or what stands there is not measured by ours. */
  fingerprintSeen: string | null;
  /** Why what stands there is not compared. `accepted`: other words, at which the desk has looked; `own-words`: those of whoever adopted it; `unreadable`: no program can read them there. Null: it is compared, or nobody looked. */
  uncompared: 'accepted' | 'own-words' | 'unreadable' | null;
  /** Where the copy can be looked at; null when it has no address. */
  href: string | null;
}

/** A newsletter that can be asked for. */
export interface NewsletterRef {
  id: string;
  name: string;
  /** What it is; may be empty. */
  lead: string;
}

/** An account of the county at which its texts are followed from other servers. */
export interface FollowedAccount {
  /** As people write it: `@qingxi@news.example`. */
  handle: string;
  name: string;
  /** What it is; may be empty. */
  lead: string;
}

/** Something to be ticked. */
export interface SubscriptionOption {
  id: string;
  name: string;
}

/** `/subscribe`, view `channels/subscribe`. Fields: `newsletter`, `email`, `pace`, and one for each section (`section-<id>`) and place (`place-<id>`) that is ticked; none ticked means all. */
export interface SubscribePageProps {
  newsletters: readonly NewsletterRef[];
  /** Accounts in the fediverse that are on. */
  accounts: readonly FollowedAccount[];
  sections: readonly SubscriptionOption[];
  places: readonly SubscriptionOption[];
  form: FormState;
  /** `sent`: a letter that asks for confirmation is on its way; `left`: they get nothing more. */
  done: 'sent' | 'left' | null;
}

/** `/subscribe/confirm/:code`, view `channels/subscription-confirm`. */
export interface SubscriptionConfirmPageProps {
  /** Null: the code is not known, was used, or is too old. */
  newsletter: string | null;
  form: FormState;
}

/** `/subscribe/choices/:token`, view `channels/subscription-choices`: what somebody gets, and the way out. `gone`: nobody is written to by that address any more, and nothing else is said. */
export interface SubscriptionChoicesPageProps {
  newsletter: string;
  email: string;
  sections: readonly SubscriptionOption[];
  places: readonly SubscriptionOption[];
  form: FormState;
  /** Of the second form, by which they leave. */
  leaving: FormState;
  done: 'confirmed' | 'saved' | 'gone' | null;
}

/** The channels' views by name. */
export interface ChannelsViews {
  'channels/receipts': ReceiptsPageProps;
  'channels/subscribe': SubscribePageProps;
  'channels/subscription-confirm': SubscriptionConfirmPageProps;
  'channels/subscription-choices': SubscriptionChoicesPageProps;
}
