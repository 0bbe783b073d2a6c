import { z } from 'zod';

/** A message of mine, in my language. */
export const messageView = z.strictObject({
  id: z.uuid(),
  kind: z.string(),
  text: z.string(),
  subjectId: z.string(),
  href: z.string(),
  dueAt: z.iso.datetime().nullable(),
  madeAt: z.iso.datetime(),
  readAt: z.iso.datetime().nullable(),
});
export type MessageView = z.infer<typeof messageView>;

/** A page of messages; `next` is the `before` of the page after it. */
export const messageList = z.strictObject({ items: z.array(messageView), unread: z.int(), next: z.uuid().nullable() });
export type MessageList = z.infer<typeof messageList>;

export const messageQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  before: z.uuid().optional(),
  unread: z.stringbool().optional(),
  /** In what the message says, in my language. */
  q: z.string().trim().min(1).max(100).optional(),
  sort: z.enum(['newest', 'oldest']).default('newest'),
});
export type MessageQuery = z.output<typeof messageQuery>;

const minuteOfDay = z.int().min(0).max(1439).nullable();
/** How I want to be told. Quiet hours in minutes of the day, both or neither. */
export const noticePreferences = z
  .strictObject({ email: z.boolean(), quietFrom: minuteOfDay, quietUntil: minuteOfDay })
  .refine((wishes) => (wishes.quietFrom === null) === (wishes.quietUntil === null), { path: ['quietUntil'] });
export type NoticePreferences = z.infer<typeof noticePreferences>;
