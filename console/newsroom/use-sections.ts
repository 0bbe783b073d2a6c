import { useQuery } from '@tanstack/react-query';
import type { sectionListView } from '@xiangyin/server/contract';
import { read } from '../kit/api.ts';
import { inWords, useLanguage } from '../kit/language.ts';
import type { Answer } from '../kit/shape.ts';

/** The sections as choices, in their order. */
export function useSections(): { value: string; label: string }[] {
  const language = useLanguage();
  const sections = useQuery({
    queryKey: ['sections'],
    staleTime: 10 * 60_000,
    queryFn: ({ signal }) => read<Answer<typeof sectionListView>>('/sections', {}, { signal }),
  });
  return (sections.data?.items ?? [])
    .filter((section) => !section.ended)
    .map((section) => ({ value: section.id, label: inWords(section.name, language) }));
}
