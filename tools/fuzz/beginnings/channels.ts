import { Desk } from '../../../server/modules/newsroom/testing/desk.ts';
import { done, first, nextNumber } from './beginning.ts';
import type { Beginning, Ground } from './beginning.ts';

const aGroup = ({ things }: Ground): Record<string, unknown> => ({
  name: `柳河群${nextNumber()}`,
  placeId: things['place'],
  sectionIds: null,
  language: null,
  isOn: true,
  pauseSeconds: 0,
  dailyLimit: null,
  keeperId: null,
  settings: { kind: 'manual', instructions: '', correct: 'notice', withdraw: 'delete' },
});

async function added({ county }: Ground, body: Record<string, unknown>): Promise<string> {
  const made = await done(county.as('administrator').post('/channels', body));
  return String(Object(made.body['channel'])['id']);
}

const aReceiver = (ground: Ground): Record<string, unknown> => ({
  ...aGroup(ground),
  settings: { kind: 'webhook', address: 'https://hook.example/' },
});

/** A copy that waits for a person in a group of its own. */
async function inHands(ground: Ground): Promise<string> {
  const { county, things } = ground;
  const channel = await added(ground, aGroup(ground));
  const place = things['place'];
  await new Desk(county, things['section'] ?? '').publish(place ? { placeIds: [place] } : {});
  return String(first(await done(county.as('editor').get(`/copies?channel=${channel}`)))['id']);
}

const anAccount = (ground: Ground): Record<string, unknown> => ({
  ...aGroup(ground),
  settings: { kind: 'activitypub', handle: `liuhe_${nextNumber()}`, title: '', summary: '' },
});

/** A path of an account of the fediverse, or of a text that stands in it. */
const inTheFediverse =
  (pathOf: (account: string, ids: { object: string; activity: string }) => string, publishes = false): Beginning =>
  async (ground) => {
    const { county, things } = ground;
    const account = await added(ground, anAccount(ground));
    const place = things['place'];
    if (publishes) {
      await new Desk(county, things['section'] ?? '').publish(place ? { placeIds: [place] } : {});
      await county.tick('channels.deliver');
    }
    const ids = await county.inCounty((ctx) =>
      ctx.transaction((tx) =>
        tx.named<{ object: string; activity: string }>(
          'fuzz.activitypub',
          'select object_id as object, id as activity from channels.activitypub_activities where county_id = $1 and channel_id = $2',
          [tx.countyId, account],
        ),
      ),
    );
    return { as: 'guest', path: pathOf(account, ids[0] ?? { object: '', activity: '' }) };
  };

/** A newsletter with one address whose letters came back so often that nothing more is sent. */
async function withReturned(ground: Ground): Promise<{ channel: string; address: string }> {
  const settings = {
    kind: 'newsletter',
    lead: '',
    from: null,
    returnTo: null,
    signs: false,
    digestHour: 7,
    digestWeekday: 1,
  };
  const channel = await added(ground, { ...aGroup(ground), settings });
  const rows = await ground.county.inCounty((ctx) =>
    ctx.transaction((tx) =>
      tx.named<{ id: string }>(
        'fuzz.returned',
        `insert into channels.subscribers (county_id, id, channel_id, email, language, pace, state, token, asked_at, confirmed_at, bounces, bounced_since, bounced_at, bounce_reason)
           values ($1, gen_random_uuid(), $2, $3, 'zh-CN', 'weekly', 'off', $4, $5, $5, 3, $5, $5, 'no-mailbox') returning id`,
        [tx.countyId, channel, `r${nextNumber()}@mail.test`, `t${nextNumber()}`.padEnd(24, 'x'), tx.at],
      ),
    ),
  );
  return { channel, address: rows[0]?.id ?? '' };
}

const ofReturned =
  (rest: string): Beginning =>
  async (ground) => {
    const { channel, address } = await withReturned(ground);
    return {
      as: 'administrator',
      path: `/channels/${channel}/returned-addresses/${address}${rest}`,
      ...(rest === '' ? {} : { body: {} }),
    };
  };

/** What the operations of the channels need before they can be done. */
export const channelBeginnings: Readonly<Record<string, Beginning>> = {
  'POST /api/v1/channels': async (ground) => ({ as: 'administrator', path: '/channels', body: aGroup(ground) }),
  'PUT /api/v1/channels/{id}': async (ground) => {
    const id = await added(ground, aGroup(ground));
    return { as: 'administrator', path: `/channels/${id}`, body: { ...aGroup(ground), version: 1 } };
  },
  'POST /api/v1/channels/{id}/secrets': async (ground) => {
    const id = await added(ground, aReceiver(ground));
    return { as: 'administrator', path: `/channels/${id}/secrets`, body: { version: 1 } };
  },
  'GET /api/v1/stories/{id}/previews/{channelId}': async (ground) => {
    const { county, things } = ground;
    const account = await added(ground, anAccount(ground));
    const place = things['place'];
    const written = await new Desk(county, things['section'] ?? '').write('editor', place ? { placeIds: [place] } : {});
    return { as: 'editor', path: `/stories/${written.id}/previews/${account}` };
  },
  'POST /api/v1/channels/{id}/tests': async (ground) => {
    const id = await added(ground, aReceiver(ground));
    return { as: 'administrator', path: `/channels/${id}/tests`, body: {} };
  },
  'POST /api/v1/unsubscriptions/{token}': async () => ({
    as: 'administrator',
    path: `/unsubscriptions/${'u'.repeat(24)}`,
    body: {},
  }),
  'GET /api/v1/channels/{id}/returned-letters': async (ground) => ({
    as: 'administrator',
    path: `/channels/${(await withReturned(ground)).channel}/returned-letters`,
  }),
  'GET /api/v1/channels/{id}/returned-addresses': async (ground) => ({
    as: 'administrator',
    path: `/channels/${(await withReturned(ground)).channel}/returned-addresses`,
  }),
  'POST /api/v1/channels/{id}/returned-addresses/{addressId}/looks': ofReturned('/looks'),
  'POST /api/v1/channels/{id}/returned-addresses/{addressId}/restorations': ofReturned('/restorations'),
  'DELETE /api/v1/channels/{id}/returned-addresses/{addressId}': ofReturned(''),
  'POST /api/v1/channels/{id}/retries': async (ground) => {
    const id = await added(ground, aReceiver(ground));
    return { as: 'administrator', path: `/channels/${id}/retries`, body: { of: 'troubled' } };
  },
  'POST /api/v1/channels/{id}/surrenders': async (ground) => {
    const id = await added(ground, aReceiver(ground));
    return { as: 'administrator', path: `/channels/${id}/surrenders`, body: { of: 'owed' } };
  },
  'GET /api/v1/activitypub/actors/{id}': inTheFediverse((account) => `/activitypub/actors/${account}`),
  'GET /api/v1/activitypub/actors/{id}/outbox': inTheFediverse((account) => `/activitypub/actors/${account}/outbox`),
  'GET /api/v1/activitypub/actors/{id}/followers': inTheFediverse(
    (account) => `/activitypub/actors/${account}/followers`,
  ),
  'GET /api/v1/activitypub/objects/{id}': inTheFediverse((_, { object }) => `/activitypub/objects/${object}`, true),
  'GET /api/v1/activitypub/activities/{id}': inTheFediverse(
    (_, { activity }) => `/activitypub/activities/${activity}`,
    true,
  ),
  'POST /api/v1/stories/{id}/stops': async (ground) => {
    const { county, things } = ground;
    const settings = { kind: 'manual', instructions: '', correct: 'none', withdraw: 'none' };
    await added(ground, { ...aGroup(ground), pauseSeconds: 3600, settings });
    const place = things['place'];
    const { id } = await new Desk(county, things['section'] ?? '').publish(place ? { placeIds: [place] } : {});
    return { as: 'editor', path: `/stories/${id}/stops`, body: {} };
  },
  'POST /api/v1/copies/batches': async (ground) => ({
    as: 'editor',
    path: '/copies/batches',
    body: { acts: [{ do: 'give-up', id: await inHands(ground) }] },
  }),
  'POST /api/v1/copies/{id}/retries': async (ground) => {
    const id = await inHands(ground);
    await done(ground.county.as('editor').post(`/copies/${id}/surrenders`, {}));
    return { as: 'editor', path: `/copies/${id}/retries`, body: {} };
  },
  'POST /api/v1/copies/{id}/surrenders': async (ground) => ({
    as: 'editor',
    path: `/copies/${await inHands(ground)}/surrenders`,
    body: {},
  }),
  'POST /api/v1/copies/{id}/receipts': async (ground) => ({
    as: 'editor',
    path: `/copies/${await inHands(ground)}/receipts`,
    body: { address: 'https://group.example/1', pictureHash: null },
  }),
  'PUT /api/v1/copies/{id}/receipts': async (ground) => {
    const id = await inHands(ground);
    const receipt = { address: 'https://group.example/1', pictureHash: null };
    await done(ground.county.as('editor').post(`/copies/${id}/receipts`, receipt));
    return {
      as: 'editor',
      path: `/copies/${id}/receipts`,
      body: { ...receipt, address: 'https://group.example/2' },
    };
  },
};
