import type { Manifest } from '#platform/manifest';
import { appearances } from './copy/appearances.ts';
import { copyStates } from './copy/states.ts';
import { evidence } from './evidence.ts';
import { copyRoutes } from './http/copy-routes.ts';
import { receiptsPage } from './page/receipts-page.ts';
import { channelRoutes } from './http/channel-routes.ts';
import { channelPermissions, copyPermissions } from './permissions.ts';
import { personalData } from './personal-data.ts';
import { recurring } from './recurring.ts';
import { subscriptions } from './subscriptions.ts';
import { texts } from './texts/index.ts';
import { waiting } from './waiting.ts';

/** What the module channels gives to the program. */
export const channels: Manifest = {
  name: 'channels',
  routes: [...copyRoutes, ...channelRoutes],
  pages: [receiptsPage],
  permissions: [copyPermissions, channelPermissions],
  refusals: { ChannelTaken: 409, NothingToStop: 409 },
  personalData,
  waiting,
  states: [copyStates],
  subscriptions,
  recurring,
  texts,
  evidence,
  appearances,
  figures: async (tx) => {
    const rows = await tx.named<{ state: string; n: number }>(
      'channels.figures',
      `select state, count(*) as n from channels.copies where county_id = $1 and state in ('planned', 'waiting', 'manual', 'drifted', 'failed', 'withdrawing') group by state`,
      [tx.countyId],
    );
    return Object.fromEntries(rows.map((row) => [`channels.copies.${row.state}`, row.n]));
  },
};
