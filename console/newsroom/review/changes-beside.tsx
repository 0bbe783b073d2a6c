import type { StoryView } from '@xiangyin/server/contract';
import { inSentences, listed } from '../../kit/language.ts';
import { useWords } from '../../kit/texts.ts';
import { OpenSuggestions } from './open-suggestions.tsx';
import { reviewTexts } from './review-texts.ts';
import { useChangesBeside } from './use-changes-beside.ts';

/** Says to whoever reads a version that somebody writes on beside it, and what is suggested: what is signed is what stands here, and an edit handed in would void it. */
export function ChangesBeside({ story }: { story: StoryView }) {
  const words = useWords(reviewTexts);
  const beside = useChangesBeside(story);
  if (!beside || (beside.writers.length === 0 && beside.suggestions === 0)) return null;
  const { writers, places, added, removed, suggestions } = beside;
  return (
    <>
      <p className="notice due" role="status">
        {inSentences(
          writers.length > 0 && words.beside(listed(writers.map(({ name }) => name)), places, added, removed),
          suggestions > 0 && words.besideSuggested(suggestions),
        )}
      </p>
      {suggestions > 0 && <OpenSuggestions story={story} count={suggestions} />}
    </>
  );
}
