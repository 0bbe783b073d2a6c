import { Desk } from '../../../server/modules/newsroom/testing/desk.ts';
import { done, first, nextNumber, said } from './beginning.ts';
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

/** A copy that waits for a person in a group of its own. */
async function inHands(ground: Ground): Promise<string> {
  const { county, things } = ground;
  const channel = said(await done(county.as('administrator').post('/channels', aGroup(ground))), 'id');
  const place = things['place'];
  await new Desk(county, things['section'] ?? '').publish(place ? { placeIds: [place] } : {});
  return String(first(await done(county.as('editor').get(`/copies?channel=${channel}`)))['id']);
}

/** What the operations of the channels need before they can be done. */
export const channelBeginnings: Readonly<Record<string, Beginning>> = {
  'POST /api/v1/channels': async (ground) => ({ as: 'administrator', path: '/channels', body: aGroup(ground) }),
  'PUT /api/v1/channels/{id}': async (ground) => {
    const made = await done(ground.county.as('administrator').post('/channels', aGroup(ground)));
    const body = { ...aGroup(ground), version: made.body['version'] };
    return { as: 'administrator', path: `/channels/${said(made, 'id')}`, body };
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
};
