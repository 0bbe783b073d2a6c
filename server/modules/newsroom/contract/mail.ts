import { z } from 'zod';

const moment = z.iso.datetime();
const folder = z.string().trim().min(1).max(200);

const mailboxShape = z.strictObject({
  enabled: z.boolean(),
  host: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9.:-]{1,253}$/),
  port: z.int().min(1).max(65_535),
  /** `none` on this very machine alone. */
  security: z.enum(['tls', 'starttls', 'none']),
  login: z.string().min(1).max(200),
  /** What is looked through. */
  folder,
  /** Where taken letters go. */
  doneFolder: folder,
  /** Where what comes in lands; the desk moves it on. */
  sectionId: z.uuid(),
  /** verified: by what the county's own mail server found (SPF, DKIM, DMARC); server: that server lets no forged sender in. */
  trust: z.enum(['verified', 'server']),
  /** The name under which that server writes Authentication-Results (RFC 8601); needed where trust is `verified`. */
  authority: z.string().trim().max(253),
});
/** `PUT /mailbox`. `secret` may be left out while server, port and login stay: it goes to no other server than the one it was given for. `version`: the one that was read, 0 for the first. */
export const mailboxChange = mailboxShape.extend({
  version: z.int().min(0),
  secret: z.string().min(1).max(500).optional(),
});
export type MailboxChange = z.output<typeof mailboxChange>;
/** The mailbox without its secret, and what the last reading found. */
export const mailboxView = mailboxShape.extend({
  version: z.int(),
  lookedAt: moment.nullable(),
  problem: z.enum(['unreachable', 'inner-address', 'login', 'tls', 'folder', 'other']).nullable(),
  /** Letters that were taken; of senders the county does not know; in the name of somebody known that nothing proves to be theirs; refused. */
  taken: z.int(),
  strangers: z.int(),
  unverified: z.int(),
  refused: z.int(),
});
export type MailboxView = z.infer<typeof mailboxView>;
/** Null before one is set up. */
export const mailboxAnswer = z.strictObject({ mailbox: mailboxView.nullable() });
export type MailboxAnswer = z.infer<typeof mailboxAnswer>;
