import { z } from 'zod';
import { Raw, route } from '#platform/http/route';
import { attachForm, mostFormBytes } from '../consent/attach-form.ts';
import { consentList } from '../consent/consent-view.ts';
import { lookAtForm } from '../consent/look-at-form.ts';
import { recordConsent } from '../consent/record-consent.ts';
import { removeConsent } from '../consent/remove-consent.ts';
import { revokeConsent } from '../consent/revoke-consent.ts';
import { settleConsent } from '../consent/settle-consent.ts';
import {
  consentListView,
  consentParams,
  consentSettlement,
  materialParams,
  newConsent,
  pictureParams,
  recordedConsentView,
} from '../contract.ts';
import { consentedItem } from '../library/item.ts';
import { materialRef } from '../material/material-ref.ts';
import { sentFile } from '../upload/sent-file.ts';

/** What those who can be recognised in pictures and recordings agreed to. */
export const consentRoutes = [
  route({
    method: 'GET',
    path: '/pictures/:hash/consents',
    ability: 'consent.see',
    summary: 'Who agreed to a picture’s being shown, and what became of it.',
    params: pictureParams,
    answer: consentListView,
    refuses: ['NotFound', 'Forbidden'],
    handle: ({ ctx, actor, params }) =>
      ctx.transaction(async (tx) =>
        consentList(tx, actor, await consentedItem(tx, actor, 'consent.see', { of: 'picture', hash: params.hash })),
      ),
  }),
  route({
    method: 'POST',
    path: '/pictures/:hash/consents',
    ability: 'consent.record',
    summary: 'Notes that somebody who can be recognised in a picture, or their guardian, agreed to its being shown.',
    params: pictureParams,
    body: newConsent,
    answer: recordedConsentView,
    refuses: ['NotFound', 'Forbidden'],
    handle: ({ ctx, actor, params, body }) => recordConsent(ctx, actor, { of: 'picture', hash: params.hash }, body),
  }),
  route({
    method: 'GET',
    path: '/materials/:id/consents',
    ability: 'consent.see',
    summary: 'Who agreed to a recording’s being shown, and what became of it.',
    params: materialParams,
    answer: consentListView,
    refuses: ['NotFound', 'Forbidden'],
    handle: ({ ctx, actor, params }) =>
      ctx.transaction(async (tx) =>
        consentList(tx, actor, await consentedItem(tx, actor, 'consent.see', await materialRef(tx, params.id))),
      ),
  }),
  route({
    method: 'POST',
    path: '/materials/:id/consents',
    ability: 'consent.record',
    summary: 'Notes that somebody who can be recognised in a recording, or their guardian, agreed to its being shown.',
    params: materialParams,
    body: newConsent,
    answer: recordedConsentView,
    refuses: ['NotFound', 'Forbidden'],
    handle: ({ ctx, actor, params, body }) =>
      ctx.transaction(async (tx) => recordConsent(ctx, actor, await materialRef(tx, params.id), body)),
  }),
  route({
    method: 'POST',
    path: '/consents/:id/form',
    ability: 'consent.record',
    summary:
      'Puts the signed form or the recording with a consent (JPEG, PNG, WebP, PDF, sound; at most 20 MB), in place of one that was there; field: file. Sent twice it is there once, so no key is needed.',
    accepts: 'multipart',
    idempotency: 'none',
    perMinute: 60,
    params: consentParams,
    answer: consentListView,
    refuses: [
      'NotFound',
      'Forbidden',
      'TooLarge',
      'UnsupportedMediaType',
      'PictureTooLarge',
      'PictureUnreadable',
      'DiskFull',
    ],
    handle: async ({ ctx, actor, params, request }) => {
      const { bytes } = await sentFile(request, mostFormBytes, z.strictObject({}));
      return attachForm(ctx, actor, params.id, bytes);
    },
  }),
  route({
    method: 'GET',
    path: '/consents/:id/form',
    ability: 'consent.see-form',
    summary: 'The signed form or the recording, to save. Every look is on record.',
    params: consentParams,
    answer: z.string(),
    answerType: 'application/octet-stream',
    refuses: ['NotFound', 'Forbidden'],
    handle: async ({ ctx, actor, params }) => {
      const { mediaType, bytes } = await lookAtForm(ctx, actor, params.id);
      const name = `${params.id.slice(-12)}.${extensions[mediaType] ?? 'bin'}`;
      return new Raw('application/octet-stream', bytes, {
        'cache-control': 'private, no-store',
        'content-disposition': `attachment; filename="${name}"`,
        'content-security-policy': "default-src 'none'; sandbox",
      });
    },
  }),
  route({
    method: 'POST',
    path: '/consents/:id/revocations',
    ability: 'consent.decide',
    summary: 'Whoever agreed takes it back: what is published with it waits for its editors.',
    params: consentParams,
    answer: consentListView,
    refuses: ['NotFound', 'Forbidden', 'ConsentRevoked'],
    handle: ({ ctx, actor, params }) => revokeConsent(ctx, actor, params.id),
  }),
  route({
    method: 'POST',
    path: '/consents/:id/settlements',
    ability: 'consent.decide',
    summary: 'Says why what still shows it may stay although the consent has ended.',
    params: consentParams,
    body: consentSettlement,
    answer: consentListView,
    refuses: ['NotFound', 'Forbidden', 'ConsentHeld'],
    handle: ({ ctx, actor, params, body }) => settleConsent(ctx, actor, params.id, body.because),
  }),
  route({
    method: 'DELETE',
    path: '/consents/:id',
    ability: 'consent.decide',
    summary: 'Removes a consent with its names and its form: noted by mistake, or at the word of whoever gave it.',
    params: consentParams,
    answer: consentListView,
    refuses: ['NotFound', 'Forbidden'],
    handle: ({ ctx, actor, params }) => removeConsent(ctx, actor, params.id),
  }),
];

const extensions: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'application/pdf': 'pdf',
  'audio/mpeg': 'mp3',
  'audio/mp4': 'm4a',
  'audio/aac': 'aac',
  'audio/amr': 'amr',
  'audio/ogg': 'ogg',
  'audio/wav': 'wav',
  'audio/flac': 'flac',
  'video/webm': 'webm',
  'video/mp4': 'mp4',
  'video/quicktime': 'mov',
  'video/3gpp': '3gp',
};
