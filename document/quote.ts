/** Words of a text and a few signs around them, by which they are found again. */
export interface Quote {
  readonly quote: string;
  readonly before: string;
  readonly after: string;
}

/** Where words stand: which of the lines, from which sign to which. */
export interface QuotePlace {
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

const around = 40;
const longest = 500;
// Shorter words are everywhere: only what stood around them tells which ones were meant.
const telling = 4;

/** The quote of a stretch of a line, at most 500 signs of it. */
export function quoteOf(line: string, from: number, to: number): Quote {
  const end = Math.min(to, from + longest);
  return {
    quote: whole(line.slice(from, end)),
    before: whole(line.slice(Math.max(0, from - around), from)),
    after: whole(line.slice(end, end + around)),
  };
}

// Half of a character beyond the basic plane is none.
const whole = (text: string): string => text.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '');

/** Where a quote stands in other lines of the same text, the likeliest place first by what surrounds it; null when the words are gone. */
export function findQuote(lines: readonly string[], wanted: Quote): QuotePlace | null {
  if (wanted.quote === '') return null;
  let best: QuotePlace | null = null;
  let bestScore = -1;
  let places = 0;
  for (const [line, text] of lines.entries())
    for (let from = text.indexOf(wanted.quote); from !== -1; from = text.indexOf(wanted.quote, from + 1)) {
      places += 1;
      const to = from + wanted.quote.length;
      const score = equalEnd(text.slice(0, from), wanted.before) + equalStart(text.slice(to), wanted.after);
      if (score <= bestScore) continue;
      bestScore = score;
      best = { line, from, to };
    }
  return places > 1 && wanted.quote.length < telling && bestScore === 0 ? null : best;
}

function equalStart(text: string, wanted: string): number {
  let length = 0;
  while (length < wanted.length && text[length] === wanted[length]) length += 1;
  return length;
}

function equalEnd(text: string, wanted: string): number {
  let length = 0;
  while (length < wanted.length && length < text.length && text.at(-1 - length) === wanted.at(-1 - length)) length += 1;
  return length;
}
