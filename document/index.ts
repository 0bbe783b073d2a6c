/** The shape of a text: read and normalised, hashed, rendered, compared. No input or output; the same in Node and in browsers. The editor's side is in `./editor`. */
export { canonicalBytes, canonicalText, textHash } from './canonical.ts';
export { canonicalJson, type CanonicalValue } from './canonical-json.ts';
export { condense } from './condense.ts';
export { countCharacters, countSigns, readingSeconds } from './count.ts';
export { changedParts, type TextPart } from './changed-parts.ts';
export { difference, type Difference, type DifferenceBlock } from './difference.ts';
export { withTables, type ShownTable } from './shown-table.ts';
export type { DifferenceRun } from './difference-runs.ts';
export { figuresIn, withFigures, type PlacedFigure } from './figures-in.ts';
export { escapeHtml } from './escape-html.ts';
export { excerpt } from './excerpt.ts';
export { storyTextFromParagraphs, type PlainBlock, type PlainFigure, type PlainStory } from './from-paragraphs.ts';
export { fingerprint, sha256Bytes, sha256Hex } from './hash.ts';
export { handoverSays, type ShownHandover } from './handover.ts';
export { limits } from './limits.ts';
export type { Form, Piece } from './lines.ts';
export { isAllowedHref } from './links.ts';
export { markedParts } from './marked-parts.ts';
export { findQuote, quoteOf, type Quote, type QuotePlace } from './quote.ts';
export { passagesOf } from './passages.ts';
export { parseStoryText, storyTextOf, type ParsedText, type ParseOptions } from './parse.ts';
export { paragraphsFromPaste } from './paste.ts';
export { renderHtml, type HtmlOptions, type ResolvedFigure } from './render-html.ts';
export { renderPlain, renderPlainBody } from './render-plain.ts';
export { renderSpeech, speechLines } from './render-speech.ts';
export { bylineHash, changedHead, headBytes, headFromBytes, headHash, type Head, type HeadPart } from './head.ts';
export type * from './schema.ts';
export type { Suggested } from './suggested.ts';
export { suggestedCells } from './suggested-columns.ts';
export { wishes } from './suggested-form.ts';
export {
  InvalidStatement,
  parseStatement,
  statementBytes,
  statementDigest,
  statementFromBytes,
  statementHash,
  type Statement,
} from './statement.ts';
export { InvalidStoryText, type TextError, type TextErrorCode } from './text-errors.ts';
export { wholeNumbers } from './whole-numbers.ts';
export { pictureHashes, unfinishedParts, type UnfinishedPart } from './unfinished.ts';
export { withoutForbidden } from './clean-text.ts';
