import { useQuery } from '@tanstack/react-query';
import type { chainListView, StoryView } from '@xiangyin/server/contract';
import { read } from '../../kit/api.ts';
import { inWords, useLanguage } from '../../kit/language.ts';
import { useMaySomewhere } from '../../kit/session.ts';
import type { Answer } from '../../kit/shape.ts';
import { useWords } from '../../kit/texts.ts';
import { newsroomTexts } from '../newsroom-texts.ts';

/** The county's chains, for those who may read them. */
export function useChains() {
  const maySee = useMaySomewhere('chain.read');
  return useQuery({
    queryKey: ['chains'],
    enabled: maySee,
    queryFn: ({ signal }) => read<Answer<typeof chainListView>>('/chains', {}, { signal }),
  });
}

/** The chains a story can go by: its section's first (an empty value), then each of the county's. */
export function useChainChoices(story: StoryView): { value: string; label: string }[] {
  const { chain: words } = useWords(newsroomTexts);
  const language = useLanguage();
  const all = useChains().data?.items ?? [];
  const ofSection =
    all.find((one) => one.sections.some((section) => section.id === story.section.id)) ??
    all.find((one) => one.isDefault);
  const named = ofSection?.name ?? story.chain.name;
  return [
    { value: '', label: words.ofSection(inWords(named, language)) },
    ...all
      .filter((one) => !one.ended || one.slug === story.path)
      .map((one) => ({ value: one.slug, label: inWords(one.name, language) })),
    ...(story.chain.isChosen && !all.some((one) => one.slug === story.path)
      ? [{ value: story.path, label: inWords(story.chain.name, language) }]
      : []),
  ];
}
