import type { z } from 'zod';
import { statementHash } from '@xiangyin/document';
import { route } from '#platform/http/route';
import {
  correctionRequest,
  updateRequest,
  preparedStatement,
  restorationRequest,
  reviewVerdict,
  signatureListView,
  signatureTakeBack,
  statementRequest,
  storyParams,
  storyView,
  verificationView,
  withdrawalRequest,
} from '../contract.ts';
import { beginCorrection } from '../edition/begin-correction.ts';
import type { Withdrawal } from '../edition/withdraw-story.ts';
import { prepareTurn, restoreStory, withdrawStory } from '../edition/withdraw-story.ts';
import { prepareStatement, signReview } from '../review/sign-review.ts';
import { prepareTakeBack, takeBackSignature } from '../review/take-back-signature.ts';
import { readSignatures } from '../review/read-signatures.ts';
import { verifyStory } from '../verify/verify-story.ts';
import { sentSigning } from './sent-signing.ts';
import { shown } from './story-routes.ts';

const signs = [
  'NotFound',
  'Forbidden',
  'WrongState',
  'TextChanged',
  'AlreadySigned',
  'DutiesNotSeparated',
  'StatementStale',
  'StepUpRequired',
  'PasskeyNotAccepted',
];
const turns = [
  'NotFound',
  'Forbidden',
  'TextChanged',
  'StatementStale',
  'StepUpRequired',
  'PasskeyNotAccepted',
  'NotATranslation',
];
const sentTurn = (storyId: string, body: z.output<typeof withdrawalRequest>): Withdrawal => ({
  storyId,
  reason: body.reason,
  note: body.note,
  exception: body.exception,
  signing: sentSigning(body.statement, body.assertion),
  translations: body.translations?.map((one) => ({
    storyId: one.storyId,
    signing: sentSigning(one.statement, one.assertion),
  })),
});

/** Signing, returning, withdrawing, correcting. */
export const reviewRoutes = [
  route({
    method: 'POST',
    path: '/stories/:id/signing-statements',
    ability: 'signed-in',
    withoutRoom: true,
    summary: 'What would be signed now; nothing is stored.',
    params: storyParams,
    body: statementRequest,
    answer: preparedStatement,
    status: 200,
    idempotency: 'none',
    refuses: [...signs, 'NotPublished', 'NotWithdrawn', 'NextHasActed', 'TranslationExists'],
    handle: async ({ ctx, actor, params, body }) => {
      const storyId = params.id;
      const statement = await ('step' in body
        ? prepareStatement(ctx, actor, { ...body, storyId })
        : body.verdict === 'taken-back'
          ? prepareTakeBack(ctx, actor, { storyId, signatureId: body.signatureId })
          : prepareTurn(ctx, actor, { storyId, verdict: body.verdict }));
      return { statement, statementHash: statementHash(statement) };
    },
  }),
  route({
    method: 'POST',
    path: '/stories/:id/signatures',
    ability: 'signed-in',
    withoutRoom: true,
    summary: 'Signs a step on the exact text, or returns the text with a reason. The last approval publishes.',
    params: storyParams,
    body: reviewVerdict,
    answer: storyView,
    refuses: [
      ...signs,
      'ReasonMissing',
      'ExceptionReasonMissing',
      'CheckListUnfinished',
      'BadRequest',
      'NotOnDuty',
      'NoticeOver',
    ],
    handle: ({ ctx, actor, params, body: { statement, assertion, ...verdict } }) =>
      shown(ctx, actor, () =>
        signReview(ctx, actor, { ...verdict, storyId: params.id, signing: sentSigning(statement, assertion) }),
      ),
  }),
  route({
    method: 'POST',
    path: '/stories/:id/signature-take-backs',
    ability: 'signed-in',
    summary: 'A signer takes their latest signature back before anybody acted on it; both stay on record.',
    params: storyParams,
    body: signatureTakeBack,
    answer: storyView,
    refuses: [...signs, 'NextHasActed', 'TranslationExists'],
    handle: ({ ctx, actor, params, body }) =>
      shown(ctx, actor, () =>
        takeBackSignature(ctx, actor, {
          storyId: params.id,
          signatureId: body.signatureId,
          signing: sentSigning(body.statement, body.assertion),
        }),
      ),
  }),
  route({
    method: 'GET',
    path: '/stories/:id/signatures',
    ability: 'signed-in',
    summary: 'Every signature of the story, oldest first.',
    params: storyParams,
    answer: signatureListView,
    refuses: ['NotFound'],
    handle: async ({ ctx, actor, params }) => ({ items: await readSignatures(ctx, actor, params.id) }),
  }),
  route({
    method: 'GET',
    path: '/stories/:id/verification',
    ability: 'signed-in',
    summary: 'Checks every signature and edition from the stored bytes, now.',
    params: storyParams,
    answer: verificationView,
    refuses: ['NotFound', 'Forbidden'],
    handle: ({ ctx, actor, params }) => verifyStory(ctx, actor, params.id),
  }),
  route({
    method: 'POST',
    path: '/stories/:id/corrections',
    ability: 'signed-in',
    summary: 'Begins a correction; `note` tells the public what was wrong.',
    params: storyParams,
    body: correctionRequest,
    answer: storyView,
    refuses: ['NotFound', 'Forbidden', 'NotPublished', 'WrongState'],
    handle: ({ ctx, actor, params, body }) =>
      shown(ctx, actor, () => beginCorrection(ctx, actor, { storyId: params.id, note: body.note })),
  }),
  route({
    method: 'POST',
    path: '/stories/:id/updates',
    ability: 'signed-in',
    summary: 'Begins an update: something new, nothing was wrong. `note` may tell the public what is new.',
    params: storyParams,
    body: updateRequest,
    answer: storyView,
    refuses: ['NotFound', 'Forbidden', 'NotPublished', 'WrongState'],
    handle: ({ ctx, actor, params, body }) =>
      shown(ctx, actor, () => beginCorrection(ctx, actor, { storyId: params.id, note: null, updateNote: body.note })),
  }),
  route({
    method: 'POST',
    path: '/stories/:id/withdrawals',
    ability: 'signed-in',
    withoutRoom: true,
    summary:
      'Takes the story, and its translations unless told otherwise, from the public at once; the page says that it is being checked.',
    params: storyParams,
    body: withdrawalRequest,
    answer: storyView,
    refuses: [...turns, 'NotPublished', 'NobodyOnDuty'],
    handle: ({ ctx, actor, params, body }) =>
      shown(ctx, actor, () => withdrawStory(ctx, actor, sentTurn(params.id, body))),
  }),
  route({
    method: 'POST',
    path: '/stories/:id/restorations',
    ability: 'signed-in',
    summary: 'Puts a withdrawn story back as it was, with the translations that were withdrawn with it.',
    params: storyParams,
    body: restorationRequest,
    answer: storyView,
    refuses: [...turns, 'NotWithdrawn'],
    handle: ({ ctx, actor, params, body }) =>
      shown(ctx, actor, () => restoreStory(ctx, actor, sentTurn(params.id, body))),
  }),
];
