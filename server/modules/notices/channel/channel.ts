import type { App } from '#platform/app';
import type { Tag } from '#platform/i18n';

/** A message ready for the outside: words in the receiver's language, a link, no name of anybody. */
export interface OutgoingMessage {
  /** The delivery's id: the same on every attempt, so that the receiver can tell a repeat. */
  readonly id: string;
  readonly to: string;
  /** The county's own host, for the sender and the Message-ID. */
  readonly host: string;
  /** The county's name in the receiver's language. */
  readonly sender: string;
  readonly language: Tag;
  readonly subject: string;
  readonly text: string;
}

/** The other side did not take a message; `message` is a short code without personal data. `forGood`: it will not take it later either. */
export class NotTaken extends Error {
  override readonly name = 'NotTaken';
  readonly forGood: boolean;
  constructor(code: string, forGood: boolean) {
    super(code);
    this.forGood = forGood;
  }
}

/** A way out of the house to one address. Groups and programs are told several notices at once: see `hook/`. */
export interface NoticeChannel {
  readonly name: 'email' | 'sms';
  /** Sends one message and answers the receiver's receipt. Throws to be tried again. */
  send(app: App, message: OutgoingMessage): Promise<{ receipt: string }>;
}
