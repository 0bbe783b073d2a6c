import { chanceFrom } from '../content/random.ts';
import { demonstrationStations } from '../content/people.ts';
import { placeByName } from '../content/places.ts';
import type { StoryContent } from '../content/stories.ts';

/** Who has a hand in a story, by their keys: four different people, as the full path wants it. */
export interface Desk {
  author: string;
  byline: { zh: string; en: string };
  first: string;
  second: string;
  final: string;
}

/** Towns whose correspondent is in the cast; elsewhere the keeper of the town's station writes. 枫林乡 has none of its own at present. */
const correspondents: Readonly<Record<string, string>> = { 柳河镇: 'chenxi', 枫林乡: 'chenxi', 双井镇: 'hexiaomai' };

/** Places at which somebody writes besides what people.ts says, by person. */
export function correspondentPlaces(): { personKey: string; placeCode: string }[] {
  const keepers = demonstrationStations.filter(
    ({ level, zh }) => level !== 'village' && !Object.keys(correspondents).some((town) => zh.startsWith(town)),
  );
  return [
    ...keepers.map(({ keeperKey, placeCode }) => ({ personKey: keeperKey, placeCode })),
    { personKey: 'chenxi', placeCode: placeByName('枫林乡').code },
  ];
}

/** The desk of a story; `translation` is written by an editor and read by the other. */
export function deskOf(story: Pick<StoryContent, 'key' | 'placeNames' | 'bylineRole'>, translation = false): Desk {
  const chance = chanceFrom(`${story.key}${translation ? ' en' : ''}`);
  const editors = chance.happens(0.5) ? ['linxiaohe', 'zhouyan'] : ['zhouyan', 'linxiaohe'];
  const town = placeByName(story.placeNames[0] ?? '清溪县');
  const isTown = town.level !== 'county';
  const byCorrespondent = story.bylineRole === 'correspondent';
  const byline = byCorrespondent
    ? { zh: `${town.zh}通讯员`, en: isTown ? `${town.en} correspondent` : 'County correspondent' }
    : { zh: '县融媒体中心编辑部', en: 'County newsroom' };
  const [one = 'linxiaohe', other = 'zhouyan'] = editors;
  const author = byCorrespondent && !translation ? writerAt(town.zh, town.code) : one;
  return {
    author,
    byline,
    first: other,
    second: 'shenqiu',
    final: chance.happens(0.6) ? 'fangyuanshan' : 'qinzhuqing',
  };
}

const writerAt = (town: string, code: string): string =>
  correspondents[town] ??
  demonstrationStations.find((station) => station.placeCode === code)?.keeperKey ??
  'liangqiushui';
