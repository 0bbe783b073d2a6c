/** The languages of the screen. */
export type Language = 'zh-CN' | 'en';

const place = 'xiangyin.language';

/** One of our languages, or none. */
export const asLanguage = (value: string | null): Language | null =>
  value === 'zh-CN' || value === 'en' ? value : null;

/** The language that was chosen in this browser; null when none was. */
export const rememberedLanguage = (): Language | null => asLanguage(localStorage.getItem(place));

/** Keeps the choice in this browser. */
export const rememberLanguage = (language: Language): void => localStorage.setItem(place, language);

/** The language in which a page opens: the chosen one, else the browser's. */
export const firstLanguage = (): Language =>
  rememberedLanguage() ?? (navigator.language.startsWith('zh') ? 'zh-CN' : 'en');
