import { useQuery } from '@tanstack/react-query';
import type { CheckRules } from '@xiangyin/document/checks';
import { useMemo } from 'react';
import type { CheckRulesView } from '@xiangyin/server/contract';
import { read } from '../../kit/api.ts';

/** What this county says about the checks, in the language of a text; null until it is known. */
export function useCheckRules(language: string): CheckRules | null {
  const { data } = useQuery({
    queryKey: ['check-rules'],
    staleTime: 5 * 60_000,
    queryFn: ({ signal }) => read<CheckRulesView>('/check-rules', {}, { signal }),
  });
  return useMemo(
    () =>
      data
        ? { off: data.off, terms: data.terms, placeNames: data.placeNames[language === 'en' ? 'en' : 'zh-CN'] }
        : null,
    [data, language],
  );
}
