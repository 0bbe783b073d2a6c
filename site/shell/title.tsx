const words = new Intl.Segmenter('zh-CN', { granularity: 'word' });
const han = /\p{Script=Han}/u;
// Never begins a line, or never ends one.
const closing = /^[\p{Pe}\p{Pf}\p{Po}]/u;
const opening = /[\p{Ps}\p{Pi}]$/u;
// A longer piece would not fit a narrow column, and the browser would then break it anywhere.
const longest = 8;
const stop = /^[\p{Po}\p{Pe}\p{Pf}]$/u;
const figure = /[0-9A-Za-z]$/;
const particle = /^[的地得了着过们吗呢吧]$/u;

/** A headline that breaks between words (改走环城路｜老街三站), not within them: Chinese has no spaces to go by, so the words are found here and the stylesheet keeps each whole. */
export function Title({ text }: { text: string }) {
  if (!han.test(text)) return <>{text}</>;
  return <span class="title">{piecesOf(text).map((piece, at) => (at === 0 ? piece : [<wbr key={at} />, piece]))}</span>;
}

const known = new Map<string, readonly string[]>();

/** The pieces between which a headline may break; those of the last few thousand headlines are kept. */
function piecesOf(text: string): readonly string[] {
  const pieces = known.get(text) ?? cut(text);
  if (known.size > 5000) known.clear();
  known.set(text, pieces);
  return pieces;
}

function cut(text: string): string[] {
  const pieces: string[] = [];
  let line = '';
  let last = '';
  for (const { segment } of words.segment(text)) {
    if (line !== '' && !clings(line, last, segment)) {
      pieces.push(line);
      line = '';
    }
    line += segment;
    last = segment;
  }
  return [...pieces, line];
}

/** Whether two neighbours stay together: marks with their words, particles with what stands before, a figure with its measure, and single characters with each other: the dictionary knows few names. */
function clings(line: string, last: string, next: string): boolean {
  if (closing.test(next) || opening.test(line) || particle.test(next) || line.length === 1) return true;
  return line.length < longest && next.length === 1 && (last.length === 1 || figure.test(last)) && !stop.test(last);
}
