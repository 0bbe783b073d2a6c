import { absent, aText } from './bodies.ts';
import { anywhere, at, atPlace, desk, everybody, nobody, on, readers, signedIn, story, to } from './row.ts';
import type { Row } from './row.ts';

const aChannel = (placeId: string | undefined): Record<string, unknown> => ({
  name: '柳河镇群',
  placeId,
  sectionIds: null,
  language: null,
  isOn: true,
  pauseSeconds: 30,
  dailyLimit: null,
  keeperId: null,
  settings: { kind: 'manual', instructions: '', correct: 'notice', withdraw: 'delete' },
});
export const channels: Record<string, Row> = {
  'POST /unsubscriptions/:token': everybody(to(`/unsubscriptions/${'u'.repeat(24)}`, {})),
  'GET /unsubscriptions/:token': everybody(to(`/unsubscriptions/${'u'.repeat(24)}`)),
  'GET /channels': anywhere([...desk, 'auditor', 'administrator'], to('/channels')),
  'GET /channels/:id': anywhere([...desk, 'auditor', 'administrator'], on('channels', 'channel')),
  'GET /channels/:id/facts': atPlace(['chief-editor', 'administrator'], on('channels', 'channel', '/facts')),
  'GET /channels/:id/returned-letters': {
    ...anywhere([...desk, 'auditor', 'administrator'], on('channels', 'channel', '/returned-letters')),
    mayBeAbsent: true,
  },
  'GET /channels/:id/returned-addresses': {
    ...atPlace(['chief-editor', 'administrator'], on('channels', 'channel', '/returned-addresses')),
    mayBeAbsent: true,
  },
  'POST /channels/:id/returned-addresses/:addressId/looks': {
    ...atPlace(['chief-editor', 'administrator'], on('channels', 'channel', `/returned-addresses/${absent}/looks`, {})),
    mayBeAbsent: true,
  },
  'POST /channels/:id/returned-addresses/:addressId/restorations': {
    ...atPlace(
      ['chief-editor', 'administrator'],
      on('channels', 'channel', `/returned-addresses/${absent}/restorations`, {}),
    ),
    mayBeAbsent: true,
  },
  'DELETE /channels/:id/returned-addresses/:addressId': {
    ...atPlace(['chief-editor', 'administrator'], on('channels', 'channel', `/returned-addresses/${absent}`)),
    mayBeAbsent: true,
  },
  'POST /channels/:id/retries': atPlace(
    [...desk, 'administrator'],
    on('channels', 'channel', '/retries', { of: 'owed' }),
  ),
  'POST /channels/:id/surrenders': atPlace(
    [...desk, 'administrator'],
    on('channels', 'channel', '/surrenders', { of: 'owed' }),
  ),
  'POST /channels': atPlace(
    ['chief-editor', 'administrator'],
    at(
      () => '/channels',
      (things) => aChannel(things['place']),
    ),
  ),
  'PUT /channels/:id': atPlace(
    ['chief-editor', 'administrator'],
    at(
      (things) => `/channels/${things['channel']}`,
      (things) => ({ ...aChannel(things['place']), version: 999 }),
    ),
  ),
  'GET /stories/:id/departure-plan': atPlace(readers, story('story-published', '/departure-plan')),
  'POST /stories/:id/previews': atPlace(readers, story('story-published', '/previews', { text: aText })),
  'GET /stories/:id/previews/:channelId': atPlace(nobody, story('story-published', `/previews/${absent}`)),
  'POST /stories/:id/stops': atPlace([...desk, 'administrator'], story('story-published', '/stops', {})),
  'GET /me/leaving-copies': anywhere([...desk, 'administrator'], to('/me/leaving-copies')),
  'POST /copies/batches': signedIn(to('/copies/batches', { acts: [{ do: 'retry', id: absent }] })),
  'POST /channels/:id/secrets': atPlace(
    ['chief-editor', 'administrator'],
    on('channels', 'channel', '/secrets', { version: 999 }),
  ),
  'POST /channels/:id/tests': atPlace(['chief-editor', 'administrator'], on('channels', 'channel', '/tests', {})),
  'GET /channels/:id/wechat-callbacks': {
    ...everybody(to(`/channels/${absent}/wechat-callbacks?timestamp=1&nonce=1&echostr=1`)),
    mayBeAbsent: true,
  },
  'POST /channels/:id/wechat-callbacks': {
    ...everybody(to(`/channels/${absent}/wechat-callbacks?timestamp=1&nonce=1`, {})),
    mayBeAbsent: true,
  },
  'POST /copies/:id/surrenders': atPlace([...desk, 'administrator'], on('copies', 'copy-published', '/surrenders', {})),
  'POST /copies/:id/acceptances': atPlace(
    ['section-head', 'chief-editor'],
    on('copies', 'copy-published', '/acceptances', { hashSeen: '0'.repeat(64), reason: '平台自己加了一行' }),
  ),
  'GET /copies/:id/attempts': atPlace([...readers, 'administrator'], on('copies', 'copy-published', '/attempts')),
  'GET /copies/:id/package': atPlace([...desk, 'administrator'], on('copies', 'copy-manual', '/package')),
  'POST /copies/:id/receipts': atPlace(
    [...desk, 'administrator'],
    on('copies', 'copy-manual', '/receipts', { address: null, pictureHash: null }),
  ),
  'PUT /copies/:id/receipts': atPlace(
    [...desk, 'administrator'],
    on('copies', 'copy-published', '/receipts', { address: null, pictureHash: null }),
  ),
  'GET /stories/:id/copies': atPlace(readers, story('story-published', '/copies')),
  'GET /stories/:id/correction-plan': atPlace(readers, story('story-published', '/correction-plan')),
  'GET /copies': anywhere([...readers, 'administrator'], to('/copies')),
  'POST /copies/:id/retries': atPlace([...desk, 'administrator'], on('copies', 'copy-published', '/retries', {})),
};
