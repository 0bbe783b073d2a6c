import { z } from 'zod';
import type { FastifyReply } from 'fastify';
import type { Actor } from '#platform/actor';
import { route } from '#platform/http/route';
import { mustSomewhere } from '#platform/permits';
import type { Ctx } from '#platform/transaction';
import { uploadListView, uploadParams, uploadViewShape } from '../contract.ts';
import { beginUpload } from '../upload/begin-upload.ts';
import { endUpload } from '../upload/end-upload.ts';
import { settledAtOnceBytes } from '../upload/limits.ts';
import { receiveBytes } from '../upload/receive-bytes.ts';
import { settleUpload } from '../upload/settle-upload.ts';
import { bytesHeader, checksumHeader, metadataHeader, mustSpeakTus, tusHeaders } from '../upload/tus-headers.ts';
import { ownUpload, ownUploads } from '../upload/upload-queries.ts';
import type { Upload } from '../upload/upload-queries.ts';
import { uploadView } from '../upload/upload-view.ts';

const say = (reply: FastifyReply, upload: Upload): FastifyReply =>
  reply.headers({
    ...tusHeaders,
    'upload-offset': String(upload.arrived),
    'upload-length': String(upload.bytes),
    ...(upload.state === 'sending' ? { 'upload-expires': upload.expiresAt.toUTCString() } : {}),
  });

// Before anything of the protocol is said: whoever may not send is told that, and nothing else.
const mustBeSender = (ctx: Ctx, actor: Actor): Promise<void> =>
  ctx.transaction(async (tx) => mustSomewhere(tx, actor, 'upload.send'));

/** Files that arrive in pieces and go on where they stopped, by the tus protocol 1.0.0 (core, creation, expiration, checksum, termination). */
export const uploadRoutes = [
  route({
    method: 'POST',
    path: '/uploads',
    ability: 'upload.send',
    summary:
      'Begins to send a file (tus creation): headers Tus-Resumable, Upload-Length, and Upload-Metadata with filename, fingerprint, alt, caption, credit, placeId, machine. One that is begun twice and not sent goes by itself.',
    idempotency: 'none',
    perMinute: 300,
    answer: uploadViewShape,
    refuses: ['UploadProtocolUnknown', 'TooLarge', 'TooManyOpenUploads', 'UploadQuotaReached', 'DiskFull', 'NotFound'],
    handle: async ({ ctx, actor, request, reply }) => {
      await mustBeSender(ctx, actor);
      mustSpeakTus(request.headers);
      const length = bytesHeader(request.headers, 'upload-length');
      const upload = await beginUpload(ctx, actor, length, metadataHeader(request.headers));
      say(reply, upload).header('location', `/api/v1/uploads/${upload.id}`);
      return uploadView(ctx, upload);
    },
  }),
  route({
    method: 'GET',
    path: '/uploads',
    ability: 'own-data.see',
    summary: 'What you are sending, or have sent in the last days, latest first.',
    query: z.strictObject({}),
    answer: uploadListView,
    handle: ({ ctx, actor }) =>
      ctx.transaction(async (tx) => ({
        items: (await ownUploads(tx, actor.id)).map((upload) => uploadView(ctx, upload)),
      })),
  }),
  route({
    method: 'GET',
    path: '/uploads/:id',
    ability: 'own-data.see',
    summary: 'How far an upload of yours is, and what it became; HEAD answers the headers of tus alone.',
    params: uploadParams,
    answer: uploadViewShape,
    refuses: ['NotFound'],
    handle: async ({ ctx, actor, params, reply }) => {
      const upload = await ctx.transaction((tx) => ownUpload(tx, actor.id, params.id));
      say(reply, upload);
      return uploadView(ctx, upload);
    },
  }),
  route({
    method: 'PATCH',
    path: '/uploads/:id',
    ability: 'upload.send',
    summary: 'Sends bytes from Upload-Offset on (tus core; with Upload-Checksum at most 16 MB at once).',
    params: uploadParams,
    accepts: 'bytes',
    answer: null,
    refuses: [
      'NotFound',
      'UploadProtocolUnknown',
      'UploadMoved',
      'TooLarge',
      'UnsupportedMediaType',
      'ChecksumMismatch',
      'Unavailable',
      'DiskFull',
    ],
    handle: async ({ ctx, actor, params, request, reply }) => {
      await mustBeSender(ctx, actor);
      mustSpeakTus(request.headers);
      const upload = await receiveBytes(ctx, actor, params.id, {
        offset: bytesHeader(request.headers, 'upload-offset'),
        bytes: request.raw,
        areRight: checksumHeader(request.headers),
      });
      say(reply, upload);
      if (upload.state === 'arrived' && upload.bytes <= settledAtOnceBytes)
        await settleUpload(ctx, actor, upload.id).catch((error: unknown) =>
          // All of it is here; the worker tries again.
          ctx.app.log.warn('an upload is put away later', { error: error instanceof Error ? error : undefined }),
        );
    },
  }),
  route({
    method: 'DELETE',
    path: '/uploads/:id',
    ability: 'own-data.change',
    summary: 'Gives an upload up (tus termination): what has arrived of it goes; what it became stays.',
    params: uploadParams,
    answer: null,
    refuses: ['NotFound', 'WrongState'],
    handle: async ({ ctx, actor, params, reply }) => {
      await endUpload(ctx, actor, params.id);
      reply.headers({ ...tusHeaders });
    },
  }),
];
