import type { Outcome, Testing } from '../sending.ts';
import { call } from './call.ts';
import type { WebhookSettings } from './settings.ts';

/** A signed call that says nothing but that it is a test. */
export const test = (testing: Testing<WebhookSettings>): Promise<Outcome> => call(testing, 'channel.tested', {});
