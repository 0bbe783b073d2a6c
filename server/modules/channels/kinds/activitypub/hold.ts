import type { Outcome, Sending } from '../sending.ts';
import { putArticle } from './send.ts';
import type { ActivitypubSettings } from './settings.ts';

/** Until when a notice holds stands in the Article: it is changed where it stands. With the time of this change, as servers take an Update with the former one for a repetition. */
export const hold = (sending: Sending<ActivitypubSettings>): Promise<Outcome> => putArticle(sending, sending.at);
