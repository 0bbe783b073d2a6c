import { kitTexts } from '../kit-texts.ts';
import { useWords } from '../texts.ts';

/** The two orders of a list that is kept by time; newest first unless said. */
export function useByTime() {
  const words = useWords(kitTexts);
  return [
    { value: 'newest', label: words.newest },
    { value: 'oldest', label: words.oldest },
  ] as const;
}
