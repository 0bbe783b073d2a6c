import type { StoryView } from '@xiangyin/server/contract';
import { useWords } from '../../kit/texts.ts';
import { newsroomTexts } from '../newsroom-texts.ts';
import { storyTexts } from '../story/story-texts.ts';
import { stepWords } from '../step-words.ts';

/** How far the story's own chain has come: signed, waiting, ahead. */
export function StepsLine({ story }: { story: StoryView }) {
  const words = useWords(newsroomTexts);
  const storyWords = useWords(storyTexts);
  const signed = new Map(
    story.signatures
      // Those of this very text: what was signed for the published edition says nothing about its correction.
      .filter(
        (one) =>
          one.standing === 'valid' &&
          (one.verdict === 'approved' || one.verdict === 'carried') &&
          one.revisionId === story.revisionId,
      )
      .map((one) => [one.step, one]),
  );
  return (
    <ol className="steps-line" aria-label={storyWords.signatures}>
      {story.chain.steps.map(({ step }) => {
        const state = signed.has(step) && story.state !== step ? 'done' : story.state === step ? 'now' : 'ahead';
        return (
          <li key={step} data-state={state} {...(state === 'now' ? { 'aria-current': 'step' as const } : {})}>
            <span>{stepWords(words, step)}</span>
            <span className="meta">{signed.get(step)?.signer.name ?? ''}</span>
          </li>
        );
      })}
    </ol>
  );
}
