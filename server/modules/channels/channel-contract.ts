import { z } from 'zod';

const moment = z.iso.datetime();

/** A place without an interface: what the county says can be done about a copy there. */
const manualSettings = z.strictObject({
  kind: z.literal('manual'),
  /** How it is done there, in words for whoever does it; may be empty. */
  instructions: z.string().trim().max(500),
  correct: z.enum(['edit', 'replace', 'notice', 'none']),
  withdraw: z.enum(['edit', 'delete', 'notice', 'none']),
});
export type ManualSettings = z.infer<typeof manualSettings>;

/** A receiver of signed calls with ninjs bodies. */
const webhookSettings = z.strictObject({
  kind: z.literal('webhook'),
  address: z.url({ protocol: /^https?$/ }).max(1000),
});
export type WebhookSettings = z.infer<typeof webhookSettings>;

/** What each kind of channel must know. */
export const channelSettings = z.discriminatedUnion('kind', [manualSettings, webhookSettings]);
export type ChannelSettings = z.infer<typeof channelSettings>;

const facts = {
  name: z.string().trim().min(1).max(60),
  /** Takes stories of this place and of those below it. */
  placeId: z.uuid(),
  /** Takes stories of these sections; null: of all. */
  sectionIds: z.array(z.uuid()).min(1).max(100).nullable(),
  /** Takes texts of this language; null: of every one. */
  language: z.enum(['zh-CN', 'en']).nullable(),
  isOn: z.boolean(),
  /** How long a copy that nothing calls back waits before it leaves; an urgent one does not. */
  pauseSeconds: z.int().min(0).max(3600),
  /** Most copies in a day; null: no limit. */
  dailyLimit: z.int().min(1).max(10_000).nullable(),
  /** Who brings copies there by hand. */
  keeperId: z.uuid().nullable(),
  settings: channelSettings,
};
/** `POST /channels`. */
export const newChannel = z.strictObject(facts);
export type NewChannel = z.infer<typeof newChannel>;
/** `PUT /channels/:id`: as it is to be; its kind stays. */
export const channelChange = z.strictObject({ ...facts, version: z.int() });
export type ChannelChange = z.infer<typeof channelChange>;

const capabilities = {
  correct: z.enum(['edit', 'replace', 'notice', 'none']),
  withdraw: z.enum(['edit', 'delete', 'notice', 'none']),
  endsNotices: z.boolean(),
  beyondRecall: z.boolean(),
};
/** A way to the public that the county set up. */
export const channelView = z.strictObject({
  ...facts,
  ...capabilities,
  id: z.uuid(),
  keeperName: z.string().nullable(),
  /** Why the program turned it off; null: it did not. */
  problem: z.string().nullable(),
  /** Until when it is left alone, as it did not answer for a while; null: it is not. Real time. */
  heldUntil: moment.nullable(),
  /** Until when what is sent is signed with the former secret too; null: it is not. Real time. */
  formerUntil: moment.nullable(),
  /** A test was asked for, and its answer is not here yet. */
  isTesting: z.boolean(),
  /** What the last test met with; `problem` null: it was taken. */
  test: z
    .strictObject({
      at: moment,
      problem: z.string().nullable(),
      status: z.int().nullable(),
      tookMilliseconds: z.int(),
    })
    .nullable(),
  /** Copies that arrived today, in the county's day. */
  sentToday: z.int(),
  /** Copies that need somebody. */
  troubled: z.int(),
  lastSentAt: moment.nullable(),
  version: z.int(),
  abilities: z.array(z.string()),
});
export type ChannelView = z.infer<typeof channelView>;
/** A channel with its secret, which is shown this once; null: its kind has none. */
export const channelWithSecret = z.strictObject({ channel: channelView, secret: z.string().nullable() });
export type ChannelWithSecret = z.infer<typeof channelWithSecret>;
/** `POST /channels/:id/secrets`. */
export const secretRenewal = z.strictObject({ version: z.int() });
export const channelListView = z.strictObject({ items: z.array(channelView) });
export const channelParams = z.strictObject({ id: z.uuid() });
