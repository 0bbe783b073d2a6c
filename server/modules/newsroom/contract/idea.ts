import { z } from 'zod';
import { batchAnswer, batchOf } from '#platform/batch-contract';
import { day } from '#places/contract';
import { languageShape, publicStateShape, storyStateShape } from './story.ts';

const moment = z.iso.datetime();
const id = z.uuid();
export const ideaStateShape = z.enum(['open', 'done', 'dropped']);
export const assignmentKindShape = z.enum(['text', 'picture', 'audio', 'video']);
export type AssignmentKindName = z.infer<typeof assignmentKindShape>;
export const assignmentStateShape = z.enum([
  'draft',
  'assigned',
  'accepted',
  'declined',
  'in_progress',
  'submitted',
  'done',
  'cancelled',
]);
export type AssignmentStateName = z.infer<typeof assignmentStateShape>;

/** Path parameters of everything under an idea or an assignment. */
export const ideaParams = z.strictObject({ id });

const title = z.string().trim().min(1).max(200);
const note = z.string().trim().max(4000);
const placeIds = z.array(id).max(20);
/** Whole days, or times of which the days follow. All null: no day yet. */
const windowShape = z.strictObject({
  fromOn: day.nullable().default(null),
  /** Last day, included; null: the first one alone. */
  untilOn: day.nullable().default(null),
  startsAt: moment.nullable().default(null),
  endsAt: moment.nullable().default(null),
});

/** An idea (选题) to note down; `POST /ideas`. One line is enough. */
export const newIdea = z.strictObject({
  /** Made on the device, for what is sent later: the same id again is the same idea. */
  id: id.optional(),
  title,
  note: note.optional(),
  sectionId: id.nullable().optional(),
  placeIds: placeIds.optional(),
  window: windowShape.optional(),
});
export type NewIdeaRequest = z.input<typeof newIdea>;
/** `PATCH /ideas/:id`: only what is named changes, on the version that was seen. */
export const ideaChange = z.strictObject({
  version: z.int().min(1),
  title: title.optional(),
  note: note.optional(),
  sectionId: id.nullable().optional(),
  placeIds: placeIds.min(1).optional(),
  window: windowShape.optional(),
});
export type IdeaChangeRequest = z.input<typeof ideaChange>;
/** RRULE of RFC 5545 without its name: every day, week, month or year. */
const rule = z.string().min(1).max(300);
const clockTime = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);
/** `POST /ideas/:id/recurrences`: the idea's own day is the first. */
export const newRecurrence = z.strictObject({
  version: z.int().min(1),
  rule,
  /** What each date is to bring, for nobody yet. */
  kinds: z.array(assignmentKindShape).max(4).optional(),
});
export type NewRecurrence = z.input<typeof newRecurrence>;
const recurrenceValues = {
  scope: z.enum(['following', 'all']),
  /** Null: this date is the last. */
  rule: rule.nullable().optional(),
  title: title.optional(),
  note: note.optional(),
  sectionId: id.nullable().optional(),
  placeIds: placeIds.min(1).optional(),
  /** The county's clock; without a beginning, whole days. */
  times: z
    .strictObject({
      startsTime: clockTime.nullable(),
      endsTime: clockTime.nullable(),
      days: z.int().min(1).max(60),
    })
    .optional(),
};
/** `POST /ideas/:id/recurrence-changes`: of this date and all after it, or of all from today on; on the versions that were seen. */
export const recurrenceChange = z.strictObject({
  version: z.int().min(1),
  recurrenceVersion: z.int().min(1),
  ...recurrenceValues,
});
export type RecurrenceChangeRequest = z.input<typeof recurrenceChange>;
/** `POST /ideas/:id/conclusions`. */
export const ideaConclusion = z.strictObject({ as: z.enum(['done', 'dropped']) });

/** An assignment (报道任务) to add; `POST /ideas/:id/assignments`. */
export const newAssignment = z.strictObject({
  id: id.optional(),
  kind: assignmentKindShape,
  /** Whom to ask at once; oneself: taken. */
  personId: id.nullable().optional(),
  placeId: id.nullable().optional(),
  note: note.optional(),
  startsAt: moment.nullable().optional(),
  dueAt: moment.nullable().optional(),
});
export type NewAssignmentRequest = z.input<typeof newAssignment>;
export const assignmentChange = z.strictObject({
  version: z.int().min(1),
  kind: assignmentKindShape.optional(),
  placeId: id.nullable().optional(),
  note: note.optional(),
  startsAt: moment.nullable().optional(),
  dueAt: moment.nullable().optional(),
});
export type AssignmentChangeRequest = z.input<typeof assignmentChange>;
/** `POST /assignments/:id/requests`: whom to ask, on the version that was seen. */
export const assignmentRequest = z.strictObject({ version: z.int().min(1), personId: id });
/** `POST /assignments/:id/stories`. */
export const assignmentStory = z.strictObject({ language: languageShape });
/** `PUT /assignments/:id/story`. */
export const storyLink = z.strictObject({ storyId: id.nullable() });

const person = z.strictObject({ id, name: z.string() });
const place = z.strictObject({ id, name: z.string() });

/** An assignment as screens show it. */
export const assignmentView = z.strictObject({
  id,
  ideaId: id,
  kind: assignmentKindShape,
  state: assignmentStateShape,
  person: person.nullable(),
  assignedBy: person.nullable(),
  place: place.nullable(),
  note: z.string(),
  startsAt: moment.nullable(),
  dueAt: moment.nullable(),
  /** What came of it; `mayRead`: whether the asker may open it. */
  story: z.strictObject({ id, state: storyStateShape, publicState: publicStateShape, mayRead: z.boolean() }).nullable(),
  version: z.int(),
  updatedAt: moment,
  /** The states into which the asker may bring it now. `assigned` needs a person. */
  moves: z.array(assignmentStateShape),
  mayPlan: z.boolean(),
});
export type AssignmentView = z.infer<typeof assignmentView>;

/** An idea as lists, board and calendar show it. Places and section in the reader's language. */
export const ideaLine = z.strictObject({
  id,
  state: ideaStateShape,
  title: z.string(),
  note: z.string(),
  section: z.strictObject({ id, name: z.string() }).nullable(),
  places: z.array(place),
  proposedBy: person,
  fromOn: day.nullable(),
  untilOn: day.nullable(),
  startsAt: moment.nullable(),
  endsAt: moment.nullable(),
  /** How it repeats; null: it stands alone. `isApart`: this date was changed by itself. */
  recurrence: z
    .strictObject({ id, rule: z.string(), version: z.int(), startsOn: day, recursOn: day, isApart: z.boolean() })
    .nullable(),
  version: z.int(),
  createdAt: moment,
  updatedAt: moment,
  assignments: z.array(assignmentView),
});
export type IdeaLine = z.infer<typeof ideaLine>;
export const ideaView = ideaLine.extend({ abilities: z.array(z.string()) });
export type IdeaView = z.infer<typeof ideaView>;
/** What came of a change of many dates. `undo`: the same request that brings back what was; null: none does. */
export const recurrenceChanged = z.strictObject({
  idea: ideaView,
  changed: z.int(),
  made: z.int(),
  dropped: z.int(),
  /** Left as they were: changed by themselves, or somebody is at work on them. */
  kept: z.int(),
  undo: z.strictObject(recurrenceValues).nullable(),
});
export type RecurrenceChangedView = z.infer<typeof recurrenceChanged>;

const filters = {
  q: z.string().trim().min(1).max(100).optional(),
  section: id.optional(),
  place: id.optional(),
  /** Who is asked or does a part of it. */
  person: id.optional(),
  kind: assignmentKindShape.optional(),
};
export const ideaListQuery = z.strictObject({
  ...filters,
  state: ideaStateShape.optional(),
  sort: z.enum(['-updatedAt', 'fromOn', '-createdAt', 'title']).default('-updatedAt'),
  limit: z.coerce.number().int().min(1).max(100).default(30),
  after: z.string().max(400).optional(),
});
export type IdeaListQuery = z.output<typeof ideaListQuery>;
export const ideaListView = z.strictObject({ items: z.array(ideaLine), next: z.string().nullable() });

/** What stands on the board, or in the calendar between two days. */
export const planQuery = z.strictObject({
  ...filters,
  /** Only what touches these days, whatever its state; left out: all that is open, and what ended within a week. */
  from: day.optional(),
  until: day.optional(),
  mine: z.enum(['true', 'false']).optional(),
});
export type PlanQuery = z.output<typeof planQuery>;
/** `more`: there are more ideas than one board can hold; filters narrow it. */
export const planView = z.strictObject({ items: z.array(ideaLine), more: z.boolean() });
export type PlanView = z.infer<typeof planView>;

/** What was published on one day, for the morning meeting. */
export const publishedQuery = z.strictObject({ day });
export const publishedView = z.strictObject({
  items: z.array(z.strictObject({ id, title: z.string(), language: languageShape, publishedAt: moment })),
});

/** Whom an assignment of this idea can be given to: people of the newsroom whose work covers its place, nearest first. */
export const assignableList = z.strictObject({ items: z.array(person) });

/** A calendar file as text (RFC 5545). */
const ics = z.string().min(1).max(500_000);
/** `POST /calendar-previews`. */
export const calendarFile = z.strictObject({ ics });
/** What an event of a calendar file would do. `new`: becomes an idea. `moved`, `changed`, `cancelled`, `restored`: the calendar has other times, other words, struck it out or took that back since it was read last. `conflict`: the same, but people changed the idea here meanwhile, or are at work on what the calendar struck out: done only when chosen. `unchanged`: nothing to do. `older`: an older copy of the calendar than was read before. `ended`: the calendar has something new, but the idea is closed here. `foreign`: an idea already, which the asker may not change. */
export const calendarEffectShape = z.enum([
  'new',
  'moved',
  'changed',
  'cancelled',
  'restored',
  'conflict',
  'unchanged',
  'older',
  'ended',
  'foreign',
]);
export type CalendarEffect = z.infer<typeof calendarEffectShape>;
const eventWords = { title: z.string(), startsAt: moment.nullable(), fromOn: day.nullable(), untilOn: day.nullable() };
/** What a calendar file would bring, nothing done yet. `id`: of the idea that is or would be, `version` as it stands, null while there is none. `here`: what the idea says, where that is something else. */
export const calendarPreview = z.strictObject({
  items: z.array(
    z.strictObject({
      id,
      version: z.int().nullable(),
      ...eventWords,
      place: z.string(),
      effect: calendarEffectShape,
      /** The calendar struck it out. */
      cancelled: z.boolean(),
      /** How many people are asked or at work. */
      people: z.int(),
      here: z.strictObject(eventWords).nullable(),
    }),
  ),
});
export type CalendarPreview = z.infer<typeof calendarPreview>;
/** One event of the file, as the preview named it, on the version that was seen. */
export const calendarAct = z.strictObject({ id, version: z.int().min(1).nullable() });
export type CalendarAct = z.infer<typeof calendarAct>;
/** `POST /calendar-imports`: which events of the file have their effect, each by itself. */
export const calendarImport = batchOf(calendarAct).extend({ ics, placeIds: placeIds.optional() });
export type CalendarImport = z.input<typeof calendarImport>;
export const calendarImported = batchAnswer(calendarAct);
