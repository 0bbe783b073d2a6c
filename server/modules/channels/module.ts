import type { Manifest } from '#platform/manifest';
import { together } from '#platform/together';
import { appearances } from './copy/appearances.ts';
import { copyNames } from './copy/copy-names.ts';
import { keeps } from './copy/receipt-pictures.ts';
import { soundForms } from './copy/sound-forms.ts';
import { copyStates } from './copy/states.ts';
import { evidence } from './evidence.ts';
import { copyRoutes } from './http/copy-routes.ts';
import { receiptsPage } from './page/receipts-page.ts';
import { channelRoutes } from './http/channel-routes.ts';
import { channelPermissions, copyPermissions } from './permissions.ts';
import { personalData, withKinds } from './personal-data.ts';
import { recurring } from './recurring.ts';
import { subscriptions } from './subscriptions.ts';
import { texts, withWordsOf } from './texts/index.ts';
import { waiting } from './waiting.ts';
import { ownKinds } from './kinds/kinds.ts';
import { sealed } from './sealed.ts';
import { addKinds, allKinds } from './kinds/registry.ts';

addKinds(ownKinds);

/** What the module channels gives to the program. */
export const channels: Manifest = {
  name: 'channels',
  // A later module may bring kinds of its own: what depends on them is put together when the program asks for it, once all are known.
  get routes() {
    return [...copyRoutes, ...channelRoutes(), ...allKinds().flatMap((kind) => kind.routes ?? [])];
  },
  get pages() {
    return [receiptsPage, ...allKinds().flatMap((kind) => kind.pages ?? [])];
  },
  permissions: [copyPermissions, channelPermissions],
  get refusals() {
    return Object.assign(
      { ChannelTaken: 409, NothingToStop: 409, SeenChanged: 409 },
      ...allKinds().map((kind) => kind.refusals ?? {}),
    );
  },
  sealed,
  get personalData() {
    return withKinds(personalData, allKinds());
  },
  get erasures() {
    return allKinds().flatMap((kind) => kind.erasures ?? []);
  },
  waiting,
  names: copyNames,
  states: [copyStates],
  get subscriptions() {
    return [...subscriptions, ...allKinds().flatMap((kind) => kind.subscriptions ?? [])];
  },
  get recurring() {
    return [...recurring, ...allKinds().flatMap((kind) => kind.recurring ?? [])];
  },
  get texts() {
    return withWordsOf(texts, allKinds());
  },
  evidence,
  appearances,
  keeps,
  otherForms: async (tx, noun, id) =>
    noun === 'story'
      ? (
          await together(soundForms(tx, id), ...allKinds().map(async (kind) => (await kind.otherForms?.(tx, id)) ?? []))
        ).flat()
      : [],
  figures: async (tx) => {
    const rows = await tx.named<{ state: string; n: number }>(
      'channels.figures',
      `select state, count(*) as n from channels.copies where county_id = $1 and state in ('planned', 'waiting', 'manual', 'drifted', 'failed', 'withdrawing') group by state`,
      [tx.countyId],
    );
    return Object.fromEntries(rows.map((row) => [`channels.copies.${row.state}`, row.n]));
  },
};
