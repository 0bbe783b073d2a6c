import { fingerprint, textHash } from '@xiangyin/document';
import { useParams } from 'react-router';
import type { StoryView } from '@xiangyin/server/contract';
import { inWords, useLanguage } from '../kit/language.ts';
import { Loaded } from '../kit/loaded.tsx';
import { Due } from '../kit/due.tsx';
import { Page } from '../kit/page.tsx';
import { useWords } from '../kit/texts.ts';
import { useTimes } from '../kit/time.ts';
import { useRef, useState } from 'react';
import { Button } from 'antd';
import { FrozenComments } from './comments/frozen-comments.tsx';
import { newsroomTexts } from './newsroom-texts.ts';
import { storyTexts } from './story/story-texts.ts';
import { reviewPageTexts } from './review/review-page-texts.ts';
import { ReviewFindings } from './checks/review-findings.tsx';
import { reviewTexts } from './review/review-texts.ts';
import { ChangesBeside } from './review/changes-beside.tsx';
import { ReviewBar } from './review/review-bar.tsx';
import { EmbargoNotice } from './story/embargo-notice.tsx';
import { StepsLine } from './review/steps-line.tsx';
import { LevelTag } from './story/level.tsx';
import { useBefore, useRevision } from './review/use-before.ts';
import './review/review.css';
import { useStorySlots } from './slots.ts';
import { Attachments } from './story/attachments.tsx';
import { VoiceNotes } from './story/voice-notes.tsx';
import { readText } from './text/read-text.ts';
import { StoryTextView } from './text/story-text.tsx';
import { useStory } from './use-story.ts';

/** The step a signature would be for: the one it waits at, or the review that an urgent story still owes. */
export function stepFor(story: StoryView): string | null {
  if (story.step) return story.step.step;
  return story.afterReviewDueAt && story.abilities.includes('story.after_review') ? 'after_review' : null;
}

/** Reads a text and signs it, or sends it back. What changed since the last signature stands in the text itself. */
export function ReviewPage() {
  const { id = '' } = useParams();
  const query = useStory(id);
  return (
    <Loaded query={query}>
      {/* Signing leads from one story to the next at once: what was read of the former is no earlier state of the next. */}
      {(story) =>
        isOfPublished(story) ? (
          <ReviewOfPublished key={story.id} story={story} />
        ) : (
          <Review key={story.id} story={story} />
        )
      }
    </Loaded>
  );
}

/** Steps that look back at what is public, or was. */
const isOwed = (step: string | null): boolean => step === 'after_review' || step === 'withdrawal_review';

// A correction may already be in work while the review afterwards is still owed: that is of what was published.
const isOfPublished = (story: StoryView): boolean =>
  isOwed(stepFor(story)) && story.edition !== null && story.edition.revisionId !== story.revisionId;

function ReviewOfPublished({ story }: { story: StoryView }) {
  const revision = useRevision(story.id, story.edition?.revisionId);
  return (
    <Loaded query={revision}>
      {({ id, text, textHash: hash, version }) => (
        <Review story={{ ...story, revisionId: id, text, textHash: hash, version }} />
      )}
    </Loaded>
  );
}

// What is signed with the text besides its words: a notice's urgency and its end.
function ReviewedFacts({ story }: { story: StoryView }) {
  const words = useWords(newsroomTexts);
  const storyWords = useWords(storyTexts);
  const times = useTimes();
  if (story.kind !== 'notice') return null;
  return (
    <p className="meta row">
      {words.kinds.notice}
      {story.level ? <LevelTag level={story.level} /> : ` · ${words.noLevel}`}
      {story.validUntil && ` ${storyWords.validUntil} ${times.at(story.validUntil)}`}
    </p>
  );
}

// Whoever says whether a withdrawal stands must know why it was done.
function WithdrawnWhy({ story, step }: { story: StoryView; step: string | null }) {
  const words = useWords(reviewTexts);
  const times = useTimes();
  const act = story.signatures.findLast((one) => one.verdict === 'withdrawn');
  if (step !== 'withdrawal_review' || !act) return null;
  return (
    <p className="notice due">
      {words.withdrawnWhy(act.signer.name, times.at(act.at), act.reason ?? '')}
      {act.note && (
        <>
          <br />
          {words.withdrawnNote(act.note)}
        </>
      )}
      {act.exception && (
        <>
          <br />
          {words.exceptionBy(act.exception)}
        </>
      )}
    </p>
  );
}

function Review({ story }: { story: StoryView }) {
  const words = useWords(newsroomTexts);
  const reviewing = useWords(reviewPageTexts);
  const storyWords = useWords(storyTexts);
  const language = useLanguage();
  const times = useTimes();
  const text = readText(story.text);
  const [opened] = useState(text);
  const { before, why, count } = useBefore(story, text, opened);
  const [marked, setMarked] = useState(true);
  const shown = useRef<HTMLDivElement>(null);
  const step = stepFor(story);
  const hash = textHash(text);
  const title = step && step in words.steps ? words.steps[step as keyof typeof words.steps] : storyWords.text;
  const fits = hash === story.textHash;
  const { Departure } = useStorySlots();
  const isLast = step !== null && story.chain.steps.at(-1)?.step === step;
  return (
    <Page
      title={title}
      crumb={{ to: `/stories/${story.id}`, text: story.title }}
      meta={
        <span className="row">
          {reviewing.from(story.byline)} · {storyWords.savedBy(story.savedBy.name, times.at(story.savedAt))}{' '}
          <Due
            at={
              step === 'after_review'
                ? story.afterReviewDueAt
                : step === 'withdrawal_review'
                  ? story.turnReviewDueAt
                  : story.dueAt
            }
          />
        </span>
      }
    >
      <EmbargoNotice story={story} />
      <StepsLine story={story} />
      <ChangesBeside story={story} />
      <WithdrawnWhy story={story} step={step} />
      {story.correctionNote && !isOwed(step) && (
        <p className="notice due">{reviewing.correctionNote(story.correctionNote)}</p>
      )}
      {story.updateNote && !isOwed(step) && <p className="notice">{reviewing.updateNote(story.updateNote)}</p>}
      {why !== null && before && (
        <div className="notice row apart">
          <span>
            {count === 0
              ? reviewing.noChanges
              : why === 'mine'
                ? reviewing.changesSinceMine(count)
                : why === 'read'
                  ? reviewing.changesSinceRead(count)
                  : reviewing.changesSinceEdition(count)}
          </span>
          {count > 0 && (
            <Button size="small" onClick={() => setMarked(!marked)}>
              {marked ? reviewing.plain : reviewing.marked}
            </Button>
          )}
        </div>
      )}
      {!fits && (
        <p className="notice hot" role="alert">
          {reviewing.mismatch}
        </p>
      )}
      <ReviewedFacts story={story} />
      <p className="kicker">
        {[inWords(story.section.name, language), ...story.places.map((place) => inWords(place.name, language))].join(
          ' · ',
        )}
      </p>
      <div ref={shown}>
        <StoryTextView text={text} before={marked ? before : undefined} />
      </div>
      <VoiceNotes storyId={story.id} />
      <Attachments storyId={story.id} />
      <ReviewFindings story={story} />
      <FrozenComments story={story} text={shown} seen={`${story.revisionId} ${marked}`} />
      {isLast && <Departure storyId={story.id} />}
      {step && story.abilities.includes(`story.${step}`) && fits ? (
        <ReviewBar key={story.revisionId} story={story} step={step} hash={hash} />
      ) : (
        <p className="meta">
          {reviewing.notYours} {storyWords.fingerprint} <span className="num">{fingerprint(hash)}</span>
        </p>
      )}
    </Page>
  );
}
