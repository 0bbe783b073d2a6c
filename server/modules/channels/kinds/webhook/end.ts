import type { Outcome, Sending } from '../sending.ts';
import { call } from './call.ts';
import { endedNotice } from './ninjs.ts';
import type { WebhookSettings } from './settings.ts';

/** Tells the receiver that a notice has ended, and what took its place; without its words. */
export const end = (sending: Sending<WebhookSettings>): Promise<Outcome> =>
  call(sending, 'story.ended', endedNotice(sending.piece, sending.copy.endedAt ?? sending.at));
