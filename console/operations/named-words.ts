interface Words {
  'zh-CN'?: string | undefined;
  en?: string | undefined;
}

/** The words that were typed, without blanks around them; a language that was left empty is left out. */
export const filledWords = (typed: Words | undefined): Words => ({
  ...(typed?.['zh-CN']?.trim() ? { 'zh-CN': typed['zh-CN'].trim() } : {}),
  ...(typed?.en?.trim() ? { en: typed.en.trim() } : {}),
});
