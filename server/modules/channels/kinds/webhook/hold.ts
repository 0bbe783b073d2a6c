import type { Outcome, Sending } from '../sending.ts';
import { call } from './call.ts';
import { holdingNotice } from './ninjs.ts';
import type { WebhookSettings } from './settings.ts';

/** Tells the receiver until when a notice holds now: it goes on after its end was told, or for another time; without its words. */
export const hold = (sending: Sending<WebhookSettings>): Promise<Outcome> =>
  call(sending, 'story.holds', holdingNotice(sending.piece));
