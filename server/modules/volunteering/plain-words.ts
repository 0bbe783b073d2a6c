import type { Words } from '#platform/county';

/** Words as read from a request or a jsonb column, without the languages that are missing. */
export const plainWords = (words: { 'zh-CN'?: string | undefined; en?: string | undefined }): Words => ({
  ...(words['zh-CN'] ? { 'zh-CN': words['zh-CN'] } : {}),
  ...(words.en ? { en: words.en } : {}),
});
