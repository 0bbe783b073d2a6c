/** As names and texts are compared: full-width letters folded, lower case. */
export const foldText = (text: string): string => text.normalize('NFKC').toLowerCase();

/** A piece of a text: one of the names, or what stands between. */
export interface Piece {
  readonly text: string;
  readonly isName: boolean;
}

const keyLength = 2;
const sign = /[^\p{L}\p{N}]+/gu;
// A name that ends in a letter or a number is none within a longer one: 3号线 is not in 13号线.
const isLatin = (character: string | undefined): boolean =>
  character !== undefined && /[\p{Script=Latin}\d]/u.test(character);

/** Finds names in folded texts. Names of one character, and such as hold a space, are none. What it holds of a name is little, so that many counties have one each. */
export class NameFinder {
  /** By their first two characters, the longest first. */
  readonly #byStart = new Map<string, string[]>();
  readonly #names: ReadonlySet<string>;

  constructor(names: Iterable<string>) {
    this.#names = new Set([...names].flatMap(waysOfWriting));
    for (const name of this.#names) {
      const start = name.slice(0, keyLength);
      const alike = this.#byStart.get(start);
      if (alike) alike.push(name);
      else this.#byStart.set(start, [name]);
    }
    for (const alike of this.#byStart.values()) alike.sort((a, b) => b.length - a.length);
  }

  /** The names as they are looked for in folded texts. */
  get spellings(): string[] {
    return [...this.#names];
  }

  /** Whether two finders find the same. */
  isLike(other: NameFinder): boolean {
    return this.#names.size === other.#names.size && [...this.#names].every((name) => other.#names.has(name));
  }

  /** A text cut at its names: of two that begin at one place the longer, of two that overlap the former. */
  pieces(text: string): Piece[] {
    const pieces: Piece[] = [];
    let between = 0;
    for (let at = 0; at < text.length;) {
      const [name] = this.#at(text, at);
      if (name === undefined) {
        at += 1;
        continue;
      }
      if (between < at) pieces.push({ text: text.slice(between, at), isName: false });
      pieces.push({ text: name, isName: true });
      at += name.length;
      between = at;
    }
    if (between < text.length) pieces.push({ text: text.slice(between), isName: false });
    return pieces;
  }

  /** Every name in a text, also one within another, each once. */
  within(text: string): string[] {
    if (this.#names.size === 0) return [];
    const found = new Set<string>();
    for (let at = 0; at < text.length; at += 1) for (const name of this.#at(text, at)) found.add(name);
    return [...found];
  }

  /** Whether a text holds one of the names. */
  isIn(text: string): boolean {
    for (let at = 0; at < text.length; at += 1) if (this.#at(text, at).length > 0) return true;
    return false;
  }

  #at(text: string, at: number): string[] {
    const alike = this.#byStart.get(text.slice(at, at + keyLength));
    if (!alike) return [];
    return alike.filter(
      (name) =>
        text.startsWith(name, at) &&
        !(isLatin(name[0]) && isLatin(text[at - 1])) &&
        !(isLatin(name.at(-1)) && isLatin(text[at + name.length])),
    );
  }
}

/** A name as a word of an index, which holds no signs: 阿依古丽·买买提 is 阿依古丽买买提. */
export const asWord = (name: string): string => name.replace(sign, '');

// People leave the sign out.
function waysOfWriting(name: string): string[] {
  const folded = foldText(name).trim();
  return /\s/.test(folded) || asWord(folded).length < keyLength ? [] : [folded, asWord(folded)];
}
