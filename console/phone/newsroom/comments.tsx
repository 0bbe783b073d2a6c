import type { CommentListView, CommentView, StoryView } from '@xiangyin/server/contract';
import { useState } from 'preact/hooks';
import { momentOf } from '../kit/county-time.ts';
import { say } from '../kit/language.ts';
import { Trouble } from '../kit/parts.tsx';
import { useAct } from '../kit/use-act.ts';
import { useAnswer } from '../kit/use-answer.ts';
import { GrowingText } from './growing-text.tsx';

/** What colleagues say beside the text: open ones to be read, answered and settled with a thumb, and a word about the whole. No part of what is signed. */
export function Comments({ story }: { story: StoryView }) {
  const path = `/stories/${story.id}/comments`;
  const answer = useAnswer<CommentListView>(path, { everySeconds: 20 });
  const items = answer.value?.items ?? [];
  const open = items.filter((one) => one.open);
  const may = story.abilities.includes('story.comment');
  if (!answer.value || (items.length === 0 && !may)) return null;
  return (
    <details class="findings">
      <summary>{open.length > 0 ? say('comments.open', { n: open.length }) : say('comments.none')}</summary>
      <ul>
        {open.map((comment) => (
          <li key={comment.id}>
            <Thread comment={comment} />
            {may && (
              <SayForm
                label={say('comments.answer')}
                path={`${path}/${comment.id}/entries`}
                body={(words) => ({ kind: 'said', words })}
                settle={{ kind: 'resolved' }}
                done={answer.again}
              />
            )}
          </li>
        ))}
        {may && (
          <li>
            <SayForm
              label={say('comments.write')}
              path={path}
              body={(words) => ({ part: 'story', words })}
              done={answer.again}
            />
          </li>
        )}
      </ul>
    </details>
  );
}

function Thread({ comment }: { comment: CommentView }) {
  return (
    <>
      {comment.quote !== '' && <blockquote>{comment.quote}</blockquote>}
      {comment.entries
        .filter(({ kind }) => kind === 'said')
        .map((entry) => (
          <p key={entry.id}>
            {entry.words}{' '}
            <span class="meta">
              {entry.by.name} {momentOf(entry.at)}
            </span>
          </p>
        ))}
    </>
  );
}

function SayForm({
  label,
  path,
  body,
  settle,
  done,
}: {
  label: string;
  path: string;
  body: (words: string) => object;
  settle?: object;
  done: () => void;
}) {
  const [words, setWords] = useState('');
  const { run, busy, problem } = useAct();
  const send = async (what: object): Promise<void> => {
    if (!(await run('POST', path, what))) return;
    setWords('');
    done();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (words.trim() !== '') void send(body(words.trim()));
      }}
    >
      <GrowingText id={path} class="words" label={label} value={words} rows={1} change={setWords} />
      {problem && <Trouble problem={problem} />}
      <div class="one-two">
        {settle && (
          <button type="button" class="btn" disabled={busy} onClick={() => void send(settle)}>
            {say('comments.settle')}
          </button>
        )}
        <button type="submit" class="btn" disabled={busy || words.trim() === ''}>
          {label}
        </button>
      </div>
    </form>
  );
}
