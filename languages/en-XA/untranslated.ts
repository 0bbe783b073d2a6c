import { madeUp, madeUpWords } from './made-up.ts';

/** A word of the made-up language (`languages/en-XA`). */
export const pseudo = madeUp;

/** Makes the words of a language those of the made-up one, in place: they are read where they stand. */
export function makePseudo(words: object): void {
  for (const [key, value] of Object.entries(words)) {
    if (typeof value === 'object' && value !== null) makePseudo(value as object);
    else Object.assign(words, { [key]: madeUpWords(value) });
  }
}

/** Every text that is data: what stands in the props and in the frame, longest first; of what is HTML already, its texts and labels. */
export function dataIn(...things: unknown[]): string[] {
  const found = new Set<string>();
  const look = (thing: unknown): void => {
    if (typeof thing === 'string') for (const piece of [thing, ...piecesOf(thing)]) found.add(plain(piece));
    else if (typeof thing === 'object' && thing !== null) Object.values(thing).forEach(look);
  };
  things.forEach(look);
  return [...found].filter((one) => one.length > 1).sort((a: string, b: string) => b.length - a.length);
}

const spoken = /\s(?:aria-label|title|alt|placeholder)="([^"]*)"/g;
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
// Said by Intl and `format.ts`, not by the texts.
const said =
  /\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Sept?|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Oct|Nov|Dec|(?:Mon|Tues?|Wednes|Wed|Thurs?|Fri|Satur|Sat|Sun)(?:day)?|yesterday|today|tomorrow|morning|evening|minutes?|min|hours?|h|s|ms|KB|MB|GB)\b/g;

// Names that are the same in every language.
const names = new Set(['RSS', 'Atom', 'JSON', 'JSON Feed', 'security.txt']);
// Addresses, and hosts in examples.
const address = /^(?:https?:\/)?\/\S*$|^[\w.-]*example\.org$/;

/** What a reader of the made-up language would see or hear that nobody translated: pieces of the document that are neither marked nor data. */
export function untranslated(html: string, data: readonly string[]): string[] {
  const body = html.replaceAll(/<(script|style|svg)\b[\s\S]*?<\/\1>/g, '').replace(/<head>[\s\S]*<\/head>/, '');
  let left = piecesOf(body)
    .map((piece) => plain(piece))
    .join('\n');
  for (let before = ''; before !== left;) {
    before = left;
    left = left.replaceAll(/⟦[^⟦⟧]*⟧/g, '');
  }
  return (
    left
      .split('\n')
      .map((piece) => piece.replaceAll(/^[\s:：,，、·()（）]+|[\s:：,，、·()（）]+$/g, ''))
      // A half of a text that was taken apart, such as the names of the days, is of the texts too.
      .filter((piece) => !/[⟦⟧]/.test(piece) && /\p{L}{2,}/u.test(withoutData(piece, data)))
  );
}

/** The same of a page whose texts and labels were read one by one. */
export const untranslatedAmong = (pieces: readonly string[], data: readonly string[]): string[] =>
  untranslated(
    pieces.map((piece) => `<p>${piece.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`).join(''),
    data,
  );

const piecesOf = (html: string): string[] => [
  ...html.split(/<[^>]*>/),
  ...[...html.matchAll(spoken)].map(([, text = '']) => text),
];

// A piece of data as a whole, or what stands beside data.
function withoutData(piece: string, data: readonly string[]): string {
  if (names.has(piece) || address.test(piece) || data.some((one) => one.includes(piece))) return '';
  return (
    data
      // Names in Han are short, and no word of the made-up language.
      .filter((one) => one.length > 3 || /\p{Script=Han}{2}/u.test(one))
      .reduce((rest, one) => rest.replaceAll(one, ''), piece)
      .replaceAll(said, '')
      .replaceAll(/\b[0-9a-f]{4}\b/g, '')
  );
}

const plain = (text: string): string =>
  text
    .replaceAll(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole)
    .replaceAll(/\s+/g, ' ')
    .trim();
