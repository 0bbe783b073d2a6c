import { Link } from 'react-router';
import type { StoryView } from '@xiangyin/server/contract';
import { Due } from '../../kit/due.tsx';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { newsroomTexts } from '../newsroom-texts.ts';
import { EmbargoNotice } from './embargo-notice.tsx';
import { storyTexts } from './story-texts.ts';
import { reviewTexts } from '../review/review-texts.ts';

/** What whoever opens the story should know first: why it came back, what is being corrected, what it still owes. */
export function StoryRemarks({ story }: { story: StoryView }) {
  const words = useWords(newsroomTexts);
  const storyWords = useWords(storyTexts);
  const verdicts = useWords(reviewTexts);
  const times = useTimes();
  const { returned, rejected, held } = story;
  const stepName = (step: string): string => (step in words.steps ? words.steps[step as keyof typeof words.steps] : '');
  return (
    <>
      <EmbargoNotice story={story} />
      {returned && (
        <p className="notice due">
          {storyWords.returnedBy(returned.by.name, stepName(returned.step))}
          {returned.reason}
        </p>
      )}
      {rejected && (
        <p className="notice">
          {verdicts.rejectedBy(rejected.by.name, stepName(rejected.step))}
          {rejected.reason}
        </p>
      )}
      {held && (
        <p className="notice">
          {verdicts.heldBy(held.by.name, times.at(held.at), stepName(held.step))} {held.note}{' '}
          {story.remindAt && verdicts.remindsAt(times.at(story.remindAt))}
        </p>
      )}
      {story.archivedAt && <p className="notice">{verdicts.archivedSince(times.at(story.archivedAt))}</p>}
      {story.failedReview && story.publicState === 'published' && (
        <p className="notice hot">
          {storyWords.failedReview(story.failedReview.by.name, story.failedReview.reason)}
          {story.state === 'done' && story.abilities.includes('story.correct') && (
            <>
              {' '}
              <Link to={`/stories/${story.id}?correct=1`}>{storyWords.correctGo}</Link>
            </>
          )}
        </p>
      )}
      {story.correctionNote && <p className="notice">{storyWords.correctionInWork(story.correctionNote)}</p>}
      {story.updateNote && <p className="notice">{storyWords.updateInWork(story.updateNote)}</p>}
      {story.afterReviewDueAt && (
        <p className="notice due row">
          {storyWords.urgentMark} <Due at={story.afterReviewDueAt} />
        </p>
      )}
      {story.turnReviewDueAt && (
        <p className="notice due row">
          {verdicts.turnOwed} <Due at={story.turnReviewDueAt} />
        </p>
      )}
      {story.openErrorReports > 0 && (
        <p className="notice due">
          <Link to={`/error-reports?story=${story.id}`}>{storyWords.reports(story.openErrorReports)}</Link>
        </p>
      )}
    </>
  );
}
