import type { Outcome, Sending } from '../sending.ts';
import { call } from './call.ts';
import { ninjs } from './ninjs.ts';
import type { WebhookSettings } from './settings.ts';

/** Tells the receiver of an edition, the first as every later one. */
export const send = (sending: Sending<WebhookSettings>): Promise<Outcome> =>
  call(sending, 'story.published', ninjs(sending.piece, 'usable'));
