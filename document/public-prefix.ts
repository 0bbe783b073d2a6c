/** What stands before a path of the public pages for a language that has a prefix: `/en`, `/zh`; for a further language its tag. */
export const languagePrefix = (tag: string): string => (tag === 'zh-CN' ? '/zh' : `/${tag.toLowerCase()}`);

/** What stands before a path of a county's public pages in a language: nothing in its first one, nor in one of our own two in which it has no pages. */
export function publicPrefix(languages: readonly string[], tag: string): string {
  const isOwn = tag === 'zh-CN' || tag === 'en';
  return isOwn && languages.indexOf(tag) <= 0 ? '' : languagePrefix(tag);
}
