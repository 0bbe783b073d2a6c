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
