import { limits } from './limits.ts';

/** Why a text was refused; the codes stay for ever, the words for them are the screen's. */
export type TextErrorCode =
  | 'WrongType'
  | 'Missing'
  | 'Unknown'
  | 'UnsupportedVersion'
  | 'Empty'
  | 'TooLong'
  | 'TooDeep'
  | 'TooManyNodes'
  | 'ForbiddenCharacter'
  | 'UnknownNode'
  | 'UnknownMark'
  | 'NotAllowedHere'
  | 'BadLink'
  | 'BadValue';

/** One fault: `path` is a JSON pointer (RFC 6901) into what was sent; `found` is a short hint (a name, `U+0000`), `limit` the limit passed. */
export type TextError = { path: string; code: TextErrorCode; found?: string; limit?: number };

/** Collects faults and counts what is limited, while one text is read. */
export type Reader = {
  errors: TextError[];
  nodes: number;
  characters: number;
  footnotes: number;
  /** The least version of the canonical form that knows all that was read. */
  version: 1 | 2 | 3;
};

/** A reader that has seen nothing yet. */
export function newReader(): Reader {
  return { errors: [], nodes: 0, characters: 0, footnotes: 0, version: 1 };
}

/** Notes a fault. Further ones than `limits.errors` are dropped. */
export function fault(
  reader: Reader,
  path: string,
  code: TextErrorCode,
  more: { found?: string; limit?: number } = {},
): void {
  if (reader.errors.length >= limits.errors) return;
  reader.errors.push({ path, code, ...more });
}

/** A short, printable piece of what was sent, to show beside a fault; for anything but a string, its kind. */
export function hint(value: unknown): string {
  if (typeof value !== 'string') return value === null ? 'null' : typeof value;
  return Array.from(value.slice(0, 80))
    .slice(0, 40)
    .join('')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Noncharacter_Code_Point}]/gu, '\ufffd');
}

/** Thrown by `storyTextOf` and by the canonical form when a text is not one; `errors` says why. */
export class InvalidStoryText extends Error {
  readonly errors: TextError[];
  constructor(errors: TextError[]) {
    super(`Not a story text: ${errors.map((e) => `${e.path} ${e.code}`).join(', ')}`);
    this.name = 'InvalidStoryText';
    this.errors = errors;
  }
}
