import { z } from 'zod';
import { placeLine, words } from '#places/contract';

const text = (maximum: number) => z.string().trim().min(1).max(maximum);
const phone = z.string().trim().max(40);

/** How to reach a person, and who answers for a child; only for those who may see it. */
export const contactView = z.strictObject({
  name: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  guardian: z.strictObject({ name: z.string(), phone: z.string(), agreedAt: z.iso.datetime() }).nullable(),
});

/** A person. `contact` is null for whoever may see only who they are. */
export const personView = z.strictObject({
  id: z.uuid(),
  /** As colleagues and readers see them. */
  displayName: z.string(),
  title: words.nullable(),
  language: z.enum(['zh-CN', 'en']),
  place: placeLine.nullable(),
  active: z.boolean(),
  /** Under 14. */
  isChild: z.boolean(),
  erasedAt: z.iso.datetime().nullable(),
  madeAt: z.iso.datetime(),
  version: z.int(),
  contact: contactView.nullable(),
  abilities: z.array(z.string()),
});
export type PersonView = z.infer<typeof personView>;

export const personQuery = z.strictObject({
  /** Part of a name or, for those who may see it, of a phone number. */
  search: z.string().trim().max(60).optional(),
  /** People at this place and below. */
  placeId: z.uuid().optional(),
  active: z.enum(['true', 'false', 'all']).default('true'),
  sort: z.enum(['name', 'newest']).default('name'),
  after: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type PersonQuery = z.infer<typeof personQuery>;
export const personPage = z.strictObject({ items: z.array(personView), next: z.string().nullable(), total: z.int() });
export type PersonPage = z.infer<typeof personPage>;

const guardian = z.strictObject({ name: text(60), phone: phone.min(1) });

/** A new person: only the name is needed. `guardian` for a child under 14, and for nobody else: they have agreed, in writing or at the desk. */
export const newPersonRequest = z.strictObject({
  name: text(60),
  displayName: text(60).optional(),
  title: words.nullish(),
  language: z.enum(['zh-CN', 'en']).optional(),
  email: z.email().max(200).nullish(),
  phone: phone.nullish(),
  placeId: z.uuid().nullish(),
  guardian: guardian.nullish(),
});
export type NewPersonRequest = z.infer<typeof newPersonRequest>;

/** A change; what is left out stays. `version` is the one that was read. */
export const personChangeRequest = z.strictObject({
  version: z.int().min(1),
  name: text(60).optional(),
  displayName: text(60).optional(),
  title: words.nullish(),
  language: z.enum(['zh-CN', 'en']).optional(),
  email: z.email().max(200).nullish(),
  phone: phone.nullish(),
  placeId: z.uuid().nullish(),
  active: z.boolean().optional(),
});
export type PersonChangeRequest = z.infer<typeof personChangeRequest>;

/** What a column of a list of people may be. */
export const csvColumns = [
  'name',
  'displayName',
  'phone',
  'email',
  'place',
  'language',
  'guardian',
  'guardianPhone',
] as const;
export type CsvColumn = (typeof csvColumns)[number];
/** Rows of a list as they were read from its file; the first names the columns. `line` is that of the file. */
export const importRows = z
  .array(z.strictObject({ line: z.int().min(1), cells: z.array(z.string().max(500)).max(40) }))
  .min(2)
  .max(1001);
export type ImportRows = z.output<typeof importRows>;
/** What would become of a row. */
export const rowVerdict = z.enum(['new', 'same', 'conflict', 'wrong']);
export type RowVerdict = z.infer<typeof rowVerdict>;
export const importPreviewRequest = z.strictObject({ rows: importRows });
export const importPreview = z.strictObject({
  /** The file's columns, and as what each is taken; null: not at all. */
  columns: z.array(z.strictObject({ head: z.string(), as: z.enum(csvColumns).nullable() })),
  items: z.array(
    z.strictObject({
      line: z.int(),
      verdict: rowVerdict,
      name: z.string(),
      phone: z.string(),
      place: z.string(),
      /** Whom it may be, of those who are there. */
      personId: z.uuid().nullable(),
      /** Under the head that the file gives the column; empty: the whole row. */
      problems: z.array(z.strictObject({ column: z.string(), message: z.string() })),
    }),
  ),
});
export type ImportPreview = z.infer<typeof importPreview>;
/** `POST /people-imports`: the rows again, and the lines that somebody chose. */
export const importRequest = z.strictObject({ rows: importRows, lines: z.array(z.int()).min(1).max(1000) });
export type ImportRequest = z.output<typeof importRequest>;
export const madeImport = z.strictObject({ id: z.uuid(), made: z.int(), undoableUntil: z.iso.datetime() });
export type MadeImport = z.infer<typeof madeImport>;
/** How many are gone again, and how many stay because something hangs on them. */
export const undoneImport = z.strictObject({ gone: z.int(), kept: z.int() });
export type UndoneImport = z.infer<typeof undoneImport>;
