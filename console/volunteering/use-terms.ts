import { useQuery } from '@tanstack/react-query';
import type { Term, termList } from '@xiangyin/server/contract';
import { read } from '../kit/api.ts';
import { inWords, useLanguage } from '../kit/language.ts';
import type { Answer } from '../kit/shape.ts';

/** All words of the county's lists. */
export const useTermList = () =>
  useQuery({
    queryKey: ['service-terms'],
    staleTime: 10 * 60_000,
    queryFn: ({ signal }) => read<Answer<typeof termList>>('/service-terms', {}, { signal }),
  });

/** The county's own words for groups, skills and licences: as choices, and by key. */
export function useTerms(kind: Term['kind']) {
  const language = useLanguage();
  const terms = useTermList();
  const choices = (terms.data?.items ?? [])
    .filter((term) => term.kind === kind)
    .map((term) => ({ value: term.key, label: inWords(term.name, language) }));
  // Nobody reads a key while the words are on their way; one without words is shown as it is.
  const unknown = (key: string): string => (terms.isPending ? '…' : key);
  return {
    choices,
    name: (key: string): string => choices.find((choice) => choice.value === key)?.label ?? unknown(key),
  };
}
