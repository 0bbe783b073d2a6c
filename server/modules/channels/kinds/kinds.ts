import type { ChannelSettings } from '../contract.ts';
import type { Capabilities } from './kind.ts';
import { manual } from './manual/manual.ts';
import type { Outcome, Sending } from './sending.ts';
import { site } from './site/site.ts';
import { send } from './webhook/send.ts';
import { webhook } from './webhook/webhook.ts';

/** What a channel can do, by what the county says of it; null: the county's own site. */
export function capabilitiesOf(settings: ChannelSettings | null): Capabilities {
  if (settings === null) return site.capabilities(null);
  return settings.kind === 'webhook' ? webhook.capabilities(settings) : manual.capabilities(settings);
}

/** Whether nothing calls a copy back once it stands there. */
export const isBeyondRecall = ({ withdraw }: Capabilities): boolean => withdraw === 'notice' || withdraw === 'none';

/** One try by the program itself. Throws for a kind that persons carry. */
export function sendBy(settings: ChannelSettings, sending: Omit<Sending, 'address'>): Promise<Outcome> {
  if (settings.kind !== 'webhook') throw new Error(`no program reaches a channel of the kind ${settings.kind}`);
  return send({ ...sending, address: settings.address });
}
