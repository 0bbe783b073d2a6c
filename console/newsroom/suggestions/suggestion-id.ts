import { newKey } from '../../kit/new-key.ts';

/** A fresh id for a suggestion, in the form of a UUID. */
export const newSuggestionId = (): string => newKey().replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
