import type { Outcome, Sending } from '../sending.ts';
import { call } from './call.ts';
import { ninjs } from './ninjs.ts';
import type { WebhookSettings } from './settings.ts';

/** Tells the receiver that a text was taken down; without its words. */
export const withdraw = (sending: Sending<WebhookSettings>): Promise<Outcome> =>
  call(sending, 'story.withdrawn', ninjs(sending.piece, 'canceled'));
