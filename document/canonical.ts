import { canonicalJson } from './canonical-json.ts';
import { sha256Hex, utf8Bytes } from './hash.ts';
import { parseStoryText, storyTextOf } from './parse.ts';
import type { StoryText } from './schema.ts';

/** The one written form of a text: normalised as `parseStoryText` does, then RFC 8785. What is signed, kept for ever and hashed.
 *  Drafts have one too. Throws InvalidStoryText when the value is no text. */
export function canonicalText(text: StoryText): string {
  return canonicalJson(storyTextOf(parseStoryText(text, { draft: true })));
}

/** `canonicalText` as UTF-8, byte for byte what is kept with a signature. */
export function canonicalBytes(text: StoryText): Uint8Array {
  return utf8Bytes(canonicalText(text));
}

/** SHA-256 of the canonical form, 64 lowercase hex digits: two texts have the same hash exactly when a reader gets the same words and pictures. */
export function textHash(text: StoryText): string {
  return sha256Hex(canonicalText(text));
}
