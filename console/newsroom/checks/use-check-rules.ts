import type { CheckRules } from '@xiangyin/document/checks';
import { useMemo } from 'react';
import { usePlaces } from '../../places/use-places.ts';

/** What this county says about the checks, in the language of a text; null until it is known. */
export function useCheckRules(language: string): CheckRules | null {
  const { places } = usePlaces();
  return useMemo(
    () =>
      places.length === 0
        ? null
        : {
            off: [],
            terms: [],
            placeNames: places.flatMap(({ name }) => name[language === 'en' ? 'en' : 'zh-CN'] ?? []),
          },
    [places, language],
  );
}
