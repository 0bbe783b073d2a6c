import { canonicalJson } from './canonical-json.ts';
import { sha256Hex, utf8Bytes } from './hash.ts';

/** What is published beside a text and read as a claim: by whom it is, whom it concerns, how urgent it is and until when it holds. */
export type Head = {
  /** Version of this form. */
  v: 1;
  kind: 'story' | 'notice';
  /** `bylineHash` of the byline: what is signed for ever holds no names. */
  byline: string;
  /** Ids of its places, in the order of their characters. */
  places: readonly string[];
  /** Of a notice that is more than ordinary; empty: none. */
  level: string;
  /** RFC 3339 in UTC with milliseconds; empty: it holds without an end. */
  validUntil: string;
};

/** Which part of a head differs. */
export type HeadPart = 'byline' | 'places' | 'notice';

/** SHA-256 of the story's id, a line feed and its byline, as 64 lowercase hex digits: whoever has the page can compare, and an erased name stands nowhere. */
export const bylineHash = (storyId: string, byline: string): string => sha256Hex(utf8Bytes(`${storyId}\n${byline}`));

/** The head in RFC 8785 form, UTF-8: the bytes that are kept beside the signature. */
export const headBytes = (head: Head): Uint8Array =>
  utf8Bytes(canonicalJson({ ...head, places: head.places.toSorted() }));

/** SHA-256 of `headBytes` as 64 lowercase hex digits: `headHash` of a statement. */
export const headHash = (head: Head): string => sha256Hex(headBytes(head));

/** Reads kept bytes back; undefined unless they are exactly the canonical form. */
export function headFromBytes(bytes: Uint8Array): Head | undefined {
  const head = headIn(bytes);
  if (!head) return undefined;
  const again = headBytes(head);
  return again.length === bytes.length && again.every((byte, at) => byte === bytes[at]) ? head : undefined;
}

/** What a reader would read otherwise, in the order of byline, places, data of a notice. */
export function changedHead(before: Head, after: Head): HeadPart[] {
  const notice = before.kind !== after.kind || before.level !== after.level || before.validUntil !== after.validUntil;
  return [
    ...(before.byline === after.byline ? [] : (['byline'] as const)),
    ...(before.places.toSorted().join() === after.places.toSorted().join() ? [] : (['places'] as const)),
    ...(notice ? (['notice'] as const) : []),
  ];
}

function headIn(bytes: Uint8Array): Head | undefined {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const fields: { readonly [name: string]: unknown } = { ...value };
  const { v, kind, byline, places, level, validUntil } = fields;
  if (Object.keys(fields).length !== 6 || v !== 1 || (kind !== 'story' && kind !== 'notice')) return undefined;
  if (typeof byline !== 'string' || !/^[0-9a-f]{64}$/.test(byline)) return undefined;
  if (typeof level !== 'string' || typeof validUntil !== 'string') return undefined;
  if (!Array.isArray(places)) return undefined;
  const ids = places.filter((one): one is string => typeof one === 'string');
  return ids.length === places.length ? { v, kind, byline, places: ids, level, validUntil } : undefined;
}
