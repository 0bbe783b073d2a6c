import { sharedTypes, suggestedLines, type SuggestedLine } from '@xiangyin/document/working-copy';
import { useEffect, useState } from 'react';
import type { Doc } from 'yjs';

/** What is suggested for headline and lead, as it comes and goes. */
export function useSuggestedLines(doc: Doc): readonly SuggestedLine[] {
  const [lines, setLines] = useState(() => linesIn(doc));
  useEffect(() => {
    const { wishes } = sharedTypes(doc);
    const follow = (): void => setLines(linesIn(doc));
    wishes.observe(follow);
    follow();
    return () => wishes.unobserve(follow);
  }, [doc]);
  return lines;
}

const linesIn = (doc: Doc): readonly SuggestedLine[] => suggestedLines(sharedTypes(doc).wishes) ?? [];
