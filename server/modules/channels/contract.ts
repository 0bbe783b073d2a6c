import { z } from 'zod';
import { batchAnswer, batchOf } from '#platform/batch-contract';

export * from './channel-contract.ts';
export * from './returned-contract.ts';

const moment = z.iso.datetime();

const copyState = z.enum([
  'planned',
  'waiting',
  'sending',
  'accepted',
  'published',
  'drifted',
  'failed',
  'manual',
  'withdrawing',
  'withdrawn',
  'superseded',
]);

/** What a person said of a copy before they mended it. */
export const formerReceipt = z.strictObject({
  address: z.string().nullable(),
  pictureHash: z.string().nullable(),
  until: moment,
});
export type FormerReceipt = z.infer<typeof formerReceipt>;

/** Why what stands at a copy's place cannot be compared with what was sent. `no-text`: without JavaScript or signing in not a word of it is on the page; `closed`: the page lets no program in; `no-page`: what is there is no page of a size that is read; `barred`: we call no address such as this; `own-words`: whoever adopted it published it in words of their own; `accepted`: somebody of the desk has looked at the other words there and lets them stand. */
const uncompared = z.enum(['no-text', 'closed', 'no-page', 'barred', 'own-words', 'accepted']);
export type Uncompared = z.infer<typeof uncompared>;

/** What trying a copy again does. `send`: it is sent, anew where it stands; `hand-over`: whoever keeps its channel is asked to bring it there; `look`: it is read again where it stands; `take-down`: its recall is taken up again; `tell-end`: its channel is told once more that its notice has ended; `tell-hold`: until when it holds now; `accept-no-longer`: the other words there do not stand with our leave any more, and are looked at. */
const retry = z.enum(['send', 'hand-over', 'look', 'take-down', 'tell-end', 'tell-hold', 'accept-no-longer']);
export type Retry = z.infer<typeof retry>;

/** A copy of an edition in a channel, as the desk sees it. */
export const copyView = z.strictObject({
  id: z.uuid(),
  storyId: z.uuid(),
  storyTitle: z.string(),
  editionId: z.uuid(),
  editionNumber: z.int(),
  /** Its kind. */
  channel: z.string(),
  /** Null: the county's own site. */
  channelId: z.uuid().nullable(),
  channelName: z.string(),
  state: copyState,
  /** It is superseded, and still there: the later edition could only follow it. */
  behindNote: z.boolean(),
  /** What a waiting copy waits for. */
  waitsFor: z.enum(['pause', 'quota', 'retry', 'breaker']).nullable(),
  address: z.string().nullable(),
  /** A picture of it at its place, by whoever brought it there. */
  pictureHash: z.string().nullable(),
  /** What was said of it before it was mended, the first first. */
  formerReceipts: z.array(formerReceipt),
  /** How many it reached there, where the channel says so; null: it does not. */
  receivers: z.int().nullable(),
  hashSent: z.string(),
  hashSeen: z.string().nullable(),
  /** Null: it can be compared, or nobody looked. */
  uncompared: uncompared.nullable(),
  /** How often it was read back since it last changed. */
  looks: z.int(),
  /** How often it was sent since it last changed. */
  tries: z.int(),
  problem: z.string().nullable(),
  /** What the receiver last said of it: a code of its kind, and its own words where it gave some; null: its kind is told nothing. */
  remark: z.strictObject({ code: z.string(), words: z.string().nullable() }).nullable(),
  /** What trying it again does, as it stands; null: nothing can be tried. */
  retry: retry.nullable(),
  /** Real time at which something is sent next; null: nothing is. */
  dueAt: moment.nullable(),
  plannedAt: moment,
  publishedAt: moment.nullable(),
  seenAt: moment.nullable(),
  /** When its notice ended, as its channel is told or was; null: it was told of no end. */
  endedAt: moment.nullable(),
  /** Its channel is to be told that the notice goes on, or until when now, and was not told yet. */
  holdsOn: z.boolean(),
  changedAt: moment,
  /** How many people read it there and passed it on, as the channel counts the whole of it until the end of a day; null: it counts nothing, or too few. */
  counts: z.strictObject({ reads: z.int(), shares: z.int(), on: z.iso.date() }).nullable(),
  /** Whether the asker may mend its receipt: a person entered it, and the copy stands. */
  mayMendReceipt: z.boolean(),
  /** What the asker may do with it as it stands. */
  abilities: z.array(z.string()),
});
export type CopyView = z.infer<typeof copyView>;
/** `POST /copies/:id/acceptances`: `hashSeen` is that of the words that were looked at. */
export const acceptance = z.strictObject({
  hashSeen: z.string().regex(/^[0-9a-f]{64}$/),
  reason: z.string().trim().min(1).max(300),
});
/** One try of a copy. */
const attemptView = z.strictObject({
  id: z.uuid(),
  at: moment,
  /** `look-up`: the channel was asked what became of it; `answer`: it said so by itself; `end`: it was told that the notice has ended; `hold`: until when it holds now. */
  act: z.enum(['send', 'correct', 'withdraw', 'look-up', 'answer', 'end', 'hold']),
  /** `unknown`: it was begun, and whoever had it in hand never said how it ended. */
  outcome: z.enum(['accepted', 'published', 'withdrawn', 'failed', 'unknown']),
  problem: z.string().nullable(),
  /** Of HTTP. */
  status: z.int().nullable(),
  /** The channel's own. */
  code: z.string().nullable(),
  tookMilliseconds: z.int(),
});
export type AttemptView = z.infer<typeof attemptView>;
/** `GET /copies/:id/attempts`: the latest first. */
export const attemptListView = z.strictObject({ items: z.array(attemptView) });
/** `GET /copies`: those that need somebody, or only those in one state. */
export const copyListQuery = z.strictObject({
  state: copyState.exclude(['accepted', 'withdrawn', 'superseded']).optional(),
  /** Of this channel. */
  channel: z.uuid().optional(),
  /** In the story's headline. */
  q: z.string().trim().min(1).max(100).optional(),
  /** Of stories of this place or below it. */
  place: z.uuid().optional(),
  /** By their latest change. */
  sort: z.enum(['newest', 'oldest']).default('newest'),
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type CopyListQuery = z.output<typeof copyListQuery>;
export const copyPage = z.strictObject({ items: z.array(copyView), next: z.string().nullable() });
export const copyParams = z.strictObject({ id: z.uuid() });
/** `POST /copies/:id/receipts`: what a person says of the copy that they brought to its place, or took down there; `PUT`: as it should have been said. */
export const copyReceiptEntry = z.strictObject({
  address: z
    .url({ protocol: /^https?$/ })
    .max(1000)
    .nullable(),
  /** A picture of it there, stored before by `POST /files`. */
  pictureHash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
});
export type CopyReceiptEntry = z.infer<typeof copyReceiptEntry>;
const qr = z.strictObject({ path: z.string(), size: z.int() });
/** `GET /copies/:id/package`: everything that somebody needs to bring a copy to its place by hand. */
export const copyPackageView = z.strictObject({
  copy: copyView,
  /** What is to be done there now; `done`: nothing; `overtaken`: nothing either, but whoever brought it there before says so. */
  todo: z.enum(['publish', 'edit', 'replace', 'notice', 'take-down', 'overtaken', 'done']),
  instructions: z.string(),
  title: z.string(),
  /** Plain, ready to be pasted: headline, correction where there is one, text, who publishes, address, how its mark is checked. */
  text: z.string(),
  /** Of the story on the public site. */
  address: z.string(),
  qr,
  /** 防伪码: the signed claim of this edition, to be carried along as a code; null: the story is withdrawn, or the county has no key. `address`: checks it, without network too. */
  mark: z.strictObject({ address: z.string(), qr }).nullable(),
  pictures: z.array(z.strictObject({ href: z.string(), alt: z.string(), caption: z.string() })),
  /** Where the earlier one stands, as somebody said. */
  formerAddress: z.string().nullable(),
});
export type CopyPackageView = z.infer<typeof copyPackageView>;
/** What may be done to several copies at once; `POST /copies/batches`. */
const copyAct = z.strictObject({ do: z.enum(['retry', 'give-up']), id: z.uuid() });
export type CopyAct = z.infer<typeof copyAct>;
export const copyBatch = batchOf(copyAct);
export const copyBatchAnswer = batchAnswer(copyAct);

/** A limit of a channel, with how much a text has. */
const breach = z.strictObject({
  part: z.enum(['title', 'author', 'digest', 'body', 'pictures']),
  has: z.int(),
  most: z.int(),
});
/** What the channel's own count of today leaves for an act, and, where that is nothing, when the act goes out (real time); null: it counts none. */
const budget = z.strictObject({ left: z.int(), most: z.int(), opensAt: moment.nullable() }).nullable();
const budgets = z.strictObject({ correct: budget, withdraw: budget });
/** Whether it will be seen there that a notice has ended; null: it is no notice. */
const endsNotice = z.boolean().nullable();
/** Where a text will go with its last signature, and what that means there. */
const departure = z.strictObject({
  /** Null: the county's own site. */
  channelId: z.uuid().nullable(),
  channelName: z.string(),
  carrier: z.enum(['edition', 'program', 'person']),
  /** What happens there: `stays`: the earlier one stands for good, nothing can follow it; `off`: the channel is off, the copy is owed. */
  way: z.enum(['publish', 'edit', 'replace', 'notice', 'stays', 'off']),
  /** How it begins there. */
  title: z.string(),
  begins: z.string(),
  /** Limits of the channel that the text would break there, and how much of what does not survive. */
  breaks: z.array(breach),
  lost: z.array(z.strictObject({ code: z.string(), count: z.int() })),
  correct: z.enum(['edit', 'replace', 'notice', 'none']),
  withdraw: z.enum(['edit', 'delete', 'notice', 'none']),
  endsNotice,
  /** Nothing calls it back: it leaves last, after the pause. */
  beyondRecall: z.boolean(),
  leavesAfterSeconds: z.int(),
  /** What the day has room for no more: what arrived, is on its way, in somebody's hands or in line; null: nothing holds it. */
  takenToday: z.int().nullable(),
  /** Of the county's limit and the channel's own the lower one; of what follows an earlier copy the channel's own alone. */
  dailyLimit: z.int().nullable(),
  /** What the channel's day leaves for a correction and a withdrawal of this copy, should it turn out wrong today. */
  budgets,
});
export type Departure = z.infer<typeof departure>;
/** `GET /stories/:id/departure-plan`: those that nothing calls back last. */
export const departurePlanView = z.strictObject({ items: z.array(departure) });
/** What of a story nothing calls back and still waits for its pause. */
const leavingStory = z.strictObject({
  storyId: z.uuid(),
  title: z.string(),
  /** Of the channels they go to; one for each copy, by name. */
  channelNames: z.array(z.string()).min(1),
  /** From this answer on, until the first of them leaves. */
  leavesInSeconds: z.int().min(0),
});
export type LeavingStory = z.infer<typeof leavingStory>;
/** `GET /me/leaving-copies`: of the stories that the asker signed last and may still stop; the first to leave first. */
export const leavingCopiesView = z.strictObject({ items: z.array(leavingStory) });
export type LeavingCopies = z.infer<typeof leavingCopiesView>;
/** `POST /stories/:id/previews`: a text as it stands in the editor, kept or not. `all`: shown in every channel, however many there are. */
export const previewRequest = z.strictObject({ text: z.looseObject({}), all: z.boolean().default(false) });
export type PreviewRequest = z.output<typeof previewRequest>;
/** How a text in work would stand in one channel. */
const channelPreview = z.strictObject({
  /** Null: the county's own site. */
  channelId: z.uuid().nullable(),
  channelName: z.string(),
  /** Its kind: `site`, `wechat`. */
  kind: z.string(),
  carrier: departure.shape.carrier,
  way: departure.shape.way,
  title: z.string(),
  /** Who is named as author there; empty: nobody is. */
  author: z.string(),
  begins: z.string(),
  /** What the channel limits, with how much the text has of it. */
  limits: z.array(z.strictObject({ part: breach.shape.part, has: z.int(), most: z.int() })),
  lost: departure.shape.lost,
  /** Whether it can be seen whole: `GET /stories/:id/previews/:channelId`. */
  whole: z.boolean(),
  correct: departure.shape.correct,
  withdraw: departure.shape.withdraw,
  beyondRecall: z.boolean(),
  takenToday: z.int().nullable(),
  dailyLimit: z.int().nullable(),
});
export type ChannelPreview = z.infer<typeof channelPreview>;
/** The site first, then what has limits or a form of its own; `more`: how many others of these are not shown; `likeSite`: names of those that show it as the site does. */
export const previewsView = z.strictObject({
  items: z.array(channelPreview),
  more: z.int(),
  likeSite: z.array(z.string()),
});
export type PreviewsView = z.infer<typeof previewsView>;
export const copyListView = z.strictObject({ items: z.array(copyView) });
export const storyCopiesParams = z.strictObject({ id: z.uuid() });

/** What a correction or a withdrawal would do to one copy. */
const plannedTurn = z.strictObject({
  copyId: z.uuid(),
  channel: z.string(),
  channelName: z.string(),
  editionNumber: z.int(),
  /** It is still there behind a note, which is the copy of a later edition: a correction leaves it as it is, a withdrawal takes it down where the channel can. */
  behindNote: z.boolean(),
  address: z.string().nullable(),
  correct: z.enum(['edit', 'replace', 'notice', 'none']),
  withdraw: z.enum(['edit', 'delete', 'notice', 'none']),
  endsNotice,
  /** Whether it is known there at once that a notice holds until another time; null: it is no notice. */
  holdsNotice: z.boolean().nullable(),
  budgets,
});
export type PlannedTurn = z.infer<typeof plannedTurn>;
/** `GET /stories/:id/correction-plan`: copy by copy, before the click. */
export const correctionPlanView = z.strictObject({ items: z.array(plannedTurn) });
