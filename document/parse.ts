import { limits } from './limits.ts';
import { parseBody } from './parse-body.ts';
import { readLine, readObject, refuseUnknown } from './read-values.ts';
import { fault, InvalidStoryText, newReader, type Reader, type TextError } from './text-errors.ts';
import type { StoryText } from './schema.ts';

/** A valid, normalised text, or every reason why there is none. */
export type ParsedText = { ok: true; text: StoryText } | { ok: false; errors: TextError[] };

export type ParseOptions = {
  /** Whole drafts are saved before they have a headline: an empty title passes. */
  draft?: boolean;
};

/** Reads what a browser, a phone or a program sent as a story text, and normalises it (rules: README). The answer to one input is always the same;
 *  reading its own result changes nothing. */
export function parseStoryText(value: unknown, options: ParseOptions = {}): ParsedText {
  const reader = newReader();
  const fields = readObject(reader, value, '');
  if (fields === undefined) return { ok: false, errors: reader.errors };
  refuseUnknown(reader, fields, ['v', 'language', 'title', 'deck', 'body'], '');
  if (fields['v'] !== 1 && fields['v'] !== 2 && fields['v'] !== 3)
    fault(reader, '/v', fields['v'] === undefined ? 'Missing' : 'UnsupportedVersion');
  const read = {
    language: readLanguage(reader, fields['language']),
    title: readLine(reader, fields['title'], '/title', limits.titleCharacters),
    deck: readLine(reader, fields['deck'], '/deck', limits.deckCharacters),
    body: parseBody(reader, fields['body'], '/body'),
  };
  const text: StoryText = { v: reader.version, ...read };
  if (fields['title'] === undefined) fault(reader, '/title', 'Missing');
  else if (text.title === '' && !options.draft && !reader.errors.some((error) => error.path === '/title'))
    fault(reader, '/title', 'Empty');
  return reader.errors.length > 0 ? { ok: false, errors: reader.errors } : { ok: true, text };
}

/** The text itself. Throws InvalidStoryText when there is none: for content of the program's own, not for what people send. */
export function storyTextOf(parsed: ParsedText): StoryText {
  if (!parsed.ok) throw new InvalidStoryText(parsed.errors);
  return parsed.text;
}

function readLanguage(reader: Reader, value: unknown): string {
  if (typeof value === 'string' && /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/.test(value)) return value;
  fault(reader, '/language', value === undefined ? 'Missing' : typeof value === 'string' ? 'BadValue' : 'WrongType');
  return 'und';
}
