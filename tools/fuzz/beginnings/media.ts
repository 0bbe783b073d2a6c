import { onePicture, onePictureAlone } from '../requests.ts';
import { done, said } from './beginning.ts';
import type { Beginning, Ground } from './beginning.ts';

async function begunUpload({ county }: Ground): Promise<string> {
  const headers = { 'tus-resumable': '1.0.0', 'upload-length': '100' };
  return `/uploads/${said(await done(county.as('editor').post('/uploads', undefined, { headers })), 'id')}`;
}

async function keptDocument(ground: Ground): Promise<string> {
  const headers = {
    'tus-resumable': '1.0.0',
    'upload-offset': '0',
    'content-type': 'application/offset+octet-stream',
  };
  const upload = await begunUpload(ground);
  const editor = ground.county.as('editor');
  await done(editor.patch(upload, undefined, { headers, payload: Buffer.from('%PDF-1.7'.padEnd(100)) }));
  return said(await done(editor.get(upload)), 'subject');
}

async function notedConsent({ county, things }: Ground): Promise<string> {
  const path = `/pictures/${things['picture'] ?? ''}/consents`;
  return said(await done(county.as('editor').post(path, { givenBy: '周大娘' })), 'id');
}

/** Of pictures, materials and uploads: on the version that stands, and on one of one's own. */
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
  'POST /api/v1/pictures/{hash}/removals': async ({ county }) => {
    const stored = await done(county.as('editor').post('/files', undefined, onePicture));
    return { as: 'editor', path: `/pictures/${said(stored, 'hash')}/removals`, body: { reason: '发错了' } };
  },
  'POST /api/v1/pictures/{hash}/consents': async ({ things }) => ({
    as: 'editor',
    path: `/pictures/${things['picture'] ?? ''}/consents`,
    body: { givenBy: '周大娘' },
  }),
  'POST /api/v1/consents/{id}/form': async (ground) => ({
    as: 'editor',
    path: `/consents/${await notedConsent(ground)}/form`,
    body: onePictureAlone.payload,
  }),
  'GET /api/v1/consents/{id}/form': async (ground) => {
    const path = `/consents/${await notedConsent(ground)}/form`;
    await done(ground.county.as('editor').post(path, undefined, onePictureAlone));
    return { as: 'editor', path };
  },
  'POST /api/v1/consents/{id}/revocations': async (ground) => ({
    as: 'editor',
    path: `/consents/${await notedConsent(ground)}/revocations`,
  }),
  'POST /api/v1/consents/{id}/settlements': async (ground) => {
    const id = await notedConsent(ground);
    await done(ground.county.as('editor').post(`/consents/${id}/revocations`));
    return { as: 'editor', path: `/consents/${id}/settlements`, body: { because: '公开集会' } };
  },
  'DELETE /api/v1/consents/{id}': async (ground) => ({
    as: 'editor',
    path: `/consents/${await notedConsent(ground)}`,
  }),
  'GET /api/v1/materials/{id}': async ({ things }) => ({
    as: 'editor',
    path: `/materials/${things['material'] ?? ''}`,
  }),
  'POST /api/v1/materials/batches': async ({ things }) => ({
    as: 'editor',
    path: '/materials/batches',
    body: { acts: [{ do: 'keywords', id: things['material'] ?? '', add: ['柳河桥'], remove: [] }] },
  }),
  'PATCH /api/v1/materials/{id}': async ({ county, things }) => {
    const path = `/materials/${things['material'] ?? ''}`;
    const material = await done(county.as('editor').get(path));
    return { as: 'editor', path, body: { version: material.body['version'], title: '柳河桥通车的通知' } };
  },
  'GET /api/v1/materials/{id}/uses': async ({ things }) => ({
    as: 'editor',
    path: `/materials/${things['material'] ?? ''}/uses`,
  }),
  'POST /api/v1/materials/{id}/consents': async ({ things }) => ({
    as: 'editor',
    path: `/materials/${things['material'] ?? ''}/consents`,
    body: { givenBy: '周大娘' },
  }),
  'GET /api/v1/materials/{id}/original': async (ground) => ({
    as: 'editor',
    path: `/materials/${await keptDocument(ground)}/original`,
  }),
  'POST /api/v1/materials/{id}/removals': async (ground) => ({
    as: 'editor',
    path: `/materials/${await keptDocument(ground)}/removals`,
    body: { reason: '发错了' },
  }),
  'PUT /api/v1/materials/{id}/conversion': async ({ county, things }) => {
    const path = `/materials/${things['material'] ?? ''}/conversion`;
    await county.as('editor').delete(path);
    return { as: 'editor', path };
  },
  'DELETE /api/v1/materials/{id}/conversion': async ({ county, things }) => {
    const path = `/materials/${things['material'] ?? ''}/conversion`;
    await county.as('editor').put(path);
    return { as: 'editor', path };
  },
  'GET /api/v1/uploads/{id}': async (ground) => ({ as: 'editor', path: await begunUpload(ground) }),
  'DELETE /api/v1/uploads/{id}': async (ground) => ({ as: 'editor', path: await begunUpload(ground) }),
};
