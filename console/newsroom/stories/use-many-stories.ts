import { useRef } from 'react';
import type { editorList, StoryAct, StoryLine } from '@xiangyin/server/contract';
import { read } from '../../kit/api.ts';
import { inWords, useLanguage } from '../../kit/language.ts';
import type { Many } from '../../kit/list/many/many-spec.ts';
import type { Answer } from '../../kit/shape.ts';
import { useWords } from '../../kit/texts.ts';
import { newsroomTexts } from '../newsroom-texts.ts';
import { editorTexts } from '../story/editor-texts.ts';
import { reviewStates } from '../story-states.tsx';
import { useTags } from '../tags/use-tags.ts';
import { useSections } from '../use-sections.ts';
import { manyTexts } from './many-texts.ts';

/** What can be done to several stories at once. The server says of each whether it can. */
export function useManyStories(): Many<StoryLine> {
  const words = useWords(manyTexts);
  const { states, untitled } = useWords(newsroomTexts);
  const editorWords = useWords(editorTexts);
  const language = useLanguage();
  const sections = useSections();
  const { options: tags } = useTags();
  const names = useRef<ReadonlyMap<string, string>>(new Map());
  const editors = async (rows: readonly StoryLine[]): Promise<{ value: string; label: string }[]> => {
    const found = await editorsOf(rows);
    names.current = new Map(found.map(({ value, label }) => [value, label]));
    return found;
  };
  const isDraft = ({ state }: StoryLine): boolean => state === 'draft' || state === 'returned';
  const becomes =
    (state: keyof typeof states) =>
    (story: StoryLine): string =>
      words.from(states[story.state], states[state]);
  const nameOf = (id: string | undefined): string => sections.find(({ value }) => value === id)?.label ?? '';
  const simple =
    (act: 'hold-over' | 'bring-back' | 'discard' | 'archive') =>
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
        key: 'assign',
        label: editorWords.assign,
        fits: ({ state, archivedAt }) => archivedAt === null && state !== 'discarded' && state !== 'rejected',
        asks: [{ key: 'editor', label: editorWords.whom, options: editors }],
        act: ({ id }, chosen): StoryAct => ({ do: 'assign', id, editorId: chosen['editor'] ?? null }),
        effect: (story, chosen) =>
          words.from(story.editor?.name ?? editorWords.nobody, names.current.get(chosen['editor'] ?? '') ?? ''),
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

// Whoever can have the first of them; whether they can have the others, the server says.
async function editorsOf([first]: readonly StoryLine[]): Promise<{ value: string; label: string }[]> {
  if (!first) return [];
  const { items } = await read<Answer<typeof editorList>>(`/stories/${first.id}/editors`);
  return items.map(({ id, name }) => ({ value: id, label: name }));
}
