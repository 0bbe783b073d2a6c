import type { StoryText } from '@xiangyin/document';
import type { StoryView } from '@xiangyin/server/contract';
import { useAnswer, type Answer } from '../kit/use-answer.ts';

/** The very text that would be signed, and the one the reader signed before it fell. */
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

/** A review afterwards is of what was published, whatever is in work by now; every other review of the text in work. `reviewed`: null until `asked` is answered. */
export function useReviewedText(
  story: StoryView,
  step: string | null,
): { readonly reviewed: ReviewedText | null; readonly asked: readonly Answer<unknown>[] } {
  const edition = isOwed(step) && story.edition && story.edition.revisionId !== story.revisionId ? story.edition : null;
  const published = useAnswer<Revision>(edition ? `/stories/${story.id}/revisions/${edition.revisionId}` : null, {
    everySeconds: 3_600,
  });
  const fell = step !== null && !isOwed(step) ? story.mySignatureFell : null;
  const earlier = useAnswer<Revision>(fell ? `/stories/${story.id}/revisions/${fell.revisionId}` : null, {
    everySeconds: 3_600,
  });
  if (edition)
    return {
      reviewed: published.value
        ? {
            text: published.value.text as StoryText,
            textHash: published.value.textHash,
            revisionId: edition.revisionId,
            before: null,
          }
        : null,
      asked: [published],
    };
  if (fell && !earlier.value && !earlier.problem) return { reviewed: null, asked: [earlier] };
  const reviewed = {
    text: story.text as StoryText,
    textHash: story.textHash,
    revisionId: story.revisionId,
    before: fell && earlier.value ? (earlier.value.text as StoryText) : null,
  };
  return { reviewed, asked: [] };
}
