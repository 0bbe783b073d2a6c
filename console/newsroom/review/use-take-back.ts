import { App } from 'antd';
import { useRef } from 'react';
import { useNavigate } from 'react-router';
import type { StoryView } from '@xiangyin/server/contract';
import { act } from '../../kit/api.ts';
import { newKey } from '../../kit/new-key.ts';
import { isProblem } from '../../kit/problem.ts';
import { refresh } from '../../kit/queries.ts';
import { useWords } from '../../kit/texts.ts';
import { reviewPageTexts } from './review-page-texts.ts';
import { prepareSigning } from '../signing/use-signing.ts';
import { storyChanged } from '../use-story.ts';
import { reviewTexts } from './review-texts.ts';

/** Takes one's latest signature of a story back, under a signature of its own, and opens its step again. */
export function useTakeBack(): (story: StoryView) => Promise<void> {
  const words = useWords(reviewTexts);
  const reviewPage = useWords(reviewPageTexts);
  const { message } = App.useApp();
  const navigate = useNavigate();
  const running = useRef(false);
  return async (story) => {
    const { mayTakeBack } = story;
    const given = story.signatures.find((one) => one.id === mayTakeBack?.signatureId);
    if (!given || running.current) return;
    running.current = true;
    try {
      const what = { verdict: 'taken-back', signatureId: given.id };
      const signing = await prepareSigning(story.id, what, given.textHash, false);
      if (!signing) return;
      const after = await act<StoryView>(
        'POST',
        `/stories/${story.id}/signature-take-backs`,
        { signatureId: given.id, ...signing },
        { key: newKey() },
      );
      await storyChanged(after);
      // First the text it was, then the word: a key pressed on hearing it must not sign the one that stood there.
      await navigate(`/stories/${story.id}/review`);
      void message.success(words.takenBack);
    } catch (problem) {
      void message.error(isProblem(problem) ? problem.message : reviewPage.passkeyFailed, 6);
      if (isProblem(problem)) await refresh();
    } finally {
      running.current = false;
    }
  };
}
