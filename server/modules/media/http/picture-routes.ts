import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Raw, route } from '#platform/http/route';
import { cursorOf } from '#platform/keyset';
import { maySomewhere, mustSomewhere } from '#platform/permits';
import { found } from '#platform/refuse';
import {
  alikeView,
  itemRemoval,
  pictureChange,
  pictureListQuery,
  pictureListView,
  pictureParams,
  pictureProvenanceView,
  pictureView,
  pictureWords,
  picturesChange,
  picturesChangeView,
  storedPictureView,
  usesView,
} from '../contract.ts';
import { removeItem } from '../library/remove-item.ts';
import { picturesAlike } from '../picture/alike.ts';
import { changePicture } from '../picture/change-picture.ts';
import { changePictures } from '../picture/change-pictures.ts';
import { downloadPicture } from '../picture/download-picture.ts';
import { listPictures } from '../picture/list-pictures.ts';
import { picturesByHash } from '../picture/picture-queries.ts';
import { viewOf } from '../picture/picture-view.ts';
import { storePicture } from '../picture/store-picture.ts';
import type { NewPicture } from '../picture/store-picture.ts';
import { seeUses } from '../use/see-uses.ts';
import { sentFile } from '../upload/sent-file.ts';

/** Pictures: sent as multipart with the field `file` last, after its words. */
export const pictureRoutes = [
  route({
    method: 'POST',
    path: '/files',
    ability: 'picture.store',
    summary:
      'Stores a picture (JPEG, PNG or WebP, at most 60 MB and 100 megapixels); fields: alt, caption, credit, placeId, machine, then file. The same picture again is the same picture, so no key is needed.',
    accepts: 'multipart',
    idempotency: 'none',
    perMinute: 120,
    answer: storedPictureView,
    refuses: [
      'TooLarge',
      'UnsupportedMediaType',
      'PictureTooLarge',
      'PictureUnreadable',
      'QuotaReached',
      'Unavailable',
      'DiskFull',
    ],
    handle: async ({ ctx, actor, request }) => {
      const stored = await storePicture(ctx, actor, await sentPicture(request));
      return ctx.transaction(async (tx) => {
        const alike = maySomewhere(tx, actor, 'picture.list') ? await picturesAlike(tx, stored.hash) : [];
        return { ...viewOf(tx, actor, stored), alike: alike.map((one) => viewOf(tx, actor, one)) };
      });
    },
  }),
  route({
    method: 'GET',
    path: '/pictures/:hash/alike',
    ability: 'picture.list',
    summary: 'Pictures of the library that look like this one.',
    params: pictureParams,
    answer: alikeView,
    refuses: ['NotFound'],
    handle: ({ ctx, actor, params }) =>
      ctx.transaction(async (tx) => {
        mustSomewhere(tx, actor, 'picture.list');
        found((await picturesByHash(tx, [params.hash])).get(params.hash));
        return { items: (await picturesAlike(tx, params.hash)).map((one) => viewOf(tx, actor, one)) };
      }),
  }),
  route({
    method: 'GET',
    path: '/pictures',
    ability: 'picture.list',
    summary: 'Stored pictures, latest first unless asked otherwise.',
    query: pictureListQuery,
    answer: pictureListView,
    refuses: ['NotFound'],
    handle: async ({ ctx, actor, query }) =>
      ctx.transaction(async (tx) => {
        mustSomewhere(tx, actor, 'picture.list');
        const rows = await listPictures(tx, query);
        const items = rows.slice(0, query.limit).map((row) => viewOf(tx, actor, row));
        const last = items.at(-1);
        return { items, next: rows.length > query.limit && last ? cursorOf(last.madeAt, last.hash) : null };
      }),
  }),
  route({
    method: 'GET',
    path: '/pictures/:hash',
    ability: 'picture.list',
    summary: 'One stored picture with what the library says of it.',
    params: pictureParams,
    answer: pictureView,
    refuses: ['NotFound'],
    handle: ({ ctx, actor, params }) =>
      ctx.transaction(async (tx) => {
        mustSomewhere(tx, actor, 'picture.list');
        return viewOf(tx, actor, found((await picturesByHash(tx, [params.hash])).get(params.hash)));
      }),
  }),
  route({
    method: 'GET',
    path: '/pictures/:hash/file',
    ability: 'picture.list',
    summary:
      'The picture as it is stored, to keep or to pass on: JPEG with title, caption, credit and rights as XMP and IPTC, without position or camera.',
    params: pictureParams,
    answer: z.string(),
    answerType: 'image/jpeg',
    refuses: ['NotFound'],
    handle: async ({ ctx, actor, params }) =>
      new Raw('image/jpeg', await downloadPicture(ctx, actor, params.hash), {
        'cache-control': 'private, no-store',
        'content-disposition': `attachment; filename="${params.hash.slice(0, 12)}.jpg"`,
      }),
  }),
  route({
    method: 'GET',
    path: '/pictures/:hash/uses',
    ability: 'picture.list',
    summary: 'Where a picture is used: texts in work, what is published, earlier editions.',
    params: pictureParams,
    answer: usesView,
    refuses: ['NotFound'],
    handle: ({ ctx, actor, params }) => seeUses(ctx, actor, { of: 'picture', hash: params.hash }),
  }),
  route({
    method: 'GET',
    path: '/pictures/:hash/provenance',
    ability: 'picture.list',
    summary: 'Under whose name the published file of a picture is signed (C2PA), read from the file itself.',
    params: pictureParams,
    answer: pictureProvenanceView,
    refuses: ['NotFound'],
    handle: async ({ ctx, actor, params }) =>
      (await import('../provenance/see-provenance.ts')).seeProvenance(ctx, actor, params.hash),
  }),
  route({
    method: 'POST',
    path: '/picture-changes',
    ability: 'picture.change',
    summary: 'Makes the same change of many pictures, or says what it would change; each picture has its row.',
    body: picturesChange,
    answer: picturesChangeView,
    refuses: ['NotFound', 'Forbidden'],
    handle: ({ ctx, actor, body }) => changePictures(ctx, actor, body),
  }),
  route({
    method: 'PATCH',
    path: '/pictures/:hash',
    ability: 'picture.change',
    summary:
      'Changes what the library says of a picture, or the point that stays in every cut. Texts that show it keep their own words.',
    params: pictureParams,
    body: pictureChange,
    answer: pictureView,
    refuses: ['NotFound', 'Forbidden', 'StaleVersion'],
    handle: async ({ ctx, actor, params, body }) => {
      const changed = await changePicture(ctx, actor, params.hash, body);
      return ctx.transaction(async (tx) => viewOf(tx, actor, changed));
    },
  }),
  route({
    method: 'POST',
    path: '/pictures/:hash/removals',
    ability: 'picture.remove',
    summary: 'Removes a picture that nothing shows or ever showed, with its words, consents and files.',
    params: pictureParams,
    body: itemRemoval,
    answer: null,
    refuses: ['NotFound', 'Forbidden', 'PictureInUse'],
    handle: ({ ctx, actor, params, body }) => removeItem(ctx, actor, { of: 'picture', id: params.hash }, body),
  }),
];

// What phones of 48 to 100 megapixels send, and what a camera writes as PNG.
const mostBytes = 60 * 1024 * 1024;

async function sentPicture(request: FastifyRequest): Promise<NewPicture> {
  const { bytes, words } = await sentFile(request, mostBytes, pictureWords);
  const { placeId, machine, ...said } = words;
  return { bytes, ...said, placeId: placeId ?? null, machine: machine ?? null };
}
