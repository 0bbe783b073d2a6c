import { z } from 'zod';
import { day, period, words } from '#places/contract';

const moment = z.iso.datetime();
const person = z.strictObject({ id: z.uuid(), name: z.string() });
/** Points with at most two decimals; in the ledger they are hundredths. */
const points = z.number();

/** From the county's own outlets upward. */
export const adoptionLevelShape = z.enum(['county', 'city', 'province', 'national']);
export type AdoptionLevel = z.infer<typeof adoptionLevelShape>;
/** What an outlet took of it. */
export const adoptionMediumShape = z.enum(['text', 'picture', 'audio', 'video']);
export type AdoptionMedium = z.infer<typeof adoptionMediumShape>;

/** One line of a county's table: what an adoption counts. Only the county's own outlets may differ by section; null: every section without a line of its own. */
export const pointLine = z.strictObject({
  level: adoptionLevelShape,
  medium: adoptionMediumShape,
  sectionId: z.uuid().nullable(),
  points: z.number().min(0).max(1_000),
});
/** A county's own table, valid from a day on. `share`: those who bring a text together share its points equally, or each has the whole. */
export const newPointTable = z.strictObject({
  fromOn: day,
  share: z.enum(['equal', 'whole']),
  lines: z.array(pointLine).min(1).max(200),
});
export type NewPointTable = z.output<typeof newPointTable>;
export const pointTable = newPointTable.extend({
  id: z.uuid(),
  decidedBy: person,
  decidedAt: moment,
  /** The one by which an adoption of today counts. */
  isCurrent: z.boolean(),
});
export type PointTable = z.infer<typeof pointTable>;
export const pointTableList = z.strictObject({ items: z.array(pointTable) });

/** Why a line stands in the ledger. counted: `published` by the system with our own publication, `entered` by the desk, `restored` after a withdrawal, `counts-again` since the higher one is gone, `shared-anew` among more people. Reversals: `withdrawn`, `mistaken`, `higher-level` (a text counts once, at the highest level), `shared-anew`. */
export const adoptionWhyShape = z.enum([
  'published',
  'entered',
  'restored',
  'counts-again',
  'shared-anew',
  'withdrawn',
  'mistaken',
  'higher-level',
]);

/** A line of the ledger: what one person's share of an adoption counts. Minus points take an earlier line back. */
export const adoptionLine = z.strictObject({
  id: z.uuid(),
  adoptionId: z.uuid(),
  person,
  kind: z.enum(['counted', 'reversal']),
  why: adoptionWhyShape,
  story: z.strictObject({ id: z.uuid(), title: z.string() }),
  section: z.strictObject({ id: z.uuid(), name: words }),
  level: adoptionLevelShape,
  medium: adoptionMediumShape,
  /** Null: published here by the county itself. */
  outlet: z.string().nullable(),
  adoptedOn: day,
  href: z.string().nullable(),
  /** A picture of the library that shows the copy. */
  scanHash: z.string().nullable(),
  /** Among how many the points were shared. */
  sharers: z.int(),
  points,
  reverses: z.uuid().nullable(),
  reversed: z.boolean(),
  reason: z.string().nullable(),
  /** Null: the system. */
  enteredBy: person.nullable(),
  enteredAt: moment,
  /** On the chain; false for the second until the sealer comes. */
  sealed: z.boolean(),
  rowHash: z.string(),
});
export type AdoptionLine = z.infer<typeof adoptionLine>;

/** Who took a story, as it stands: `counted`, `known` while a higher one counts in its place, or `gone`. */
export const storyAdoption = z.strictObject({
  id: z.uuid(),
  state: z.enum(['counted', 'known', 'gone']),
  level: adoptionLevelShape,
  medium: adoptionMediumShape,
  outlet: z.string().nullable(),
  adoptedOn: day,
  href: z.string().nullable(),
  scanHash: z.string().nullable(),
  shares: z.array(z.strictObject({ person, points })),
  /** What the asker may do with it as it stands. */
  moves: z.array(z.enum(['reverse'])),
});
export type StoryAdoption = z.infer<typeof storyAdoption>;
export const storyAdoptions = z.strictObject({
  items: z.array(storyAdoption),
  /** Every line behind them, oldest first. */
  lines: z.array(adoptionLine),
  /** Whoever handed in the story or what was merged into it. */
  senders: z.array(person),
  mayEnter: z.boolean(),
});
export type StoryAdoptions = z.infer<typeof storyAdoptions>;

/** What the desk enters: an outlet took the story. */
export const newAdoption = z.strictObject({
  level: adoptionLevelShape,
  medium: adoptionMediumShape.default('text'),
  outlet: z.string().trim().min(1).max(100),
  /** Today at the latest. */
  adoptedOn: day,
  href: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .nullish(),
  scanHash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullish(),
  personIds: z.array(z.uuid()).min(1).max(10),
});
export type NewAdoption = z.output<typeof newAdoption>;
/** Takes an adoption back with a reason; `instead` enters what is right. */
export const adoptionReversal = z.strictObject({
  reason: z.string().trim().min(1).max(500),
  instead: newAdoption.optional(),
});
export type AdoptionReversal = z.output<typeof adoptionReversal>;
export const adoptionParams = z.strictObject({ id: z.uuid() });

/** `GET /adoptions`: the sheet of one person, one's own unless another is named. There is no list of all persons. */
export const adoptionQuery = period.extend({
  personId: z.uuid().optional(),
  level: adoptionLevelShape.optional(),
  medium: adoptionMediumShape.optional(),
  section: z.uuid().optional(),
  place: z.uuid().optional(),
  sort: z.enum(['newest', 'oldest']).default('newest'),
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
});
export type AdoptionQuery = z.output<typeof adoptionQuery>;
export const adoptionSheet = z.strictObject({
  person,
  items: z.array(adoptionLine),
  next: z.string().nullable(),
  /** Lines that match. */
  total: z.int(),
  /** Adoptions that count, and what they add up to. */
  adoptions: z.int(),
  points,
});
export type AdoptionSheet = z.infer<typeof adoptionSheet>;

/** `GET /adoption-figures`: of a place and all below, of a section, or of all one may see; `mine` or `personId`: of one person, for themselves and their desk. At most ten years. */
export const adoptionFigureQuery = period.extend({
  step: z.enum(['month', 'quarter', 'year']).default('month'),
  place: z.uuid().optional(),
  section: z.uuid().optional(),
  mine: z.stringbool().optional(),
  personId: z.uuid().optional(),
});
export type AdoptionFigureQuery = z.output<typeof adoptionFigureQuery>;
const counted = z.strictObject({ adoptions: z.int(), points });
/** One month, quarter or year. */
export const adoptionStep = z.strictObject({
  /** Its first day. */
  step: day,
  /** What counts, from the county's own outlets upward: county, city, province, national. */
  adoptions: z.tuple([z.int(), z.int(), z.int(), z.int()]),
  points,
});
export type AdoptionStep = z.infer<typeof adoptionStep>;
export const adoptionFigures = z.strictObject({
  from: day,
  until: day,
  step: z.enum(['month', 'quarter', 'year']),
  steps: z.array(adoptionStep),
  /** In the readers' order; those in which anything counts. */
  sections: z.array(counted.extend({ id: z.uuid(), name: words })),
  /** The place asked for by itself, then what lies directly below it, in the order of the tree, with all that lies below each; those in which anything counts. */
  places: z.array(counted.extend({ id: z.uuid(), name: words })),
  total: counted,
});
export type AdoptionFigures = z.infer<typeof adoptionFigures>;

/** `POST /adoption-statements`: what fees are paid by. */
export const adoptionStatementRequest = z.strictObject({ from: day, until: day, place: z.uuid().optional() });
export type AdoptionStatementRequest = z.output<typeof adoptionStatementRequest>;
/** In the order of names, never of points. */
export const adoptionStatement = z.strictObject({
  from: day,
  until: day,
  items: z.array(counted.extend({ person })),
});
export type AdoptionStatement = z.infer<typeof adoptionStatement>;

/** `GET /correspondents`: by name; `q` is part of one. At most fifty. */
export const correspondentQuery = z.strictObject({ q: z.string().trim().min(1).max(60).optional() });
export const correspondentList = z.strictObject({ items: z.array(person) });
export type CorrespondentList = z.infer<typeof correspondentList>;
