// Words of the trade that its dictionary reads with another sound: 还书 is huan shu.
const read: Readonly<Record<string, string>> = {
  还书: 'huán shū',
  借还: 'jiè huán',
  还款: 'huán kuǎn',
  还钱: 'huán qián',
  还贷: 'huán dài',
  还清: 'huán qīng',
  还田: 'huán tián',
  还林: 'huán lín',
  还草: 'huán cǎo',
  还湿: 'huán shī',
  还耕: 'huán gēng',
  还乡: 'huán xiāng',
  空地: 'kòng dì',
  处长: 'chù zhǎng',
  量水: 'liáng shuǐ',
  数数: 'shǔ shù',
};

let reader: Promise<(title: string) => string> | undefined;

// Its dictionary takes 17 MB: loaded when the first Chinese title is published, and learns our words once.
async function inPinyin(title: string): Promise<string> {
  reader ??= import('pinyin-pro').then(({ addDict, pinyin }) => {
    addDict(read, 'xiangyin');
    return (one) => pinyin(one, { toneType: 'none', nonZh: 'consecutive', v: true });
  });
  return (await reader)(title);
}

/** The address of a story, fixed at first publication: pinyin of the title (or its English words) and a short id that keeps it unique in the county. */
export async function slugFor(title: string, language: 'zh-CN' | 'en', storyId: string): Promise<string> {
  const latin = language === 'zh-CN' ? await inPinyin(title) : title;
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
