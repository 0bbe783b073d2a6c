import { useQuery } from '@tanstack/react-query';
import type { SectionView, sectionListView } from '@xiangyin/server/contract';
import { read } from '../kit/api.ts';
import { inWords, useLanguage } from '../kit/language.ts';
import type { Answer } from '../kit/shape.ts';

interface Choice {
  value: string;
  label: string;
}

/** The sections that take stories, in their order; `none` once it is known that there is not one. */
export function useSectionChoices(): { options: Choice[]; none: boolean } {
  const language = useLanguage();
  const sections = useSectionList();
  const options = (sections.data?.items ?? [])
    .filter((section) => !section.ended)
    .map((section) => ({ value: section.id, label: inWords(section.name, language) }));
  return { options, none: sections.data !== undefined && options.length === 0 };
}

/** The sections as choices, in their order. */
export const useSections = (): Choice[] => useSectionChoices().options;

const useSectionList = () =>
  useQuery({
    queryKey: ['sections'],
    staleTime: 10 * 60_000,
    queryFn: ({ signal }) => read<Answer<typeof sectionListView>>('/sections', {}, { signal }),
  });

/** The name of each section, of ended ones too. */
export const useSectionNames = (): ReadonlyMap<string, SectionView['name']> =>
  new Map((useSectionList().data?.items ?? []).map((section) => [section.id, section.name]));
