/** A module's words: flat keys such as `refusal.TextChanged` → text with {placeholders}. zh-CN is the source; en must have the same keys. */
export type Texts = Readonly<Record<string, string>>;
export type Language = 'zh-CN' | 'en';
/** A language in which somebody is answered: one of those two, or the tag of a further one (a folder in `languages/`). */
export type Tag = Language | (string & {});
/** Of our own two the one in which the record is read behind a language. */
export const behind = (tag: Tag): Language => (tag === 'zh-CN' ? 'zh-CN' : 'en');
/** What a further language says: as much of it as there is, or a way to make it out of English. */
export type FurtherTexts = Texts | ((english: string) => string);

/** The two languages of a module: giving `en` other keys than `zh` is a type error. */
export const bilingual = <Keys extends string>(
  zh: Record<Keys, string>,
  en: Record<NoInfer<Keys>, string>,
): Record<Language, Texts> => ({ 'zh-CN': zh, en });

// Placeholders take words and numbers; anything else would show as an object's name.
const wordOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** All words of the program. */
export class Wording {
  readonly #texts: Record<Language, Map<string, string>> = { 'zh-CN': new Map(), en: new Map() };
  readonly #further: ReadonlyMap<string, FurtherTexts>;
  constructor(further: ReadonlyMap<string, FurtherTexts> = new Map()) {
    this.#further = further;
  }
  add(texts: Record<Language, Texts>): void {
    for (const language of ['zh-CN', 'en'] as const)
      for (const [key, text] of Object.entries(texts[language])) this.#texts[language].set(key, text);
  }
  has(key: string): boolean {
    return this.#texts['zh-CN'].has(key) && this.#texts.en.has(key);
  }
  /** Whether somebody can be answered in it: one of our own two, or a further one. */
  speaks(tag: Tag): boolean {
    return tag === 'zh-CN' || tag === 'en' || this.#further.has(tag);
  }
  /** The further language that an Accept-Language header asks for first, by its very tag; null for all others. */
  furtherIn(header: string | undefined): Tag | null {
    const first = header?.split(/[,;]/, 1)[0]?.trim() ?? '';
    return this.#further.has(first) ? first : null;
  }
  /** The words for a key in the reader's language: `{name}` is filled in, `{n|thing|things}` chooses by number; in English what a further language does not say; the key itself if nobody wrote words (a test forbids it). */
  say(tag: Tag, key: string, values: Record<string, unknown> = {}): string {
    const text = this.#textIn(tag, key) ?? this.#texts['zh-CN'].get(key) ?? key;
    return text
      .replace(/\{(\w+)\|([^|}]*)\|([^}]*)\}/g, (_, name: string, one: string, many: string) =>
        wordOf(values[name]) === '1' ? one : many,
      )
      .replace(/\{(\w+)\}/g, (_, name: string) => wordOf(values[name]));
  }
  #textIn(tag: Tag, key: string): string | undefined {
    const english = this.#texts.en.get(key);
    if (tag === 'zh-CN' || tag === 'en') return this.#texts[tag === 'en' ? 'en' : 'zh-CN'].get(key);
    const further = this.#further.get(tag) ?? {};
    if (typeof further !== 'function') return further[key] ?? english;
    return english === undefined ? undefined : further(english);
  }
}

/** The better of our languages for an Accept-Language header. */
export function preferredLanguage(header: string | undefined, offered: readonly Language[]): Language {
  const first = offered[0] ?? 'zh-CN';
  if (!header) return first;
  const wanted = header.split(',').map((part) => part.trim().split(';')[0]?.toLowerCase() ?? '');
  for (const tag of wanted) {
    const match = offered.find(
      (language) => tag === language.toLowerCase() || tag.split('-')[0] === language.split('-')[0],
    );
    if (match) return match;
  }
  return first;
}
