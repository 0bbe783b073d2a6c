import type * as Y from 'yjs';
import { withoutForbidden } from './clean-text.ts';
import { limits } from './limits.ts';
import type { FigureAttrs } from './schema.ts';
import { fail, note } from './shared-reading.ts';
import type { Count } from './shared-reading.ts';
import { isSuggestionId, suggestionNames } from './suggested.ts';
import { formOf, isHeadForm } from './suggested-form.ts';

/** The attributes of an element, each of a kind that its name allows. */
export type Attributes = Readonly<Record<string, unknown>>;
const wholeFrom =
  (least: number, greatest: number) =>
  (value: unknown): boolean =>
    typeof value === 'number' && Number.isInteger(value) && value >= least && value <= greatest;
const words = (value: unknown): boolean => typeof value === 'string' && value.length <= 4 * limits.figureTextCharacters;
const ofCell = {
  colspan: (value: unknown) => value === 1,
  rowspan: (value: unknown) => value === 1,
  colwidth: (value: unknown) => value === null,
};
// What a suggestion may put in or take out whole: words with the break before them, a picture, a line, a table, a row or a column of one.
const ofSuggested = { inserted: isSuggestionId, deleted: isSuggestionId };
const ofForm = (ofCells: boolean) => ({
  form: (value: unknown) => {
    const form = formOf(value);
    return form !== undefined && isHeadForm(form.to) === ofCells;
  },
});
const ofFormed = { ...ofSuggested, ...ofForm(false) };
const attributesOf: Readonly<Record<string, Readonly<Record<string, (value: unknown) => boolean>>>> = {
  paragraph: ofFormed,
  hardBreak: ofSuggested,
  footnote: ofSuggested,
  horizontalRule: ofSuggested,
  table: ofSuggested,
  tableRow: ofSuggested,
  heading: { level: wholeFrom(2, 3), ...ofFormed },
  orderedList: { start: wholeFrom(1, limits.nodes), type: (value) => value === null || value === '1' },
  tableCell: { ...ofCell, ...ofSuggested, ...ofForm(true) },
  tableHeader: { ...ofCell, ...ofSuggested, ...ofForm(true) },
  figure: {
    hash: (value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value),
    alt: words,
    caption: words,
    credit: words,
    width: wholeFrom(1, limits.pixels),
    height: wholeFrom(1, limits.pixels),
    ...ofSuggested,
  },
};

/** The attributes of an element that this name may have; its suggestions and words are counted. Throws WorkingCopyFault. */
export function readAttributes(element: Y.XmlElement, name: string, path: string, count: Count): Attributes {
  const attributes = element.getAttributes() as Attributes;
  for (const [key, value] of Object.entries(attributes)) {
    const rule = attributesOf[name]?.[key] ?? fail(path, 'Unknown');
    if (!rule(value)) fail(`${path}/${key}`, 'BadValue');
    if (suggestionNames.some((one) => one === key)) note(String(value), count);
    else if (key === 'form') note(formOf(value)?.id ?? '', count);
    else if (typeof value === 'string') count.units += value.length;
  }
  if (name === 'figure' && attributes['hash'] === undefined) fail(`${path}/hash`, 'Missing');
  return attributes;
}

/** The words in an attribute; none where it has no words. */
export const wordsIn = (value: unknown): string => (typeof value === 'string' ? value : '');
/** A picture by its attributes, which were read. */
export const figureOf = (attributes: Attributes): FigureAttrs => ({
  hash: wordsIn(attributes['hash']),
  alt: withoutForbidden(wordsIn(attributes['alt'])),
  caption: withoutForbidden(wordsIn(attributes['caption'])),
  credit: withoutForbidden(wordsIn(attributes['credit'])),
  width: Number(attributes['width'] ?? 1),
  height: Number(attributes['height'] ?? 1),
});
