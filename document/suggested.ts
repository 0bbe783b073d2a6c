/** What a suggestion (建议) may be about: something put in, something taken out. The names of its marks and attributes in a working copy, and nowhere else. */
export const suggestionNames = ['inserted', 'deleted'] as const;

/** By which suggestions a piece was put in or taken out, as their ids. */
export interface Suggested {
  readonly inserted?: unknown;
  readonly deleted?: unknown;
}

/** Whether this can be the id of a suggestion: a UUID of the window in which it was made. Whose it is and since when, the desk knows, never the text. */
export const isSuggestionId = (value: unknown): value is string =>
  typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);
