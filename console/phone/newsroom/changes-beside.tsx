import type { ChangesBesideView } from '@xiangyin/server/contract';
import { later } from '../kit/later.tsx';
import { listed, say } from '../kit/language.ts';
import { useAnswer } from '../kit/use-answer.ts';

const OpenSuggestions = later(() => import('./open-suggestions.tsx'));

/** What is written and suggested beside a version that somebody is to sign; undefined while nobody knows. Looked at anew every few seconds, and never remembered: what it says holds now or not at all. */
export const useChangesBeside = (storyId: string | null): ChangesBesideView | undefined =>
  useAnswer<ChangesBesideView>(storyId === null ? null : `/stories/${storyId}/changes-beside`, {
    everySeconds: 8,
    keep: false,
  }).value;

/** Says to whoever is to sign that somebody writes on beside this version, and what is suggested. */
export function ChangesBeside({ storyId, beside }: { storyId: string; beside: ChangesBesideView | undefined }) {
  if (!beside || (beside.writers.length === 0 && beside.suggestions === 0)) return null;
  const { writers, places, added, removed, suggestions } = beside;
  return (
    <>
      <output class="note due">
        {writers.length > 0 && <p>{say('beside.writing', { names: listed(writers.map(({ name }) => name)) })}</p>}
        {places > 0 && <p>{say('beside.amount', { places, added, removed })}</p>}
        {suggestions > 0 && <p>{say('beside.suggested', { count: suggestions })}</p>}
      </output>
      {suggestions > 0 && <OpenSuggestions storyId={storyId} count={suggestions} />}
    </>
  );
}
