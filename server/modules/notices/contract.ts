import { z } from 'zod';

/** A message of mine, in my language. */
export const messageView = z.strictObject({
  id: z.uuid(),
  kind: z.string(),
  text: z.string(),
  /** What it is about in the record's own words (a headline, a service and its time), as it stands now; null where the record has none or I may not see it. */
  about: z.string().nullable(),
  subjectId: z.string(),
  href: z.string(),
  dueAt: z.iso.datetime().nullable(),
  madeAt: z.iso.datetime(),
  readAt: z.iso.datetime().nullable(),
});
export type MessageView = z.infer<typeof messageView>;

/** A page of messages; `next` is the `before` of the page after it. `searchedTo`: of when the last message is that a search looked at before it stopped, though others follow; null: it looked at all that the page needed. */
export const messageList = z.strictObject({
  items: z.array(messageView),
  unread: z.int(),
  next: z.uuid().nullable(),
  searchedTo: z.iso.datetime().nullable(),
});
export type MessageList = z.infer<typeof messageList>;

export const messageQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  before: z.uuid().optional(),
  unread: z.stringbool().optional(),
  /** In what the message says, in my language, and in what it is about. */
  q: z.string().trim().min(1).max(100).optional(),
  sort: z.enum(['newest', 'oldest']).default('newest'),
});
export type MessageQuery = z.output<typeof messageQuery>;

const minuteOfDay = z.int().min(0).max(1439).nullable();
/** One of our own two languages, or the tag of a further one (a folder in `languages/`). */
const languageTag = z.string().min(2).max(35);
/** How I want to be told. Quiet hours in minutes of the day, both or neither. */
export const noticePreferences = z
  .strictObject({
    email: z.boolean(),
    quietFrom: minuteOfDay,
    quietUntil: minuteOfDay,
    /** In which letters are written to me; null: in the language of my record. Left out, it stays as it is. */
    language: languageTag.nullable().optional(),
  })
  .refine((wishes) => (wishes.quietFrom === null) === (wishes.quietUntil === null), { path: ['quietUntil'] });
export type NoticePreferences = z.infer<typeof noticePreferences>;

export const hookKindNames = ['wecom', 'dingtalk', 'feishu', 'program'] as const;
export type HookKindName = (typeof hookKindNames)[number];
/** Duties whose notices a group may be told: the newsroom's desk, orders and visits, the installation itself. */
export const hookDuties = ['desk', 'orders', 'operations'] as const;
export type HookDuty = (typeof hookDuties)[number];

/** A group or program that is told notices. Of its address only the machine is shown. */
export const hookView = z.strictObject({
  id: z.uuid(),
  kind: z.enum(hookKindNames),
  name: z.string(),
  /** Null with no duties: somebody's own. */
  placeId: z.uuid().nullable(),
  placeName: z.string().nullable(),
  duties: z.array(z.enum(hookDuties)),
  language: languageTag,
  host: z.string(),
  lastSentAt: z.iso.datetime().nullable(),
  /** Why the last message was not taken, as a code; null once one was. */
  lastFailure: z.string().nullable(),
  /** Notices that are on their way. */
  waiting: z.int(),
  madeAt: z.iso.datetime(),
  abilities: z.array(z.string()),
});
export type HookView = z.infer<typeof hookView>;
export const hookList = z.strictObject({ items: z.array(hookView) });
export type HookList = z.infer<typeof hookList>;

/** `POST /me/notice-hooks`. `secret`: what the robot's settings show as its signature's secret; only of kinds that have one. */
export const newHook = z.strictObject({
  kind: z.enum(hookKindNames),
  name: z.string().trim().min(1).max(60),
  address: z.url().max(1000),
  secret: z.string().trim().min(1).max(200).optional(),
  language: languageTag,
});
export type NewHook = z.output<typeof newHook>;
/** `POST /notice-hooks`. */
export const newDutyHook = newHook.extend({ placeId: z.uuid(), duties: z.array(z.enum(hookDuties)).min(1).max(3) });
export type NewDutyHook = z.output<typeof newDutyHook>;
/** A secret that was made here is shown this once. */
export const hookWithSecret = z.strictObject({ hook: hookView, secret: z.string().nullable() });
export type HookWithSecret = z.infer<typeof hookWithSecret>;
