import { checkIds } from '@xiangyin/document/checks';
import { z } from 'zod';
import { stepShape } from './review.ts';

/** The checks of the document package, by their names. */
export const checkShape = z.enum(checkIds);
const moment = z.iso.datetime();
const person = z.strictObject({ id: z.uuid(), name: z.string() });

/** What a name of the lexicon (本地词库) names. Of persons: public office only. */
export const termKindShape = z.enum(['person', 'place', 'organisation', 'term']);
/** A wrong form of one sign would be found everywhere. */
const form = z.string().trim().min(2).max(60);

/** A name or term as the county writes it. */
export const lexiconTermView = z.strictObject({
  id: z.uuid(),
  term: z.string(),
  kind: termKindShape,
  wrongForms: z.array(z.string()),
  note: z.string(),
  ended: z.boolean(),
  version: z.int(),
  changedBy: person,
  changedAt: moment,
});
export type LexiconTermView = z.infer<typeof lexiconTermView>;
export const lexiconListView = z.strictObject({ items: z.array(lexiconTermView) });
/** `POST /lexicon-terms`. */
export const newLexiconTerm = z.strictObject({
  term: form,
  kind: termKindShape,
  wrongForms: z.array(form).max(20).default([]),
  note: z.string().trim().max(200).default(''),
});
export type NewLexiconTerm = z.output<typeof newLexiconTerm>;
/** `PATCH /lexicon-terms/:id`: only what is named changes. */
export const lexiconTermChange = z.strictObject({
  version: z.int().min(1),
  term: form.optional(),
  kind: termKindShape.optional(),
  wrongForms: z.array(form).max(20).optional(),
  note: z.string().trim().max(200).optional(),
  ended: z.boolean().optional(),
});
/** `POST /lexicon-imports`: a term that is there already takes the new forms. */
export const lexiconImport = z.strictObject({ items: z.array(newLexiconTerm).min(1).max(1_000) });
export const lexiconImportResult = z.strictObject({ added: z.int(), changed: z.int(), unchanged: z.int() });

/** `GET /lexicon-renewal`: how far the searches have taken over the changed names of the county. `waiting`: the work begins within seconds. `done`: things looked at, of `total`. */
export const lexiconRenewalView = z.strictObject({
  state: z.enum(['at-rest', 'waiting', 'under-way']),
  done: z.int(),
  total: z.int(),
  endedAt: moment.nullable(),
});
export type LexiconRenewalView = z.infer<typeof lexiconRenewalView>;

/** What the checks need to know of this county: `GET /check-rules`. Places by their names as they are today. */
export const checkRulesView = z.strictObject({
  off: z.array(checkShape),
  terms: z.array(z.strictObject({ term: z.string(), wrongForms: z.array(z.string()) })),
  placeNames: z.strictObject({ 'zh-CN': z.array(z.string()), en: z.array(z.string()) }),
});
export type CheckRulesView = z.infer<typeof checkRulesView>;
/** `GET /checks`: every check there is, in one order. */
export const checkView = z.strictObject({
  check: checkShape,
  on: z.boolean(),
  /** Who switched it off, and when; null while it is on. */
  switchedOff: z.strictObject({ by: person, at: moment }).nullable(),
  /** Whether a text is not handed in before its findings are mended; null: this check is never more than a reminder. */
  required: z.boolean().nullable(),
});
export type CheckView = z.infer<typeof checkView>;
export const checkListView = z.strictObject({ items: z.array(checkView) });
export const checkParams = z.strictObject({ check: checkShape });
/** `PUT /checks/:check`. */
export const checkSwitch = z.strictObject({ on: z.boolean() });
/** `PUT /credit-rule`: whether a text is not handed in while a picture in it names nobody. */
export const creditRule = z.strictObject({ required: z.boolean() });

/** Why a finding stays as it is: somebody's own words, how it is written here, meant to be public, looked up and right, or a remark says it. */
export const dismissalReasonShape = z.enum(['as-said', 'local', 'public', 'checked', 'other']);
/** `POST /stories/:id/finding-dismissals` (whoever writes at the text, or has it in hand to review it); `reason` null takes the dismissal back. `key` is the finding's own (document package). */
export const findingDismissal = z.strictObject({
  check: checkShape,
  key: z.string().regex(/^[0-9a-f]{64}$/),
  reason: dismissalReasonShape.nullable(),
  remark: z.string().trim().max(200).default(''),
});
export const findingDismissalView = z.strictObject({
  check: checkShape,
  key: z.string(),
  reason: dismissalReasonShape,
  remark: z.string(),
  by: person,
  at: moment,
  /** The step at which they had the text in hand to review it; null: they write at it. */
  step: stepShape.nullable(),
});
export type FindingDismissalView = z.infer<typeof findingDismissalView>;
/** `items`: the valid ones, in the order in which they were made. `entries`: all that was said of findings, oldest first; `reason` null took a dismissal back. `mayDismiss`: the asker may say so. */
export const findingDismissalList = z.strictObject({
  items: z.array(findingDismissalView),
  entries: z.array(findingDismissalView.extend({ reason: dismissalReasonShape.nullable() })),
  mayDismiss: z.boolean(),
});
export type FindingDismissalList = z.infer<typeof findingDismissalList>;
