import { z } from 'zod';

const moment = z.iso.datetime();

/** What a channel's kind must know of it: `kind`, and facts of its own, whose shape stands in the kind's folder. */
export type ChannelSettings = { kind: string; [fact: string]: unknown };

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
};
/** Parts of a secret that the county gives, such as an AppSecret: kept sealed, never shown again. Parts that are left out stay as they are. */
const givenSecret = z
  .array(z.strictObject({ part: z.string().min(1).max(40), value: z.string().trim().min(1).max(4000) }))
  .max(10)
  .optional();
export type GivenSecret = NonNullable<z.infer<typeof givenSecret>>;

const capabilities = {
  /** Who brings copies there: the program, or a person, also where the channel refuses the program. */
  carrier: z.enum(['program', 'person']),
  correct: z.enum(['edit', 'replace', 'notice', 'none']),
  withdraw: z.enum(['edit', 'delete', 'notice', 'none']),
  endsNotices: z.boolean(),
  beyondRecall: z.boolean(),
};
/** The shapes of channels; `settings`: those of each kind, told apart by `kind`. */
export const channelShapes = <S extends z.ZodType<ChannelSettings>>(settings: S) => {
  const channelView = z.strictObject({
    ...facts,
    ...capabilities,
    settings,
    id: z.uuid(),
    /** The name of its kind, in the reader's language. */
    kindName: z.string(),
    /** How its secret comes: `none`: it has none; `made`: here, shown once; `kept`: here, never shown; `given`: by the county. */
    secret: z.enum(['none', 'made', 'kept', 'given']),
    /** The parts of a given secret that are here. */
    secretParts: z.array(z.string()),
    /** Whether a test can be sent. */
    hasTest: z.boolean(),
    keeperName: z.string().nullable(),
    /** Why the program turned it off, or gave it into the hands of persons; null: it did not. */
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
    /** Most copies in a day that the channel itself takes; null: it sets no limit. */
    mostInADay: z.int().nullable(),
    /** Copies that did not arrive and were not given up: they failed, or are tried again later. */
    troubled: z.int(),
    /** Copies whose place shows other words, or nothing any more. */
    drifted: z.int(),
    /** Copies that were not sent because the channel was off. */
    owed: z.int(),
    lastSentAt: moment.nullable(),
    version: z.int(),
    abilities: z.array(z.string()),
  });
  return {
    /** `POST /channels`. */
    newChannel: z.strictObject({ ...facts, settings, secret: givenSecret }),
    /** `PUT /channels/:id`: as it is to be; its kind stays. */
    channelChange: z.strictObject({ ...facts, settings, secret: givenSecret, version: z.int() }),
    /** A way to the public that the county set up. */
    channelView,
    /** A channel with its secret, which is shown this once; null: there is none to show. */
    channelWithSecret: z.strictObject({ channel: channelView, secret: z.string().nullable() }),
    channelListView: z.strictObject({ items: z.array(channelView) }),
  };
};
type Shapes = ReturnType<typeof channelShapes<z.ZodType<ChannelSettings>>>;
export type NewChannel = z.infer<Shapes['newChannel']>;
export type ChannelChange = z.infer<Shapes['channelChange']>;
export type ChannelView = z.infer<Shapes['channelView']>;
export type ChannelWithSecret = z.infer<Shapes['channelWithSecret']>;
/** `POST /channels/:id/secrets`. */
export const secretRenewal = z.strictObject({ version: z.int() });
export const channelParams = z.strictObject({ id: z.uuid() });
/** `POST /channels/:id/retries` and `/surrenders`: of all copies that did not arrive, or only of those that were not sent because the channel was off. */
export const channelSweep = z.strictObject({ of: z.enum(['owed', 'troubled']) });
export type ChannelSweep = z.infer<typeof channelSweep>;
export const channelSweepAnswer = z.strictObject({ copies: z.int() });
/** `GET /channels/:id/facts`: what its kind shows to whoever arranges it, such as a DNS record; `isTakenAlong`: to be entered elsewhere. */
export const channelFactsView = z.strictObject({
  items: z.array(z.strictObject({ label: z.string(), value: z.string(), isTakenAlong: z.boolean() })),
});
