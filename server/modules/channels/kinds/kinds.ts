import type { ChannelSettings } from '../contract.ts';
import type { Capabilities } from './kind.ts';
import { manual } from './manual/manual.ts';
import { site } from './site/site.ts';

/** What a channel can do, by what the county says of it; null: the county's own site. */
export function capabilitiesOf(settings: ChannelSettings | null): Capabilities {
  return settings === null ? site.capabilities(null) : manual.capabilities(settings);
}

/** Whether nothing calls a copy back once it stands there. */
export const isBeyondRecall = ({ withdraw }: Capabilities): boolean => withdraw === 'notice' || withdraw === 'none';
