import { useQuery } from '@tanstack/react-query';
import type { serviceList } from '@xiangyin/server/contract';
import { read } from '../kit/api.ts';
import { inWords, useLanguage } from '../kit/language.ts';
import type { Answer } from '../kit/shape.ts';

/** The services as choices. */
export function useServiceChoices(): { value: string; label: string; slug: string; groupUpTo: number }[] {
  const language = useLanguage();
  const services = useQuery({
    queryKey: ['services'],
    staleTime: 5 * 60_000,
    queryFn: ({ signal }) => read<Answer<typeof serviceList>>('/services', {}, { signal }),
  });
  return (services.data?.items ?? []).map((service) => ({
    value: service.id,
    label: inWords(service.facts.name, language),
    slug: service.slug,
    groupUpTo: service.facts.groupUpTo ?? 1,
  }));
}
