import type { StoryAct, StoryLine } from '@xiangyin/server/contract';
import { inWords, useLanguage } from '../../kit/language.ts';
import type { Many } from '../../kit/list/many/many-spec.ts';
import { useWords } from '../../kit/texts.ts';
import { newsroomTexts } from '../newsroom-texts.ts';
import { reviewStates } from '../story-states.tsx';
import { useTags } from '../tags/use-tags.ts';
import { useSections } from '../use-sections.ts';
import { manyTexts } from './many-texts.ts';

/** What can be done to several stories at once. The server says of each whether it can. */
export function useManyStories(): Many<StoryLine> {
  const words = useWords(manyTexts);
  const { states, untitled } = useWords(newsroomTexts);
  const language = useLanguage();
  const sections = useSections();
  const { options: tags } = useTags();
  const isDraft = ({ state }: StoryLine): boolean => state === 'draft' || state === 'returned';
  const becomes =
    (state: keyof typeof states) =>
    (story: StoryLine): string =>
      words.from(states[story.state], states[state]);
  const nameOf = (id: string | undefined): string => sections.find(({ value }) => value === id)?.label ?? '';
  const simple =
    (act: Exclude<StoryAct['do'], 'submit' | 'move' | 'tag' | 'merge'>) =>
    ({ id }: StoryLine): StoryAct => ({ do: act, id });
  return {
    path: '/stories/batches',
    nameOf: (story) => story.title || untitled,
    acts: [
      {
        key: 'submit',
        label: words.submit,
        fits: isDraft,
        act: ({ id, version }): StoryAct => ({ do: 'submit', id, version }),
        effect: (story) => words.from(states[story.state], words.submit),
      },
      {
        key: 'move',
        label: words.move,
        fits: () => sections.length > 1,
        asks: [{ key: 'section', label: words.toSection, options: sections }],
        act: ({ id }, chosen): StoryAct => ({ do: 'move', id, sectionId: chosen['section'] ?? '' }),
        effect: (story, chosen) => words.from(inWords(story.section.name, language), nameOf(chosen['section'])),
      },
      {
        key: 'tag',
        label: words.tag,
        fits: () => tags.length > 0,
        asks: [{ key: 'tag', label: words.whichTag, options: tags }],
        act: ({ id }, chosen): StoryAct => ({ do: 'tag', id, add: [chosen['tag'] ?? ''], remove: [] }),
        effect: (_, chosen) => `+ ${tags.find(({ value }) => value === chosen['tag'])?.label ?? ''}`,
      },
      {
        key: 'hold-over',
        label: words.holdOver,
        fits: ({ state }) => reviewStates.includes(state),
        act: simple('hold-over'),
        effect: becomes('held'),
      },
      {
        key: 'bring-back',
        label: words.bringBack,
        fits: ({ state, archivedAt }) => archivedAt !== null || ['held', 'rejected', 'discarded'].includes(state),
        act: simple('bring-back'),
        effect: (story) => words.from(story.archivedAt === null ? states[story.state] : words.archived, words.atDesk),
      },
      {
        key: 'discard',
        label: words.discard,
        fits: isDraft,
        act: simple('discard'),
        effect: (story) => words.from(states[story.state], states[story.correctionNote ? 'done' : 'discarded']),
      },
      {
        key: 'archive',
        label: words.archive,
        fits: ({ state, archivedAt }) => archivedAt === null && ['done', 'discarded', 'rejected'].includes(state),
        act: simple('archive'),
        effect: (story) => words.from(states[story.state], words.archived),
      },
    ],
  };
}
