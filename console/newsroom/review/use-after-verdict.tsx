import { App, Button } from 'antd';
import { useNavigate } from 'react-router';
import type { StoryView } from '@xiangyin/server/contract';
import { refresh } from '../../kit/queries.ts';
import { useMe } from '../../kit/session.ts';
import { useWords } from '../../kit/texts.ts';
import { reviewTexts } from './review-texts.ts';
import { useTakeBack } from './use-take-back.ts';
import { nextReview, opensNext, reviewOf } from './waiting-review.ts';

const key = 'verdict';

/** Says what a verdict did, offers to take it back, and opens the next text that waits. */
export function useAfterVerdict(): (after: StoryView, said: string) => Promise<void> {
  const words = useWords(reviewTexts);
  const me = useMe();
  const navigate = useNavigate();
  const takeBack = useTakeBack();
  const { notification } = App.useApp();
  return async (after, said) => {
    const undo = (): void => {
      notification.destroy(key);
      void takeBack(after);
    };
    notification.success({
      key,
      title: said,
      description: after.title,
      placement: 'top',
      duration: after.mayTakeBack ? 20 : 5,
      actions: after.mayTakeBack ? (
        <Button size="small" onClick={undo}>
          {words.takeBack}
        </Button>
      ) : undefined,
    });
    const next = opensNext(me.personId) ? await nextReview(after.id).catch(() => undefined) : undefined;
    const here = after.state === 'done' || !opensNext(me.personId) ? `/stories/${after.id}` : '/';
    void navigate(next ? reviewOf(next) : here);
    // What a signature sets off stands elsewhere on the screen too.
    void refresh();
  };
}
