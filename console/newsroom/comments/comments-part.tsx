import type { CommentView, StoryView } from '@xiangyin/server/contract';
import { Button, Modal, Segmented } from 'antd';
import { useDeferredValue, useState } from 'react';
import { Part } from '../../kit/page.tsx';
import { useWords } from '../../kit/texts.ts';
import { useEver } from '../../kit/use-ever.ts';
import { CommentThread } from './comment-thread.tsx';
import { commentsTexts } from './comments-texts.ts';
import './comments.css';
import { SayForm } from './say-form.tsx';
import type { Chosen, useComments } from './use-comments.ts';

const nothing: readonly CommentView[] = [];

/** The comments beside a text: open ones first at hand, all of them by a switch. `gone`: those whose words are not to be seen. */
export function CommentsPart({
  story,
  comments: { comments, isKnown, failed, again, ...acts },
  active,
  gone,
  goneWords,
  onShow,
  onWrite,
}: {
  story: StoryView;
  comments: ReturnType<typeof useComments>;
  active: string | null;
  gone: ReadonlySet<string>;
  goneWords: string;
  onShow: (comment: CommentView) => void;
  onWrite: () => void;
}) {
  const words = useWords(commentsTexts);
  const may = story.abilities.includes('story.comment');
  const open = comments.filter((one) => one.open);
  // A settled one that a notice leads to must be seen too.
  const [all, setAll] = useState(false);
  // Two hundred of them are not waited for by whoever wants to write.
  const listed = useDeferredValue(comments, nothing);
  const shown = all ? listed : listed.filter((one) => one.open || one.id === active);
  return (
    <Part
      title={open.length === 0 ? words.title : `${words.title} · ${words.open(open.length)}`}
      aside={
        may && (
          // The selection stays while the button is pressed.
          <Button size="small" onMouseDown={(event) => event.preventDefault()} onClick={onWrite}>
            {words.write}
          </Button>
        )
      }
    >
      {failed ? (
        <p className="row meta" role="alert">
          {words.failed}
          <Button size="small" onClick={again}>
            {words.again}
          </Button>
        </p>
      ) : (
        isKnown && (
          <>
            {comments.length > open.length && (
              <Segmented
                size="small"
                aria-label={words.filter}
                value={all ? 'all' : 'open'}
                options={[
                  { value: 'open', label: words.onlyOpen },
                  { value: 'all', label: words.all },
                ]}
                onChange={(value) => setAll(value === 'all')}
              />
            )}
            {shown.length === 0 && listed === comments ? (
              <p className="meta">{comments.length === 0 ? (may ? words.hint : words.none) : words.noneOpen}</p>
            ) : (
              <ul className="comments">
                {shown.map((comment) => (
                  <CommentThread
                    key={comment.id}
                    storyId={story.id}
                    comment={comment}
                    active={comment.id === active}
                    gone={gone.has(comment.id) ? goneWords : null}
                    may={may}
                    acts={acts}
                    onShow={() => onShow(comment)}
                  />
                ))}
              </ul>
            )}
          </>
        )
      )}
    </Part>
  );
}

/** Where a new comment is written; null: nothing is to be written. */
export function WriteComment({
  storyId,
  chosen,
  comments,
  onDone,
}: {
  storyId: string;
  chosen: Chosen | null;
  comments: ReturnType<typeof useComments>;
  /** With the id of the new comment, or without when nothing was written. */
  onDone: (commentId?: string) => void;
}) {
  const words = useWords(commentsTexts);
  if (!useEver(chosen !== null)) return null;
  return (
    <Modal
      open={chosen !== null}
      onCancel={() => onDone()}
      footer={null}
      title={words.write}
      width={460}
      destroyOnHidden
    >
      {chosen && (
        <div className="stack">
          <p className="comment-head">
            {chosen.part !== 'body' && <span className="meta">{words.about[chosen.part]}</span>}
            {chosen.quote !== '' && <span className="comment-quote">{chosen.quote}</span>}
          </p>
          <SayForm
            storyId={storyId}
            busy={comments.busy}
            label={words.words}
            go={words.send}
            onSay={async (said, mentions) => {
              const id = await comments.add(chosen, said, mentions);
              if (id !== undefined) onDone(id);
              return id !== undefined;
            }}
          />
        </div>
      )}
    </Modal>
  );
}
