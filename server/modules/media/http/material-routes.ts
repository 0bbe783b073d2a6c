import { z } from 'zod';
import { Raw, route } from '#platform/http/route';
import { rowByRow } from '#platform/http/row-by-row';
import { cursorOf } from '#platform/keyset';
import { mustSomewhere } from '#platform/permits';
import { refuse } from '#platform/refuse';
import {
  itemRemoval,
  materialBatch,
  materialBatchAnswer,
  materialChange,
  materialListQuery,
  materialListView,
  materialParams,
  materialViewShape,
  subtitlesChange,
  usesView,
} from '../contract.ts';
import { convertAgain } from '../conversion/convert-again.ts';
import { stopConversion } from '../conversion/stop-conversion.ts';
import { removeItem } from '../library/remove-item.ts';
import { actOnMaterial } from '../material/act-on-material.ts';
import { changeMaterial } from '../material/change-material.ts';
import { listMaterials } from '../material/list-materials.ts';
import { materialById } from '../material/material-queries.ts';
import { materialViewOf } from '../material/material-view.ts';
import { setSubtitles } from '../material/set-subtitles.ts';
import { seeUses } from '../use/see-uses.ts';
import { materialRef } from '../material/material-ref.ts';
import { sendFile } from './send-file.ts';

/** Sound, video and documents of the library. */
export const materialRoutes = [
  route({
    method: 'GET',
    path: '/materials',
    ability: 'material.list',
    summary: 'Stored sound, video and documents, latest first unless asked otherwise.',
    query: materialListQuery,
    answer: materialListView,
    refuses: ['NotFound'],
    handle: ({ ctx, actor, query }) =>
      ctx.transaction(async (tx) => {
        mustSomewhere(tx, actor, 'material.list');
        const rows = await listMaterials(tx, query);
        const items = rows.slice(0, query.limit).map((row) => materialViewOf(tx, actor, row));
        const last = items.at(-1);
        return { items, next: rows.length > query.limit && last ? cursorOf(last.madeAt, last.id) : null };
      }),
  }),
  route({
    method: 'POST',
    path: '/materials/batches',
    ability: 'signed-in',
    summary: 'One act on each of several materials, each by itself; `rehearse` says beforehand which of them can.',
    body: materialBatch,
    answer: materialBatchAnswer,
    idempotency: 'rows',
    handle: (call) => rowByRow(call, actOnMaterial),
  }),
  route({
    method: 'GET',
    path: '/materials/:id',
    ability: 'material.list',
    summary: 'One of them with what the library says of it.',
    params: materialParams,
    answer: materialViewShape,
    refuses: ['NotFound'],
    handle: ({ ctx, actor, params }) =>
      ctx.transaction(async (tx) => {
        mustSomewhere(tx, actor, 'material.list');
        return materialViewOf(tx, actor, await materialById(tx, params.id));
      }),
  }),
  route({
    method: 'PATCH',
    path: '/materials/:id',
    ability: 'material.change',
    summary: 'Changes what the library says of it. Texts that show it keep their own words.',
    params: materialParams,
    body: materialChange,
    answer: materialViewShape,
    refuses: ['NotFound', 'Forbidden', 'StaleVersion'],
    handle: async ({ ctx, actor, params, body }) => {
      const changed = await changeMaterial(ctx, actor, params.id, body);
      return ctx.transaction(async (tx) => materialViewOf(tx, actor, changed));
    },
  }),
  route({
    method: 'GET',
    path: '/materials/:id/original',
    ability: 'material.list',
    summary:
      'The file as it was sent, to save: it may say where and with which device it was made, so it is not for readers.',
    params: materialParams,
    answer: z.any(),
    answerType: 'application/octet-stream',
    refuses: ['NotFound'],
    handle: async ({ ctx, actor, params, request, reply }) => {
      const material = await ctx.transaction(async (tx) => {
        mustSomewhere(tx, actor, 'material.list');
        return materialById(tx, params.id);
      });
      const { hash, bytes, name } = material;
      const mediaType = 'application/octet-stream';
      const answer = await sendFile(ctx, request, { fileHash: hash, mediaType, bytes, saveAs: name, isPublic: false });
      if (!('stream' in answer)) refuse('NotFound');
      reply.status(answer.status);
      const { headers, body } = answer.stream;
      return new Raw(mediaType, body, { ...headers, 'cache-control': 'no-store' });
    },
  }),
  route({
    method: 'GET',
    path: '/materials/:id/uses',
    ability: 'material.list',
    summary: 'Where it is used: texts in work, what is published, earlier editions.',
    params: materialParams,
    answer: usesView,
    refuses: ['NotFound'],
    handle: ({ ctx, actor, params }) =>
      ctx.transaction(async (tx) => {
        mustSomewhere(tx, actor, 'material.list');
        return seeUses(ctx, actor, await materialRef(tx, params.id));
      }),
  }),
  route({
    method: 'POST',
    path: '/materials/:id/removals',
    ability: 'material.remove',
    summary:
      'Removes a material that nothing uses or ever showed, with its words, consents and files; a conversion under way stops.',
    params: materialParams,
    body: itemRemoval,
    answer: null,
    refuses: ['NotFound', 'Forbidden', 'MaterialInUse'],
    handle: ({ ctx, actor, params, body }) => removeItem(ctx, actor, { of: 'material', id: params.id }, body),
  }),
  route({
    method: 'PUT',
    path: '/materials/:id/conversion',
    ability: 'material.change',
    summary: 'Puts a recording that failed or was stopped in the line again.',
    params: materialParams,
    answer: materialViewShape,
    refuses: ['NotFound', 'WrongState'],
    handle: async ({ ctx, actor, params }) => {
      const material = await convertAgain(ctx, actor, params.id);
      return ctx.transaction(async (tx) => materialViewOf(tx, actor, material));
    },
  }),
  route({
    method: 'DELETE',
    path: '/materials/:id/conversion',
    ability: 'material.change',
    summary: 'Stops a conversion, or takes one that waits out of the line; the original stays.',
    params: materialParams,
    answer: materialViewShape,
    refuses: ['NotFound', 'WrongState'],
    handle: async ({ ctx, actor, params }) => {
      const material = await stopConversion(ctx, actor, params.id);
      return ctx.transaction(async (tx) => materialViewOf(tx, actor, material));
    },
  }),
  route({
    method: 'PUT',
    path: '/materials/:id/subtitles',
    ability: 'material.change',
    summary: 'Gives a recording its subtitles in one language (WebVTT or SRT); those it had go.',
    params: materialParams,
    body: subtitlesChange,
    answer: materialViewShape,
    refuses: ['NotFound', 'SubtitlesUnreadable'],
    handle: async ({ ctx, actor, params, body }) => {
      const material = await setSubtitles(ctx, actor, params.id, body);
      return ctx.transaction(async (tx) => materialViewOf(tx, actor, material));
    },
  }),
];
