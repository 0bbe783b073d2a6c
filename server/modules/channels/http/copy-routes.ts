import { z } from 'zod';
import { Raw, route } from '#platform/http/route';
import { rowByRow } from '#platform/http/row-by-row';
import {
  acceptance,
  attemptListView,
  copyBatch,
  copyBatchAnswer,
  copyListQuery,
  copyListView,
  copyPage,
  copyPackageView,
  copyParams,
  copyReceiptEntry,
  copyView,
  correctionPlanView,
  departurePlanView,
  leavingCopiesView,
  previewRequest,
  previewsView,
  storyCopiesParams,
} from '../contract.ts';
import { acceptWords } from '../copy/accept-words.ts';
import { actOnCopy } from '../copy/act-on-copy.ts';
import { departurePlan } from '../departure/departure-plan.ts';
import { leavingCopies } from '../departure/leaving-copies.ts';
import { previewStory, previewWhole } from '../departure/preview-story.ts';
import { stopCopies } from '../departure/stop-copies.ts';
import { copyPackage } from '../copy/copy-package.ts';
import { enterReceipt } from '../copy/enter-receipt.ts';
import { mendReceipt } from '../copy/mend-receipt.ts';
import { giveUpCopy } from '../copy/give-up-copy.ts';
import { correctionPlan, readCopies, readTroubled } from '../copy/read-copies.ts';
import { readAttempts } from '../copy/read-attempts.ts';
import { retryCopy } from '../copy/retry-copy.ts';

/** Copies and what a correction would do to them. */
export const copyRoutes = [
  route({
    method: 'GET',
    path: '/stories/:id/copies',
    ability: 'signed-in',
    summary: 'Every copy of the story with its receipt, latest edition first.',
    params: storyCopiesParams,
    answer: copyListView,
    refuses: ['NotFound'],
    handle: async ({ ctx, actor, params }) => ({ items: await readCopies(ctx, actor, params.id) }),
  }),
  route({
    method: 'GET',
    path: '/stories/:id/correction-plan',
    ability: 'signed-in',
    summary: 'What a correction or a withdrawal would do to each copy, before the click.',
    params: storyCopiesParams,
    answer: correctionPlanView,
    refuses: ['NotFound'],
    handle: async ({ ctx, actor, params }) => ({ items: await correctionPlan(ctx, actor, params.id) }),
  }),
  route({
    method: 'GET',
    path: '/stories/:id/departure-plan',
    ability: 'signed-in',
    summary: 'Where the text in work goes with its last signature, copy by copy, before the click.',
    params: storyCopiesParams,
    answer: departurePlanView,
    refuses: ['NotFound'],
    handle: async ({ ctx, actor, params }) => ({ items: await departurePlan(ctx, actor, params.id) }),
  }),
  route({
    method: 'POST',
    path: '/stories/:id/previews',
    ability: 'signed-in',
    summary: 'How a text would stand in each channel that takes the story, against its limits; changes nothing.',
    params: storyCopiesParams,
    body: previewRequest,
    answer: previewsView,
    status: 200,
    idempotency: 'none',
    refuses: ['NotFound', 'BadText'],
    handle: ({ ctx, actor, params, body }) => previewStory(ctx, actor, params.id, body),
  }),
  route({
    method: 'GET',
    path: '/stories/:id/previews/:channelId',
    ability: 'signed-in',
    summary: 'The text of a story as it is now, whole in the form of one channel (HTML).',
    params: z.strictObject({ id: z.uuid(), channelId: z.uuid() }),
    answer: z.string(),
    answerType: 'text/html',
    refuses: ['NotFound'],
    handle: async ({ ctx, actor, params }) =>
      new Raw('text/html; charset=utf-8', await previewWhole(ctx, actor, params.id, params.channelId), {
        'cache-control': 'no-store',
        // Styles stand on the elements, as in the letter and the article themselves; nothing runs.
        'content-security-policy':
          "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
      }),
  }),
  route({
    method: 'POST',
    path: '/stories/:id/stops',
    ability: 'copy.give-up',
    summary: 'Keeps at home what of the story still waits for its pause.',
    params: storyCopiesParams,
    body: z.strictObject({}),
    answer: copyListView,
    refuses: ['NotFound', 'NothingToStop'],
    handle: async ({ ctx, actor, params }) => ({ items: await stopCopies(ctx, actor, params.id) }),
  }),
  route({
    method: 'GET',
    path: '/me/leaving-copies',
    ability: 'copy.give-up',
    summary: 'What nothing will call back and still waits for its pause, of the stories that the asker signed last.',
    answer: leavingCopiesView,
    handle: ({ ctx, actor }) => leavingCopies(ctx, actor),
  }),
  route({
    method: 'POST',
    path: '/copies/batches',
    ability: 'signed-in',
    summary: 'Retries or gives up several copies, each by itself; `rehearse` says beforehand which of them can.',
    body: copyBatch,
    answer: copyBatchAnswer,
    idempotency: 'rows',
    handle: (call) => rowByRow(call, actOnCopy),
  }),
  route({
    method: 'GET',
    path: '/copies',
    ability: 'copy.list',
    summary:
      'Copies that wait, failed, do not answer or show other words than were sent (latest change first unless asked otherwise).',
    query: copyListQuery,
    answer: copyPage,
    refuses: ['NotFound'],
    handle: ({ ctx, actor, query }) => readTroubled(ctx, actor, query),
  }),
  route({
    method: 'GET',
    path: '/copies/:id/attempts',
    ability: 'copy.list',
    summary: 'What was tried with a copy, and how each try ended, the latest first.',
    params: copyParams,
    answer: attemptListView,
    refuses: ['NotFound'],
    handle: async ({ ctx, actor, params }) => ({ items: await readAttempts(ctx, actor, params.id) }),
  }),
  route({
    method: 'POST',
    path: '/copies/:id/retries',
    ability: 'copy.retry',
    summary:
      'Tries a copy again as its `retry` says: it is sent, taken down, or looked at at its address, as soon as the worker comes to it.',
    params: copyParams,
    body: z.strictObject({}),
    answer: copyView,
    refuses: ['NotFound', 'WrongState'],
    handle: ({ ctx, actor, params }) => retryCopy(ctx, actor, params.id),
  }),
  route({
    method: 'POST',
    path: '/copies/:id/surrenders',
    ability: 'copy.give-up',
    summary: 'Gives a copy up: it is not sent, or not taken down, and nobody is reminded of it.',
    params: copyParams,
    body: z.strictObject({}),
    answer: copyView,
    refuses: ['NotFound', 'WrongState'],
    handle: ({ ctx, actor, params }) => giveUpCopy(ctx, actor, params.id),
  }),
  route({
    method: 'POST',
    path: '/copies/:id/acceptances',
    ability: 'copy.accept-words',
    summary: 'Lets the other words that were seen at its place stand, with a reason; any third words are told again.',
    params: copyParams,
    body: acceptance,
    answer: copyView,
    refuses: ['NotFound', 'WrongState', 'SeenChanged'],
    handle: ({ ctx, actor, params, body }) => acceptWords(ctx, actor, { ...body, copyId: params.id }),
  }),
  route({
    method: 'GET',
    path: '/copies/:id/package',
    ability: 'copy.bring',
    summary: 'Text, pictures and code of a copy, for whoever brings it to its place by hand.',
    params: copyParams,
    answer: copyPackageView,
    refuses: ['NotFound'],
    handle: ({ ctx, actor, params }) => copyPackage(ctx, actor, params.id),
  }),
  route({
    method: 'POST',
    path: '/copies/:id/receipts',
    ability: 'copy.bring',
    summary: 'Says that a person brought a copy to its place, or took it down there.',
    params: copyParams,
    body: copyReceiptEntry,
    answer: copyView,
    refuses: ['NotFound', 'WrongState'],
    handle: ({ ctx, actor, params, body }) => enterReceipt(ctx, actor, { ...body, copyId: params.id }),
  }),
  route({
    method: 'PUT',
    path: '/copies/:id/receipts',
    ability: 'copy.bring',
    summary: 'Mends address and screenshot of a receipt that a person entered, while the copy stands.',
    params: copyParams,
    body: copyReceiptEntry,
    answer: copyView,
    refuses: ['NotFound', 'WrongState'],
    handle: ({ ctx, actor, params, body }) => mendReceipt(ctx, actor, { ...body, copyId: params.id }),
  }),
];
