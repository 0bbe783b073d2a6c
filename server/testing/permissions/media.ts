import { absent, aFileForm } from './bodies.ts';
import { anywhere, at, atPlace, authors, desk, on, signedIn, to } from './row.ts';
import type { Role, Row } from './row.ts';

const senders: readonly Role[] = [...authors, 'coordinator', 'station-keeper', 'team-leader', 'administrator'];
export const media: Record<string, Row> = {
  'POST /files': anywhere(senders, to('/files', 'picture')),
  'GET /pictures': anywhere([...authors, 'coordinator', 'station-keeper', 'administrator', 'auditor'], to('/pictures')),
  'GET /pictures/:hash': anywhere(
    [...authors, 'coordinator', 'station-keeper', 'administrator', 'auditor'],
    on('pictures', 'own-county-picture'),
  ),
  'GET /pictures/:hash/alike': anywhere(
    [...authors, 'coordinator', 'station-keeper', 'administrator', 'auditor'],
    on('pictures', 'own-county-picture', '/alike'),
  ),
  // The pictures of the busy county are rows without bytes.
  'GET /pictures/:hash/file': {
    ...anywhere(
      [...authors, 'coordinator', 'station-keeper', 'administrator', 'auditor'],
      on('pictures', 'own-county-picture', '/file'),
    ),
    mayBeAbsent: true,
  },
  'GET /pictures/:hash/uses': anywhere(
    [...authors, 'coordinator', 'station-keeper', 'administrator', 'auditor'],
    on('pictures', 'own-county-picture', '/uses'),
  ),
  'GET /pictures/:hash/provenance': anywhere(
    [...authors, 'coordinator', 'station-keeper', 'administrator', 'auditor'],
    on('pictures', 'own-county-picture', '/provenance'),
  ),
  'POST /picture-changes': anywhere(
    [...authors, 'coordinator', 'station-keeper', 'team-leader', 'administrator'],
    at(
      () => '/picture-changes',
      (things) => ({
        pictures: [{ hash: things['picture'], version: 0 }],
        change: { credit: '柳河镇' },
        preview: true,
      }),
    ),
  ),
  'PATCH /pictures/:hash': atPlace(desk, on('pictures', 'picture', '', { version: 0 })),
  'POST /pictures/:hash/removals': {
    ...atPlace(desk, on('pictures', 'picture-to-remove', '/removals', { reason: '发错了' })),
    mayBeAbsent: true,
  },
  'GET /pictures/:hash/consents': atPlace(desk, on('pictures', 'picture', '/consents')),
  'POST /pictures/:hash/consents': atPlace(desk, on('pictures', 'picture', '/consents', { givenBy: '周大娘' })),
  'POST /consents/:id/form': atPlace(desk, on('consents', 'consent', '/form', aFileForm)),
  // No form is attached.
  'GET /consents/:id/form': { ...atPlace(desk, on('consents', 'consent', '/form')), mayBeAbsent: true },
  'POST /consents/:id/revocations': atPlace(desk, on('consents', 'consent', '/revocations')),
  'POST /consents/:id/settlements': atPlace(desk, on('consents', 'consent', '/settlements', { because: '公开集会' })),
  'DELETE /consents/:id': { ...atPlace(desk, on('consents', 'consent-to-remove')), mayBeAbsent: true },
  'POST /uploads': anywhere(senders, to('/uploads')),
  'GET /uploads': signedIn(to('/uploads')),
  'GET /uploads/:id': signedIn(to(`/uploads/${absent}`), { mayBeAbsent: true }),
  'PATCH /uploads/:id': { ...anywhere(senders, to(`/uploads/${absent}`)), mayBeAbsent: true },
  'DELETE /uploads/:id': signedIn(to(`/uploads/${absent}`), { mayBeAbsent: true }),
  'GET /materials': anywhere(
    [...authors, 'coordinator', 'station-keeper', 'administrator', 'auditor'],
    to('/materials'),
  ),
  'GET /materials/:id': anywhere(
    [...authors, 'coordinator', 'station-keeper', 'administrator', 'auditor'],
    on('materials', 'own-county-material'),
  ),
  'POST /materials/batches': signedIn(to('/materials/batches', { acts: [{ do: 'stop', id: absent }] })),
  'PATCH /materials/:id': atPlace(desk, on('materials', 'material', '', { version: 0 })),
  'GET /materials/:id/original': {
    ...anywhere(
      [...authors, 'coordinator', 'station-keeper', 'administrator', 'auditor'],
      on('materials', 'own-county-material', '/original'),
    ),
    // The row of the test has no bytes.
    mayBeAbsent: true,
  },
  'GET /materials/:id/uses': anywhere(
    [...authors, 'coordinator', 'station-keeper', 'administrator', 'auditor'],
    on('materials', 'own-county-material', '/uses'),
  ),
  'GET /materials/:id/consents': atPlace(desk, on('materials', 'material', '/consents')),
  'POST /materials/:id/consents': atPlace(desk, on('materials', 'material', '/consents', { givenBy: '周大娘' })),
  'POST /materials/:id/removals': {
    ...atPlace(desk, on('materials', 'material-to-remove', '/removals', { reason: '发错了' })),
    mayBeAbsent: true,
  },
  'PUT /materials/:id/conversion': atPlace(desk, on('materials', 'material', '/conversion')),
  'DELETE /materials/:id/conversion': atPlace(desk, on('materials', 'material', '/conversion')),
  'PUT /materials/:id/subtitles': atPlace(
    desk,
    on('materials', 'material', '/subtitles', { language: 'en', text: 'WEBVTT\n\n00:01.000 --> 00:02.000\nHello' }),
  ),
};
