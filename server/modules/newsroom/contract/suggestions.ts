import { wishes } from '@xiangyin/document';
import { z } from 'zod';

/** Whose a suggestion (建议) in a working copy is, and since when the desk has it. */
export const suggestionView = z.strictObject({
  id: z.uuid(),
  by: z.strictObject({ id: z.uuid(), name: z.string() }),
  at: z.iso.datetime(),
});
export type SuggestionView = z.infer<typeof suggestionView>;
export const suggestionListView = z.strictObject({ items: z.array(suggestionView) });
export type SuggestionListView = z.infer<typeof suggestionListView>;

/** What is being written beside the present version and was not handed in yet. No writers: nothing is. */
export const changesBesideView = z.strictObject({
  /** Whoever wrote last stands last. */
  writers: z.array(z.strictObject({ id: z.uuid(), name: z.string() })),
  /** Places that differ, as a reader would count them. */
  places: z.int(),
  /** Characters (字) put in and taken out. */
  added: z.int(),
  removed: z.int(),
  /** Suggestions that nobody has settled. */
  suggestions: z.int(),
});
export type ChangesBesideView = z.infer<typeof changesBesideView>;

/** What a suggestion wants of words: another form of their line, or of themselves. */
export const suggestedWish = z.enum(wishes);

/** One line of a working copy with what is suggested in it. */
export const suggestedPassageView = z.strictObject({
  part: z.enum(['title', 'deck', 'body']),
  runs: z.array(
    z.strictObject({
      /** `same`: words that stay, shortened. */
      kind: z.enum(['same', 'inserted', 'deleted', 'formed']),
      /** `break`: that before the line; `line`: the form of the whole line. */
      what: z.enum([
        'words',
        'break',
        'line',
        'hardBreak',
        'footnote',
        'figure',
        'horizontalRule',
        'table',
        'tableRow',
        'column',
      ]),
      text: z.string(),
      wish: suggestedWish.nullable(),
      href: z.string().nullable(),
      /** Whose suggestion; null for words that stay. */
      by: z.strictObject({ id: z.uuid(), name: z.string() }).nullable(),
      at: z.iso.datetime().nullable(),
    }),
  ),
});
export type SuggestedPassageView = z.infer<typeof suggestedPassageView>;

/** What is suggested and not settled, line by line: at most the first 200 lines of `total`. */
export const openSuggestionsView = z.strictObject({ items: z.array(suggestedPassageView), total: z.int() });
export type OpenSuggestionsView = z.infer<typeof openSuggestionsView>;
