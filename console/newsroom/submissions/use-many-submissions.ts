import { useState } from 'react';
import type { StoryAct, storyListView, SubmissionView } from '@xiangyin/server/contract';
import { read } from '../../kit/api.ts';
import { inWords, useLanguage } from '../../kit/language.ts';
import type { Many, Option } from '../../kit/list/many/many-spec.ts';
import type { Answer } from '../../kit/shape.ts';
import { useWords } from '../../kit/texts.ts';
import { manyTexts } from '../stories/many-texts.ts';
import { useSections } from '../use-sections.ts';
import { submissionTexts } from './submission-texts.ts';

/** What can be done to several submissions at once. The server says of each whether it can. Each text that goes back does so under a signature of its own, on the version that stands in the list. */
export function useManySubmissions(): Many<SubmissionView> {
  const words = useWords(manyTexts);
  const { untitled, mergeFind } = useWords(submissionTexts);
  const language = useLanguage();
  const sections = useSections();
  const [stories, setStories] = useState<readonly Option[]>([]);
  const sectionOf = (id: string | undefined): string => sections.find(({ value }) => value === id)?.label ?? '';
  const mayMerge = ({ moves }: SubmissionView): boolean => moves.includes('merge');
  const targets = async (rows: readonly SubmissionView[], sought: string): Promise<readonly Option[]> => {
    const q = sought.trim();
    const { items } = await read<Answer<typeof storyListView>>('/stories', { limit: 20, ...(q ? { q } : {}) });
    const others = items
      .filter(({ id, state }) => !rows.some((row) => row.id === id) && state !== 'discarded' && state !== 'rejected')
      .map(({ id, title, author }) => ({ value: id, label: `${title || untitled} · ${author.name}` }));
    // What was chosen keeps its name while something else is sought.
    setStories((before) => [...others, ...before.filter(({ value }) => !others.some((one) => one.value === value))]);
    return others;
  };
  return {
    path: '/stories/batches',
    nameOf: ({ title }) => title || untitled,
    acts: [
      {
        key: 'accept',
        label: words.accept,
        fits: ({ moves }) => moves.includes('accept'),
        act: ({ id }): StoryAct => ({ do: 'accept', id }),
        effect: () => words.taken,
      },
      {
        key: 'merge',
        label: words.merge,
        fits: mayMerge,
        asks: [
          { key: 'story', label: words.mergeInto, options: targets, searches: true, hint: mergeFind },
          {
            key: 'text',
            label: words.text,
            options: [
              { value: 'append', label: words.append },
              { value: 'leave', label: words.leave },
            ],
          },
        ],
        act: ({ id }, chosen): StoryAct => ({
          do: 'merge',
          id,
          storyId: chosen['story'] ?? '',
          append: chosen['text'] === 'append',
        }),
        effect: (_, chosen) => words.into(stories.find(({ value }) => value === chosen['story'])?.label ?? ''),
      },
      {
        key: 'move',
        label: words.move,
        fits: (one) => mayMerge(one) && sections.length > 1,
        asks: [{ key: 'section', label: words.toSection, options: sections }],
        act: ({ id }, chosen): StoryAct => ({ do: 'move', id, sectionId: chosen['section'] ?? '' }),
        effect: (one, chosen) => words.from(inWords(one.section.name, language), sectionOf(chosen['section'])),
      },
      {
        key: 'return',
        label: words.return,
        fits: (one) => mayMerge(one) && one.storyState !== 'held',
        asks: [{ key: 'reason', label: words.reason, options: 'words', most: 1_000, hint: words.reasonHint }],
        act: ({ id, version }, chosen): StoryAct => ({ do: 'return', id, version, reason: chosen['reason'] ?? '' }),
        effect: () => words.returned,
      },
      {
        key: 'hold-over',
        label: words.holdOver,
        fits: (one) => mayMerge(one) && one.storyState !== 'held',
        act: ({ id }): StoryAct => ({ do: 'hold-over', id }),
        effect: () => words.holdOver,
      },
    ],
  };
}
