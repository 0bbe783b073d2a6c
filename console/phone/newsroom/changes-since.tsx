import { difference, type StoryText } from '@xiangyin/document';
import { useMemo } from 'preact/hooks';
import { say } from '../kit/language.ts';
import { DifferenceView } from './difference-view.tsx';

/** What changed since the reader's own signature, in the text itself. */
export function ChangesSince({ before, after }: { before: StoryText; after: StoryText }) {
  const changes = useMemo(() => difference(before, after), [before, after]);
  return (
    <>
      <p class="since" role="note">
        {say('review.since', { n: changes.changeCount })}
      </p>
      <DifferenceView difference={changes} language={after.language} />
    </>
  );
}
