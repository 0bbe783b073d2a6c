import { useEffect, useState } from 'react';
import type { StoryView } from '@xiangyin/server/contract';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { writingTexts } from './writing-texts.ts';
import type { Line, SharedText } from './use-shared-text.ts';

/** In words, where what is on the screen is kept: on the desk as a version, on the desk since the last one, on its way, or on this machine. */
export function SaveState({
  story,
  shared,
  line,
  inReview,
}: {
  story: StoryView;
  shared: SharedText;
  line: Line;
  inReview: boolean;
}) {
  const words = useWords(writingTexts);
  const times = useTimes();
  const writtenAt = useWrittenAt(shared, story.version);
  if (line.kind === 'storing' || line.kind === 'away' || line.kind === 'connecting') return words.line[line.kind];
  if (line.kind !== 'stored') return words.line.away;
  if (!writtenAt) return words.saved(times.at(story.savedAt));
  return inReview ? words.line.beside : words.line.stored;
}

// Whether anything was written since this version came.
function useWrittenAt({ doc }: SharedText, version: number): boolean {
  const [written, setWritten] = useState<number | null>(null);
  useEffect(() => {
    const note = (): void => setWritten(version);
    doc.on('update', note);
    return () => doc.off('update', note);
  }, [doc, version]);
  return written === version;
}
