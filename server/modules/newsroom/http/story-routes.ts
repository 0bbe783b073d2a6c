import { z } from 'zod';
import type { Actor } from '#platform/actor';
import { route } from '#platform/http/route';
import { rowByRow } from '#platform/http/row-by-row';
import type { Ctx } from '#platform/transaction';
import {
  editorList,
  editorWanted,
  holdOverRequest,
  holdRequest,
  newStory,
  storyBatch,
  storyBatchAnswer,
  storyChange,
  storyCounts,
  storyFigureQuery,
  storyFigures as storyFiguresShape,
  storyListQuery,
  storyListView,
  storyParams,
  storyEmbargo,
  storySchedule,
  storyView as storyShape,
  submission,
  textToSave,
} from '../contract.ts';
import type { StoryView } from '../contract.ts';
import { actOnStory } from '../batch/act-on-story.ts';
import { scheduleStory } from '../edition/schedule-story.ts';
import { setEmbargo } from '../embargo/set-embargo.ts';
import { storyFigures } from '../lists/story-figures.ts';
import { countStories, listStories } from '../lists/story-list.ts';
import { holdOver, resumeStory } from '../review/hold-over.ts';
import { archiveStory, unarchiveStory } from '../story/archive-story.ts';
import { assignEditor, editorsFor } from '../story/assign-editor.ts';
import { changeStory } from '../story/change-story.ts';
import { discardStory, recoverStory } from '../story/discard-story.ts';
import { holdStory, releaseStory } from '../story/hold-story.ts';
import { reopenStory } from '../story/reopen-story.ts';
import { saveText } from '../story/save-text.ts';
import type { StoryRow } from '../story/story-queries.ts';
import { listedStories, readStory, storyView } from '../story/story-view.ts';
import { submitStory, takeBack } from '../story/submit-story.ts';
import { writeStory } from '../story/write-story.ts';

/** The view of what a verb answered, in the same transaction. */
export const shown = (ctx: Ctx, actor: Actor, work: () => Promise<StoryRow>): Promise<StoryView> =>
  ctx.transaction(async (tx) => storyView(tx, actor, await work()));
const date = (value: string | null | undefined): Date | null | undefined =>
  value ? new Date(value) : (value as null | undefined);
const none = z.strictObject({});

/** Stories at the desk: writing and handing in. */
export const storyRoutes = [
  route({
    method: 'GET',
    path: '/stories',
    ability: 'signed-in',
    summary: 'Stories of the desk that the asker may see: search, filters, sort, paging.',
    query: storyListQuery,
    answer: storyListView,
    refuses: ['Forbidden', 'NotFound'],
    handle: ({ ctx, actor, query }) =>
      ctx.transaction(async (tx) => {
        const { rows, next } = await listStories(ctx, actor, query);
        return { items: await listedStories(tx, actor, rows, query.q), next };
      }),
  }),
  route({
    method: 'GET',
    path: '/stories/counts',
    ability: 'signed-in',
    summary: 'How many stories stand in each working state, of a place and all below or of all.',
    query: z.strictObject({ place: z.uuid().optional() }),
    answer: storyCounts,
    refuses: ['Forbidden', 'NotFound'],
    handle: async ({ ctx, actor, query }) => ({
      draft: 0,
      returned: 0,
      first_review: 0,
      first_proof: 0,
      second_review: 0,
      second_proof: 0,
      final_review: 0,
      third_proof: 0,
      read_aloud: 0,
      sign_off: 0,
      urgent_review: 0,
      signed_off: 0,
      held: 0,
      afterReview: 0,
      withdrawn: 0,
      ...(await countStories(ctx, actor, query.place)),
    }),
  }),
  route({
    method: 'GET',
    path: '/story-figures',
    ability: 'story.figures',
    summary:
      'How many stories each week brought in each section, and how long they took from submission to publication.',
    query: storyFigureQuery,
    answer: storyFiguresShape,
    refuses: ['NotFound'],
    handle: ({ ctx, actor, query }) => storyFigures(ctx, actor, query),
  }),
  route({
    method: 'GET',
    path: '/stories/:id',
    ability: 'signed-in',
    summary: 'A story with its text, signatures and what the asker may do.',
    params: storyParams,
    answer: storyShape,
    refuses: ['NotFound'],
    handle: ({ ctx, actor, params }) => readStory(ctx, actor, params.id),
  }),
  route({
    method: 'POST',
    path: '/stories',
    ability: 'story.write',
    summary: 'Begins a draft.',
    body: newStory,
    answer: storyShape,
    refuses: ['NotFound', 'BadText', 'NotATranslation', 'TranslationExists'],
    handle: ({ ctx, actor, body }) =>
      shown(ctx, actor, () =>
        writeStory(ctx, actor, {
          ...body,
          validUntil: date(body.validUntil),
          embargo: body.embargo && { ...body.embargo, until: new Date(body.embargo.until) },
        }),
      ),
  }),
  route({
    method: 'POST',
    path: '/stories/batches',
    ability: 'signed-in',
    summary: 'One act on each of several stories, each by itself; `rehearse` says beforehand which of them can.',
    body: storyBatch,
    answer: storyBatchAnswer,
    idempotency: 'rows',
    handle: (call) => rowByRow(call, actOnStory),
  }),
  route({
    method: 'PUT',
    path: '/stories/:id/text',
    ability: 'signed-in',
    summary: 'Saves the whole text on the version it was written on. In review, a change voids the signatures.',
    params: storyParams,
    body: textToSave,
    answer: storyShape,
    refuses: ['NotFound', 'Forbidden', 'StaleVersion', 'NothingInWork', 'BadText'],
    handle: ({ ctx, actor, params, body }) =>
      shown(ctx, actor, () => saveText(ctx, actor, { storyId: params.id, version: body.version, text: body.text })),
  }),
  route({
    method: 'GET',
    path: '/stories/:id/editors',
    ability: 'signed-in',
    summary: 'Who can look after this story, nearest first.',
    params: storyParams,
    answer: editorList,
    refuses: ['NotFound', 'Forbidden'],
    handle: async ({ ctx, actor, params }) => ({ items: await editorsFor(ctx, actor, params.id) }),
  }),
  route({
    method: 'PUT',
    path: '/stories/:id/editor',
    ability: 'signed-in',
    summary: 'Gives a story to a colleague who looks after it at the desk, or to nobody.',
    params: storyParams,
    body: editorWanted,
    answer: storyShape,
    refuses: ['NotFound', 'Forbidden', 'NotAssignable'],
    handle: ({ ctx, actor, params, body }) =>
      shown(ctx, actor, () => assignEditor(ctx, actor, { ...body, storyId: params.id })),
  }),
  route({
    method: 'PATCH',
    path: '/stories/:id',
    ability: 'signed-in',
    summary: 'Changes section, places, byline, chain, importance, level, validity or successor.',
    params: storyParams,
    body: storyChange,
    answer: storyShape,
    refuses: ['NotFound', 'Forbidden', 'WrongState', 'NothingInWork', 'NotASuccessor'],
    handle: ({ ctx, actor, params, body }) =>
      shown(ctx, actor, () =>
        changeStory(ctx, actor, { ...body, validUntil: date(body.validUntil), storyId: params.id }),
      ),
  }),
  route({
    method: 'POST',
    path: '/stories/:id/submissions',
    ability: 'signed-in',
    summary: 'Hands the text in for the first step of its chain.',
    params: storyParams,
    body: submission,
    answer: storyShape,
    refuses: ['NotFound', 'Forbidden', 'StaleVersion', 'WrongState', 'BadText', 'Unfinished', 'DutiesNotSeparated'],
    handle: ({ ctx, actor, params, body }) =>
      shown(ctx, actor, () => submitStory(ctx, actor, { storyId: params.id, ...body })),
  }),
  route({
    method: 'PUT',
    path: '/stories/:id/schedule',
    ability: 'signed-in',
    summary:
      'When the text is published once it is signed: at a moment, or when somebody says so; neither: with its last signature, and of a text signed off now.',
    params: storyParams,
    body: storySchedule,
    answer: storyShape,
    refuses: ['NotFound', 'Forbidden', 'NothingInWork', 'InRelease', 'NoticeOver', 'Embargoed'],
    handle: ({ ctx, actor, params, body }) =>
      shown(ctx, actor, () =>
        scheduleStory(ctx, actor, {
          storyId: params.id,
          publishAt: body.publishAt === null ? null : new Date(body.publishAt),
          held: body.held,
        }),
      ),
  }),
  route({
    method: 'PUT',
    path: '/stories/:id/embargo',
    ability: 'signed-in',
    summary:
      'Says before which moment nothing of the story is published, because its source asks so; to lift or shorten it while it holds needs a reason.',
    params: storyParams,
    body: storyEmbargo,
    answer: storyShape,
    refuses: ['NotFound', 'Forbidden', 'StepUpRequired', 'NothingInWork', 'ReasonMissing'],
    handle: ({ ctx, actor, params, body }) =>
      shown(ctx, actor, () =>
        setEmbargo(ctx, actor, {
          ...body,
          storyId: params.id,
          until: body.until === null ? null : new Date(body.until),
        }),
      ),
  }),
  route({
    method: 'POST',
    path: '/stories/:id/take-backs',
    ability: 'signed-in',
    summary: 'Takes a submitted text back before anybody has signed.',
    params: storyParams,
    body: none,
    answer: storyShape,
    refuses: ['NotFound', 'Forbidden', 'WrongState', 'AlreadySigned'],
    handle: ({ ctx, actor, params }) => shown(ctx, actor, () => takeBack(ctx, actor, { storyId: params.id })),
  }),
  route({
    method: 'POST',
    path: '/stories/:id/discards',
    ability: 'signed-in',
    summary: 'Puts a draft aside, or drops the correction in work.',
    params: storyParams,
    body: none,
    answer: storyShape,
    refuses: ['NotFound', 'Forbidden', 'WrongState'],
    handle: ({ ctx, actor, params }) => shown(ctx, actor, () => discardStory(ctx, actor, { storyId: params.id })),
  }),
  route({
    method: 'POST',
    path: '/stories/:id/recoveries',
    ability: 'signed-in',
    summary: 'Takes a discarded draft up again.',
    params: storyParams,
    body: none,
    answer: storyShape,
    refuses: ['NotFound', 'Forbidden', 'WrongState', 'TranslationExists'],
    handle: ({ ctx, actor, params }) => shown(ctx, actor, () => recoverStory(ctx, actor, { storyId: params.id })),
  }),
  route({
    method: 'POST',
    path: '/stories/:id/hold-overs',
    ability: 'signed-in',
    summary: 'A reviewer keeps the text for later, at the step where it is, with a reminder if wanted.',
    params: storyParams,
    body: holdOverRequest,
    answer: storyShape,
    refuses: ['NotFound', 'Forbidden', 'StepUpRequired', 'WrongState', 'DutiesNotSeparated'],
    handle: ({ ctx, actor, params, body }) =>
      shown(ctx, actor, () =>
        holdOver(ctx, actor, { storyId: params.id, note: body.note, remindAt: date(body.remindAt) ?? null }),
      ),
  }),
  route({
    method: 'POST',
    path: '/stories/:id/resumptions',
    ability: 'signed-in',
    summary: 'Takes up what was kept for later: it waits at its step again.',
    params: storyParams,
    body: none,
    answer: storyShape,
    refuses: ['NotFound', 'Forbidden', 'WrongState'],
    handle: ({ ctx, actor, params }) => shown(ctx, actor, () => resumeStory(ctx, actor, { storyId: params.id })),
  }),
  route({
    method: 'POST',
    path: '/stories/:id/reopenings',
    ability: 'signed-in',
    summary: 'Opens a rejected story again as a draft.',
    params: storyParams,
    body: none,
    answer: storyShape,
    refuses: ['NotFound', 'Forbidden', 'WrongState', 'TranslationExists'],
    handle: ({ ctx, actor, params }) => shown(ctx, actor, () => reopenStory(ctx, actor, { storyId: params.id })),
  }),
  route({
    method: 'PUT',
    path: '/stories/:id/archived',
    ability: 'signed-in',
    summary: 'Takes what is over out of the working lists, or back into them. What the public sees is as it was.',
    params: storyParams,
    body: z.strictObject({ archived: z.boolean() }),
    answer: storyShape,
    refuses: ['NotFound', 'Forbidden', 'WrongState'],
    handle: ({ ctx, actor, params, body }) =>
      shown(ctx, actor, () => (body.archived ? archiveStory : unarchiveStory)(ctx, actor, { storyId: params.id })),
  }),
  route({
    method: 'POST',
    path: '/stories/:id/holds',
    ability: 'signed-in',
    summary: 'Says that the asker has the text in hand; `over` takes it from another.',
    params: storyParams,
    body: holdRequest,
    answer: storyShape,
    refuses: ['NotFound', 'Forbidden', 'HeldByAnother'],
    handle: ({ ctx, actor, params, body }) =>
      shown(ctx, actor, () => holdStory(ctx, actor, { storyId: params.id, over: body.over })),
  }),
  route({
    method: 'DELETE',
    path: '/stories/:id/holds',
    ability: 'signed-in',
    summary: 'Lays the text down.',
    params: storyParams,
    answer: storyShape,
    refuses: ['NotFound'],
    handle: ({ ctx, actor, params }) => shown(ctx, actor, () => releaseStory(ctx, actor, { storyId: params.id })),
  }),
];
