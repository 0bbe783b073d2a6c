import type { ComponentType } from 'react';
import type { ChannelView } from '@xiangyin/server/contract';
import type { Bilingual } from '../../kit/texts.ts';

/** How the console asks for what one kind of channel must know. */
export interface KindForm {
  /** Its folder in server/modules/channels/kinds. */
  readonly key: string;
  readonly words: Bilingual<{
    /** How copies get there, as the choice says it. */
    readonly name: string;
    /** What that means, under the choice. */
    readonly hint: string;
    /** What to do with a secret that is shown once; empty: none is shown. */
    readonly secretHow: string;
  }>;
  /** What the channel's own codes of failure mean, for whoever looks at a try. */
  readonly codes?: Bilingual<Readonly<Record<string, string>>>;
  /** What a copy is called that failed because its receiver answered so, by the code of the answer: it arrived, so nothing else went wrong. */
  readonly endings?: Bilingual<Readonly<Record<string, string>>>;
  /** What a new channel of this kind begins with, beside `kind`. */
  readonly begins: Readonly<Record<string, unknown>>;
  /** Fields under `['settings', …]`; parts of a secret that the county gives under `['secret', …]`. */
  readonly Fields: ComponentType<{ channel: ChannelView | null }>;
  /** Whether its own fields ask who brings copies there. */
  readonly asksKeeper?: boolean;
  /** What more there is to see of a channel that is set up. */
  readonly More?: ComponentType<{ channel: ChannelView }>;
  /** Whether what is typed is beyond recall, so that a pause makes sense. */
  isBeyondRecall(settings: Readonly<Record<string, unknown>>): boolean;
}
