/** The address of a story, fixed at first publication: pinyin of the title (or its English words) and a short id that keeps it unique in the county. */
export async function slugFor(title: string, language: 'zh-CN' | 'en', storyId: string): Promise<string> {
  // Its dictionary takes 17 MB: loaded when the first Chinese title is published.
  const { pinyin } = await import('pinyin-pro');
  const latin = language === 'zh-CN' ? pinyin(title, { toneType: 'none', nonZh: 'consecutive', v: true }) : title;
  const words = latin
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .split(' ')
    .filter(Boolean);
  const short: string[] = [];
  for (const word of words) if ([...short, word].join('-').length <= 60) short.push(word);
  // The last bytes of a UUIDv7 are random.
  return [...short, storyId.replaceAll('-', '').slice(-8)].join('-');
}
