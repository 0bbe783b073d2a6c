import type { StoryText } from '@xiangyin/document';
import type { StoryView } from '@xiangyin/server/contract';
import { useAnswer } from '../kit/use-answer.ts';

/** The very text that would be signed, and the one the reader signed before it fell; null while it is fetched. */
export interface ReviewedText {
  readonly text: StoryText;
  readonly textHash: string;
  readonly revisionId: string;
  readonly before: StoryText | null;
}

interface Revision {
  readonly id: string;
  readonly textHash: string;
  readonly text: object;
}

const isOwed = (step: string | null): boolean => step === 'after_review' || step === 'withdrawal_review';

/** A review afterwards is of what was published, whatever is in work by now; every other review of the text in work. */
export function useReviewedText(story: StoryView, step: string | null): ReviewedText | null {
  const edition = isOwed(step) && story.edition && story.edition.revisionId !== story.revisionId ? story.edition : null;
  const published = useAnswer<Revision>(edition ? `/stories/${story.id}/revisions/${edition.revisionId}` : null, {
    everySeconds: 3_600,
  });
  const fell = step !== null && !isOwed(step) ? story.mySignatureFell : null;
  const earlier = useAnswer<Revision>(fell ? `/stories/${story.id}/revisions/${fell.revisionId}` : null, {
    everySeconds: 3_600,
  });
  if (edition)
    return published.value
      ? {
          text: published.value.text as StoryText,
          textHash: published.value.textHash,
          revisionId: edition.revisionId,
          before: null,
        }
      : null;
  if (fell && !earlier.value && !earlier.problem) return null;
  return {
    text: story.text as StoryText,
    textHash: story.textHash,
    revisionId: story.revisionId,
    before: fell && earlier.value ? (earlier.value.text as StoryText) : null,
  };
}
