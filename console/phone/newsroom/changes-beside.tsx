import type { ChangesBesideView } from '@xiangyin/server/contract';
import { listed, say } from '../kit/language.ts';
import { useAnswer } from '../kit/use-answer.ts';

/** Says to whoever is to sign that somebody writes on beside this version. Looked at anew every few seconds, and never remembered: what it says holds now or not at all. */
export function ChangesBeside({ storyId }: { storyId: string }) {
  const now = useAnswer<ChangesBesideView>(`/stories/${storyId}/changes-beside`, {
    everySeconds: 8,
    keep: false,
  }).value;
  if (!now || (now.writers.length === 0 && now.suggestions === 0)) return null;
  const { writers, places, added, removed, suggestions } = now;
  return (
    <output class="note due">
      {writers.length > 0 && <p>{say('beside.writing', { names: listed(writers.map(({ name }) => name)) })}</p>}
      {places > 0 && <p>{say('beside.amount', { places, added, removed })}</p>}
      {suggestions > 0 && <p>{say('beside.suggested', { count: suggestions })}</p>}
    </output>
  );
}
