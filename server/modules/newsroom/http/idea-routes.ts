import { z } from 'zod';
import type { Actor } from '#platform/actor';
import { route } from '#platform/http/route';
import { rowByRow } from '#platform/http/row-by-row';
import type { Ctx } from '#platform/transaction';
import {
  assignmentChange,
  assignmentRequest,
  assignmentStory,
  assignmentView,
  assignableList,
  calendarFile,
  calendarImport,
  calendarImported,
  calendarPreview,
  ideaBatch,
  ideaBatchAnswer,
  ideaChange,
  ideaConclusion,
  ideaListQuery,
  ideaListView,
  ideaParams,
  ideaView as ideaShape,
  newAssignment,
  newIdea,
  newRecurrence,
  planQuery,
  planView,
  publishedQuery,
  publishedView,
  recurrenceChange,
  recurrenceChanged,
  storyLink,
  storyView as storyShape,
} from '../contract.ts';
import type { AssignmentView, IdeaView } from '../contract.ts';
import { actOnIdea } from '../batch/act-on-idea.ts';
import { acceptAssignment } from '../planning/accept-assignment.ts';
import { addAssignment } from '../planning/add-assignment.ts';
import { assignPerson } from '../planning/assign-person.ts';
import { beginStory, linkStory } from '../planning/assignment-story.ts';
import { cancelAssignment, freeAssignment } from '../planning/cancel-assignment.ts';
import { changeAssignment } from '../planning/change-assignment.ts';
import { changeIdea } from '../planning/change-idea.ts';
import { changeRecurrence } from '../planning/change-recurrence.ts';
import { concludeIdea, reopenIdea } from '../planning/conclude-idea.ts';
import { declineAssignment } from '../planning/decline-assignment.ts';
import { importCalendar, previewCalendar } from '../planning/import-calendar.ts';
import type { AssignmentRow, IdeaRow } from '../planning/idea-queries.ts';
import {
  assignmentViewOf,
  candidatesFor,
  ideaView,
  publishedOn,
  readIdea,
  seeIdeas,
  seePlan,
} from '../planning/idea-view.ts';
import { proposeIdea } from '../planning/propose-idea.ts';
import { repeatIdea } from '../planning/repeat-idea.ts';
import { workAssignment } from '../planning/work-assignment.ts';
import type { WorkState } from '../planning/work-assignment.ts';
import { shown } from './story-routes.ts';

/** The view of what a verb answered, in the same transaction. */
const ideaShown = (ctx: Ctx, actor: Actor, work: () => Promise<IdeaRow>): Promise<IdeaView> =>
  ctx.transaction(async (tx) => ideaView(tx, actor, await work()));
const assignmentShown = (ctx: Ctx, actor: Actor, work: () => Promise<AssignmentRow>): Promise<AssignmentView> =>
  ctx.transaction(async (tx) => assignmentViewOf(tx, actor, (await work()).id));
const none = z.strictObject({});
const date = (value: string | null | undefined): Date | null | undefined =>
  value ? new Date(value) : (value as null | undefined);
const windowIn = <W extends { startsAt: string | null; endsAt: string | null }>(
  window: W,
): Omit<W, 'startsAt' | 'endsAt'> & { startsAt: Date | null; endsAt: Date | null } => ({
  ...window,
  startsAt: date(window.startsAt) ?? null,
  endsAt: date(window.endsAt) ?? null,
});

// A step without anything to say but that it is taken.
const step = (
  noun: string,
  summary: string,
  verb: (ctx: Ctx, actor: Actor, request: { assignmentId: string }) => Promise<AssignmentRow>,
  refuses: readonly string[] = [],
) =>
  route({
    method: 'POST',
    path: `/assignments/:id/${noun}`,
    ability: 'signed-in',
    summary,
    params: ideaParams,
    body: none,
    answer: assignmentView,
    refuses: ['NotFound', 'Forbidden', 'WrongState', 'IdeaClosed', ...refuses],
    handle: ({ ctx, actor, params }) =>
      assignmentShown(ctx, actor, () => verb(ctx, actor, { assignmentId: params.id })),
  });
const work =
  (to: WorkState) =>
  (ctx: Ctx, actor: Actor, request: { assignmentId: string }): Promise<AssignmentRow> =>
    workAssignment(ctx, actor, { ...request, to });

/** Planning: ideas and who does which part of them. */
export const ideaRoutes = [
  route({
    method: 'GET',
    path: '/ideas',
    ability: 'idea.list',
    summary: 'Ideas that the asker may see, with their assignments: search, filters, sort, paging.',
    query: ideaListQuery,
    answer: ideaListView,
    refuses: ['NotFound'],
    handle: ({ ctx, actor, query }) => seeIdeas(ctx, actor, query),
  }),
  route({
    method: 'GET',
    path: '/plan',
    ability: 'idea.list',
    summary: 'The board: what is open and what ended within a week; with days, what touches them.',
    query: planQuery,
    answer: planView,
    refuses: ['NotFound'],
    handle: ({ ctx, actor, query }) => seePlan(ctx, actor, query),
  }),
  route({
    method: 'GET',
    path: '/plan/published',
    ability: 'idea.list',
    summary: 'Stories first published on a day, as far as the asker may see them.',
    query: publishedQuery,
    answer: publishedView,
    handle: async ({ ctx, actor, query }) => ({ items: await publishedOn(ctx, actor, query.day) }),
  }),
  route({
    method: 'GET',
    path: '/ideas/:id',
    ability: 'signed-in',
    summary: 'An idea with its assignments and what the asker may do.',
    params: ideaParams,
    answer: ideaShape,
    refuses: ['NotFound'],
    handle: ({ ctx, actor, params }) => readIdea(ctx, actor, params.id),
  }),
  route({
    method: 'GET',
    path: '/ideas/:id/candidates',
    ability: 'signed-in',
    summary: 'Whom an assignment of this idea can be given to, nearest first.',
    params: ideaParams,
    answer: assignableList,
    refuses: ['NotFound', 'Forbidden'],
    handle: async ({ ctx, actor, params }) => ({ items: await candidatesFor(ctx, actor, params.id) }),
  }),
  route({
    method: 'POST',
    path: '/ideas',
    ability: 'idea.propose',
    summary: 'Notes an idea down; one line is enough.',
    body: newIdea,
    answer: ideaShape,
    refuses: ['NotFound', 'Conflict'],
    handle: ({ ctx, actor, body: { window, ...idea } }) =>
      ideaShown(ctx, actor, () => proposeIdea(ctx, actor, { ...idea, ...(window ? windowIn(window) : {}) })),
  }),
  route({
    method: 'POST',
    path: '/calendar-previews',
    ability: 'idea.propose',
    summary: 'What a calendar file would bring; changes nothing.',
    body: calendarFile,
    answer: calendarPreview,
    status: 200,
    idempotency: 'none',
    refuses: ['NotACalendar', 'CalendarTooLarge'],
    handle: ({ ctx, actor, body }) => previewCalendar(ctx, actor, body),
  }),
  route({
    method: 'POST',
    path: '/calendar-imports',
    ability: 'idea.propose',
    summary:
      'Chosen events of a calendar file become ideas, move, change or drop those that they are already; each by itself.',
    body: calendarImport,
    answer: calendarImported,
    idempotency: 'rows',
    refuses: ['NotFound', 'NotACalendar', 'CalendarTooLarge'],
    handle: async (call) => rowByRow(call, await importCalendar(call.ctx, call.actor, call.body)),
  }),
  route({
    method: 'POST',
    path: '/ideas/batches',
    ability: 'signed-in',
    summary: 'One act on each of several ideas, each by itself; `rehearse` says beforehand which of them can.',
    body: ideaBatch,
    answer: ideaBatchAnswer,
    idempotency: 'rows',
    handle: (call) => rowByRow(call, actOnIdea),
  }),
  route({
    method: 'PATCH',
    path: '/ideas/:id',
    ability: 'signed-in',
    summary: 'Changes words, section, places or times of an idea, on the version that was seen.',
    params: ideaParams,
    body: ideaChange,
    answer: ideaShape,
    refuses: ['NotFound', 'Forbidden', 'StaleVersion'],
    handle: ({ ctx, actor, params, body: { window, ...change } }) =>
      ideaShown(ctx, actor, () =>
        changeIdea(ctx, actor, { ...change, ...(window ? { window: windowIn(window) } : {}), ideaId: params.id }),
      ),
  }),
  route({
    method: 'POST',
    path: '/ideas/:id/recurrences',
    ability: 'signed-in',
    summary: 'Makes an idea the first of a row of dates, by a rule of RFC 5545.',
    params: ideaParams,
    body: newRecurrence,
    answer: ideaShape,
    refuses: ['NotFound', 'Forbidden', 'StaleVersion', 'IdeaClosed', 'NoDay', 'Conflict'],
    handle: ({ ctx, actor, params, body }) =>
      ideaShown(ctx, actor, () => repeatIdea(ctx, actor, { ...body, ideaId: params.id })),
  }),
  route({
    method: 'POST',
    path: '/ideas/:id/recurrence-changes',
    ability: 'signed-in',
    summary: 'Changes this date of a recurring idea and all after it, or all from today on.',
    params: ideaParams,
    body: recurrenceChange,
    answer: recurrenceChanged,
    refuses: ['NotFound', 'Forbidden', 'StaleVersion', 'NotRecurring'],
    handle: ({ ctx, actor, params, body }) =>
      ctx.transaction(async (tx) => {
        const { idea, undo, ...counts } = await changeRecurrence(ctx, actor, { ...body, ideaId: params.id });
        return {
          ...counts,
          undo: undo && { ...undo, placeIds: undo.placeIds && [...undo.placeIds] },
          idea: await ideaView(tx, actor, idea),
        };
      }),
  }),
  route({
    method: 'POST',
    path: '/ideas/:id/conclusions',
    ability: 'signed-in',
    summary: 'Ends an idea as done or dropped; what nobody has begun is cancelled.',
    params: ideaParams,
    body: ideaConclusion,
    answer: ideaShape,
    refuses: ['NotFound', 'Forbidden', 'WrongState', 'WorkUnderway'],
    handle: ({ ctx, actor, params, body }) =>
      ideaShown(ctx, actor, () => concludeIdea(ctx, actor, { ideaId: params.id, as: body.as })),
  }),
  route({
    method: 'POST',
    path: '/ideas/:id/reopenings',
    ability: 'signed-in',
    summary: 'Opens an idea again.',
    params: ideaParams,
    body: none,
    answer: ideaShape,
    refuses: ['NotFound', 'Forbidden', 'WrongState'],
    handle: ({ ctx, actor, params }) => ideaShown(ctx, actor, () => reopenIdea(ctx, actor, { ideaId: params.id })),
  }),
  route({
    method: 'POST',
    path: '/ideas/:id/assignments',
    ability: 'signed-in',
    summary: 'Adds an assignment and asks a person at once where one is named; oneself takes it.',
    params: ideaParams,
    body: newAssignment,
    answer: assignmentView,
    refuses: ['NotFound', 'Forbidden', 'IdeaClosed', 'NotAssignable', 'Conflict'],
    handle: ({ ctx, actor, params, body }) =>
      assignmentShown(ctx, actor, () =>
        addAssignment(ctx, actor, {
          ...body,
          startsAt: date(body.startsAt),
          dueAt: date(body.dueAt),
          ideaId: params.id,
        }),
      ),
  }),
  route({
    method: 'PATCH',
    path: '/assignments/:id',
    ability: 'signed-in',
    summary: 'Changes what is wanted, where and by when.',
    params: ideaParams,
    body: assignmentChange,
    answer: assignmentView,
    refuses: ['NotFound', 'Forbidden', 'StaleVersion', 'IdeaClosed'],
    handle: ({ ctx, actor, params, body }) =>
      assignmentShown(ctx, actor, () =>
        changeAssignment(ctx, actor, {
          ...body,
          startsAt: date(body.startsAt),
          dueAt: date(body.dueAt),
          assignmentId: params.id,
        }),
      ),
  }),
  route({
    method: 'POST',
    path: '/assignments/:id/requests',
    ability: 'signed-in',
    summary: 'Asks a person, or another one in place of whoever was asked.',
    params: ideaParams,
    body: assignmentRequest,
    answer: assignmentView,
    refuses: ['NotFound', 'Forbidden', 'StaleVersion', 'WrongState', 'IdeaClosed', 'NotAssignable'],
    handle: ({ ctx, actor, params, body }) =>
      assignmentShown(ctx, actor, () => assignPerson(ctx, actor, { ...body, assignmentId: params.id })),
  }),
  step('acceptances', 'Says yes, or takes what nobody has.', acceptAssignment, ['AlreadyTaken', 'NotAssignable']),
  step('declinations', 'Says no; no reason is asked for.', declineAssignment),
  step('beginnings', 'Says that the work has begun, or takes back what was handed in.', work('in_progress')),
  step('deliveries', 'Says that the piece is handed in.', work('submitted')),
  step('completions', 'Says that it is done; the last one ends the idea.', work('done')),
  step('cancellations', 'Cancels an assignment.', cancelAssignment),
  step('releases', 'Makes an assignment nobody’s again, or takes up a cancelled one.', freeAssignment),
  route({
    method: 'POST',
    path: '/assignments/:id/stories',
    ability: 'signed-in',
    summary: 'Begins the story of an assignment with its idea’s title, section and places.',
    params: ideaParams,
    body: assignmentStory,
    answer: storyShape,
    refuses: ['NotFound', 'Forbidden', 'WrongState', 'AlreadyTaken', 'IdeaClosed', 'NoSection', 'NotAssignable'],
    handle: ({ ctx, actor, params, body }) =>
      shown(ctx, actor, () => beginStory(ctx, actor, { assignmentId: params.id, language: body.language })),
  }),
  route({
    method: 'PUT',
    path: '/assignments/:id/story',
    ability: 'signed-in',
    summary: 'Joins an existing story to an assignment, or takes it off.',
    params: ideaParams,
    body: storyLink,
    answer: assignmentView,
    refuses: ['NotFound', 'Forbidden', 'WrongState', 'IdeaClosed'],
    handle: ({ ctx, actor, params, body }) =>
      assignmentShown(ctx, actor, () => linkStory(ctx, actor, { assignmentId: params.id, storyId: body.storyId })),
  }),
];
