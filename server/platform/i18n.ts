/** A module's words: flat keys such as `refusal.TextChanged` → text with {placeholders}. zh-CN is the source; en must have the same keys. */
export type Texts = Readonly<Record<string, string>>;
export type Language = 'zh-CN' | 'en';

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
  add(texts: Record<Language, Texts>): void {
    for (const language of ['zh-CN', 'en'] as const)
      for (const [key, text] of Object.entries(texts[language])) this.#texts[language].set(key, text);
  }
  has(key: string): boolean {
    return this.#texts['zh-CN'].has(key) && this.#texts.en.has(key);
  }
  /** The words for a key in the reader's language, placeholders filled; the key itself if nobody wrote words (a test forbids it). */
  say(language: Language, key: string, values: Record<string, unknown> = {}): string {
    const text = this.#texts[language].get(key) ?? this.#texts['zh-CN'].get(key) ?? key;
    return text.replace(/\{(\w+)\}/g, (_, name: string) => wordOf(values[name]));
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
