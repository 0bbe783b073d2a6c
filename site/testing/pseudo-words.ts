// What no text of ours holds: the beginning and the end of what came out of the texts.
const [open, close] = ['⟦', '⟧'] as const;

const longer: Readonly<Record<string, string>> = {
  a: 'áá',
  e: 'éé',
  i: 'íí',
  o: 'óó',
  u: 'úú',
  A: 'Áá',
  E: 'Éé',
  I: 'Íí',
  O: 'Óó',
  U: 'Úú',
};

/** A word of the made-up language: longer by its vowels, as German and Finnish are than English, and marked at both ends. Numbers and names in it stay as they are. */
export const pseudo = (text: string): string =>
  text === '' ? '' : `${open}${text.replaceAll(/[aeiouAEIOU]/g, (vowel) => longer[vowel] ?? vowel)}${close}`;

/** Makes the words of a language those of the made-up one, in place: they are read where they stand. */
export function makePseudo(words: object): void {
  for (const [key, value] of Object.entries(words)) {
    if (typeof value === 'object' && value !== null) makePseudo(value as object);
    else if (typeof value === 'string' || typeof value === 'function') Object.assign(words, { [key]: turned(value) });
  }
}

// What a text takes in is data: only its ends are marked.
function turned(value: string | ((...of: unknown[]) => unknown)): unknown {
  if (typeof value === 'string') return pseudo(value);
  return (...of: unknown[]): unknown => {
    const said = value(...of);
    return typeof said === 'string' && said !== '' ? `${open}${said}${close}` : said;
  };
}

/** The same as a script for a browser: `globalThis.madeUp(words)` answers the words of the made-up language for those of another; what stands in braces is filled in later and stays. */
export const pseudoScript = (): string => `{
  const open = ${JSON.stringify(open)}, close = ${JSON.stringify(close)}, longer = ${JSON.stringify(longer)};
  const pseudo = (text) => text === '' ? '' : open + text.replace(/\\{[^}]*\\}|[aeiouAEIOU]/g, (one) => longer[one] ?? one) + close;
  const turned = ${turned.toString()};
  globalThis.madeUp = (words) =>
    typeof words === 'object' && words !== null
      ? Object.fromEntries(Object.entries(words).map(([key, value]) => [key, globalThis.madeUp(value)]))
      : typeof words === 'string' || typeof words === 'function' ? turned(words) : words;
}`;

/** Every text that is data: what stands in the props and in the frame, longest first; of what is HTML already, its texts and labels. */
export function dataIn(...things: unknown[]): string[] {
  const found = new Set<string>();
  const look = (thing: unknown): void => {
    if (typeof thing === 'string') for (const piece of [thing, ...piecesOf(thing)]) found.add(plain(piece));
    else if (typeof thing === 'object' && thing !== null) Object.values(thing).forEach(look);
  };
  things.forEach(look);
  return [...found].filter((one) => one.length > 1).toSorted((a, b) => b.length - a.length);
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
