import type { Outcome, Sending } from '../sending.ts';
import { publish } from './publish.ts';
import type { WechatSettings } from './settings.ts';

/** Publishes an article; the platform has only begun when it answers. */
export const send = (sending: Sending<WechatSettings>): Promise<Outcome> => publish(sending, null, false);
