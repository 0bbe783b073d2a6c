import { Link } from 'react-router';
import type { StoryView } from '@xiangyin/server/contract';
import { Due } from '../../kit/due.tsx';
import { useWords } from '../../kit/texts.ts';
import { newsroomTexts } from '../newsroom-texts.ts';

/** What whoever opens the story should know first: why it came back, what is being corrected, what it still owes. */
export function StoryRemarks({ story }: { story: StoryView }) {
  const words = useWords(newsroomTexts);
  const { returned } = story;
  const stepName =
    returned && returned.step in words.steps ? words.steps[returned.step as keyof typeof words.steps] : '';
  return (
    <>
      {returned && (
        <p className="notice due">
          {words.story.returnedBy(returned.by.name, stepName)}
          {returned.reason}
        </p>
      )}
      {story.failedReview && story.publicState === 'published' && (
        <p className="notice hot">
          {words.story.failedReview(story.failedReview.by.name, story.failedReview.reason)}
          {story.state === 'done' && story.abilities.includes('story.correct') && (
            <>
              {' '}
              <Link to={`/stories/${story.id}?correct=1`}>{words.story.correctGo}</Link>
            </>
          )}
        </p>
      )}
      {story.correctionNote && <p className="notice">{words.story.correctionInWork(story.correctionNote)}</p>}
      {story.afterReviewDueAt && (
        <p className="notice due row">
          {words.story.urgentMark} <Due at={story.afterReviewDueAt} />
        </p>
      )}
      {story.openErrorReports > 0 && (
        <p className="notice due">
          <Link to={`/error-reports?story=${story.id}`}>{words.story.reports(story.openErrorReports)}</Link>
        </p>
      )}
    </>
  );
}
