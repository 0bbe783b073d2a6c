import type { StoryLine } from '@xiangyin/server/contract';
import { Tag, type Tone } from '../kit/tag.tsx';
import { useWords } from '../kit/texts.ts';
import { newsroomTexts } from './newsroom-texts.ts';
import { storiesTexts } from './stories/stories-texts.ts';

const tones: Readonly<Record<StoryLine['state'], Tone>> = {
  draft: 'plain',
  returned: 'due',
  first_review: 'info',
  second_review: 'info',
  final_review: 'info',
  first_proof: 'info',
  second_proof: 'info',
  third_proof: 'info',
  read_aloud: 'info',
  sign_off: 'info',
  urgent_review: 'hot',
  signed_off: 'ok',
  held: 'plain',
  rejected: 'plain',
  done: 'ok',
  discarded: 'plain',
};

/** Where a story stands: at the desk, and for the public when that says more. */
export function StoryState({
  story,
}: {
  story: Pick<StoryLine, 'state' | 'publicState' | 'afterReviewDueAt' | 'archivedAt'>;
}) {
  const words = useWords(newsroomTexts);
  const listWords = useWords(storiesTexts);
  const shown = story.publicState === 'unpublished' ? null : story.publicState;
  return (
    <span className="row" style={{ gap: 6 }}>
      {story.state !== 'done' && <Tag tone={tones[story.state]}>{words.states[story.state]}</Tag>}
      {shown && <Tag tone={shown === 'published' ? 'ok' : 'hot'}>{words.publicStates[shown]}</Tag>}
      {story.archivedAt && <Tag>{listWords.tabs.archived}</Tag>}
      {story.afterReviewDueAt && <Tag tone="due">{listWords.tabs.afterReview}</Tag>}
    </span>
  );
}

/** Whether the text stands still: in review, or signed off and waiting for its hour. A change of it voids what was signed. */
export const standsStill = ({ state }: Pick<StoryLine, 'state'>): boolean =>
  state === 'signed_off' || reviewStates.includes(state);

/** The states in which somebody is to sign. */
export const reviewStates: readonly StoryLine['state'][] = [
  'first_review',
  'first_proof',
  'second_review',
  'second_proof',
  'final_review',
  'third_proof',
  'read_aloud',
  'sign_off',
  'urgent_review',
];
