/** How long a text may be. Characters are Unicode code points after normalisation. */
export const limits = {
  titleCharacters: 100,
  deckCharacters: 300,
  /** Body text together with alternative texts, captions and credits. */
  bodyCharacters: 100_000,
  /** Alternative text, caption or credit of one picture. */
  figureTextCharacters: 500,
  hrefCharacters: 2_000,
  /** Levels of nesting, the doc itself being level 1. */
  depth: 12,
  nodes: 20_000,
  /** Open suggestions in a working copy. */
  suggestions: 2_000,
  tableColumns: 12,
  tableRows: 300,
  /** Footnotes of a text, and characters of one. */
  footnotes: 200,
  footnoteCharacters: 1_000,
  /** Pictures of one gallery. */
  galleryLeast: 2,
  galleryMost: 12,
  /** Parsing gives up after so many errors; nobody reads more. */
  errors: 50,
  /** Pixels of a picture's longer side. */
  pixels: 30_000,
} as const;

/** Length in code points, the measure of every limit here. */
export function lengthOf(text: string): number {
  let length = text.length;
  for (let i = 0; i + 1 < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0xd800 || unit > 0xdbff) continue;
    length--;
    i++;
  }
  return length;
}
