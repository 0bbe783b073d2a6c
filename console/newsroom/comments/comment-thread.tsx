import type { CommentView } from '@xiangyin/server/contract';
import { useEffect, useRef, useState } from 'react';
import { listed } from '../../kit/language.ts';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { commentsTexts } from './comments-texts.ts';
import { SayForm } from './say-form.tsx';
import type { useComments } from './use-comments.ts';

/** One comment: the words it is about, what was said, and what can be done. */
export function CommentThread({
  storyId,
  comment,
  active,
  gone,
  may,
  acts,
  onShow,
}: {
  storyId: string;
  comment: CommentView;
  active: boolean;
  /** What to say when the words it is about are not to be seen; null while they are. */
  gone: string | null;
  may: boolean;
  acts: Pick<ReturnType<typeof useComments>, 'say' | 'settle' | 'busy'>;
  onShow: () => void;
}) {
  const words = useWords(commentsTexts);
  const [answering, setAnswering] = useState(false);
  const line = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (active) line.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <li ref={line} data-active={active} data-open={comment.open}>
      <button type="button" className="comment-head" aria-current={active} onClick={onShow}>
        {comment.part !== 'body' && <span className="meta">{words.about[comment.part]}</span>}
        {comment.quote !== '' && (
          <span className={gone === null ? 'comment-quote' : 'comment-quote gone'}>{comment.quote}</span>
        )}
        {gone !== null && <span className="meta">{gone}</span>}
      </button>
      <ol className="comment-entries">
        {comment.entries.map((entry) => (
          <EntryLine key={entry.id} entry={entry} />
        ))}
      </ol>
      {may &&
        (answering ? (
          <SayForm
            storyId={storyId}
            busy={acts.busy}
            label={words.answerTo}
            go={words.answer}
            onCancel={() => setAnswering(false)}
            onSay={async (said, mentions) => {
              const done = await acts.say(comment.id, said, mentions);
              if (done) setAnswering(false);
              return done;
            }}
          />
        ) : (
          // Plain ones: two hundred threads are opened at once, and each of the kit's buttons takes a millisecond.
          <div className="comment-acts">
            <button type="button" onClick={() => setAnswering(true)}>
              {words.answer}
            </button>
            <button
              type="button"
              disabled={acts.busy}
              onClick={() => void acts.settle(comment.id, comment.open ? 'resolved' : 'reopened')}
            >
              {comment.open ? words.resolve : words.reopen}
            </button>
          </div>
        ))}
    </li>
  );
}

function EntryLine({ entry }: { entry: CommentView['entries'][number] }) {
  const words = useWords(commentsTexts);
  const times = useTimes();
  const asked = entry.mentioned.map(({ name }) => name);
  return (
    <li>
      <span className="meta">
        {entry.by.name}
        {entry.kind !== 'said' && ` ${words[entry.kind]}`} · {times.at(entry.at)}
        {asked.length > 0 && ` · ${words.mentioned(listed(asked))}`}
      </span>
      {entry.kind === 'said' && <p>{entry.words}</p>}
    </li>
  );
}
