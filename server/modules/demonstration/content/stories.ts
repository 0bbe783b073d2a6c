import { countyStories } from './stories/county.ts';
import { cultureStories } from './stories/culture.ts';
import { farmingStories } from './stories/farming.ts';
import { healthStories } from './stories/health.ts';
import { helpStories } from './stories/help.ts';
import { noticeStories } from './stories/notices.ts';
import { schoolStories } from './stories/school.ts';
import { travelStories } from './stories/travel.ts';
import { villageStories } from './stories/villages.ts';
import type { StoryContent, StorySection, StoryText } from './story-content.ts';
import { storyList, type StoryKey } from './story-list.ts';

export type { StoryContent, StorySection, StoryText } from './story-content.ts';
export type { StoryKey } from './story-list.ts';
export { storyStage } from './story-list.ts';

/** The sections (栏目) in the order of the site's menu, with their names. */
export const storySections: readonly { key: StorySection; zh: string; en: string }[] = [
  { key: 'county', zh: '县里的事', en: 'Around the county' },
  { key: 'villages', zh: '村里的事', en: 'In the villages' },
  { key: 'travel', zh: '出行', en: 'Getting about' },
  { key: 'health', zh: '健康', en: 'Health' },
  { key: 'school', zh: '上学', en: 'School' },
  { key: 'farming', zh: '农事', en: 'Farming' },
  { key: 'culture', zh: '文化', en: 'Culture' },
  { key: 'help', zh: '找人帮忙', en: 'A helping hand' },
  { key: 'notices', zh: '通知', en: 'Notices' },
];

/** All stories, in the order of story-list.ts. */
export const demonstrationStories: readonly StoryContent[] = (() => {
  const written = new Map(
    [
      ...countyStories,
      ...villageStories,
      ...travelStories,
      ...healthStories,
      ...schoolStories,
      ...farmingStories,
      ...cultureStories,
      ...helpStories,
      ...noticeStories,
    ].map((story) => [story.key, story]),
  );
  return storyList.flatMap(({ key }) => written.get(key) ?? []);
})();

/** One story by its name; a name that is not in the list does not compile. */
export function storyByKey(key: StoryKey): StoryContent {
  const story = demonstrationStories.find((candidate) => candidate.key === key);
  if (!story) throw new Error(`No text was written for the story ${key}.`);
  return story;
}

/** The text as first published, before the words of its correction were set. Without a correction it is the text itself. */
export function firstEditionOf(story: StoryContent, language: 'zh' | 'en'): StoryText {
  const text = story[language];
  if (!story.correction) return text;
  const { wrong, right } = story.correction[language];
  const strike = (words: string): string => words.replaceAll(right, wrong);
  return {
    title: strike(text.title),
    deck: strike(text.deck),
    paragraphs: text.paragraphs.map(strike),
    alt: strike(text.alt),
    caption: strike(text.caption),
  };
}
