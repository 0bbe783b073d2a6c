import { readThere } from '../../elsewhere/read-there.ts';
import type { Seen } from '../kind.ts';
import type { Sending } from '../sending.ts';
import type { WebhookSettings } from './settings.ts';

/** Reads the page that the receiver named in its answer. */
export const readBack = (sending: Sending<WebhookSettings>): Promise<Seen> =>
  readThere(sending, sending.settings.address);
