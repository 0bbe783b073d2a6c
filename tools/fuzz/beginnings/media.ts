import { done } from './beginning.ts';
import type { Beginning } from './beginning.ts';

/** Of the pictures: on the version that stands. */
export const mediaBeginnings: Readonly<Record<string, Beginning>> = {
  'PATCH /api/v1/pictures/{hash}': async ({ county, things }) => {
    const path = `/pictures/${things['picture'] ?? ''}`;
    const picture = await done(county.as('editor').get(path));
    return { as: 'editor', path, body: { version: picture.body['version'], alt: '柳河桥' } };
  },
};
