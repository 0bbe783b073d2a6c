import { onePicture } from '../requests.ts';
import { done, said } from './beginning.ts';
import type { Beginning } from './beginning.ts';

/** Of the pictures: on the version that stands. */
export const mediaBeginnings: Readonly<Record<string, Beginning>> = {
  'PATCH /api/v1/pictures/{hash}': async ({ county, things }) => {
    const path = `/pictures/${things['picture'] ?? ''}`;
    const picture = await done(county.as('editor').get(path));
    return { as: 'editor', path, body: { version: picture.body['version'], alt: '柳河桥' } };
  },
  // The busy county's picture has no bytes.
  'GET /api/v1/pictures/{hash}/file': async ({ county }) => {
    const stored = await done(county.as('editor').post('/files', undefined, onePicture));
    return { as: 'editor', path: `/pictures/${said(stored, 'hash')}/file` };
  },
  'POST /api/v1/picture-changes': async ({ county, things }) => {
    const hash = things['picture'] ?? '';
    const picture = await done(county.as('editor').get(`/pictures/${hash}`));
    const pictures = [{ hash, version: picture.body['version'] }];
    return { as: 'editor', path: '/picture-changes', body: { pictures, change: { credit: '柳河镇' }, preview: false } };
  },
};
