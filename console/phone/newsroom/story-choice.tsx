import type { StoryLine } from '@xiangyin/server/contract';
import { useEffect, useState } from 'preact/hooks';
import { inWords, say } from '../kit/language.ts';
import { Shown } from '../kit/parts.tsx';
import { useAnswer } from '../kit/use-answer.ts';
import type { StoryListView } from './lists.ts';

const most = 20;

/** One story out of the desk's, found by the words of its headline or text. `query`: which stories are asked for besides; `fits`: which of them can be chosen. */
export function StoryChoice({
  label,
  query,
  fits,
  chosen,
  choose,
}: {
  label: string;
  query: Readonly<Record<string, string>>;
  fits: (story: StoryLine) => boolean;
  chosen: string | null;
  choose: (story: StoryLine) => void;
}) {
  const [typed, setTyped] = useState('');
  const [words, setWords] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setWords(typed.trim().slice(0, 100)), 400);
    return () => clearTimeout(timer);
  }, [typed]);
  const asked = new URLSearchParams({ ...query, limit: String(most), ...(words === '' ? {} : { q: words }) });
  const list = useAnswer<StoryListView>(`/stories?${asked}`, { everySeconds: 600, keep: false });
  return (
    <fieldset class="check-list story-choice">
      <legend class="meta">{label}</legend>
      <input
        type="search"
        enterkeyhint="search"
        aria-label={say('choice.search')}
        placeholder={say('choice.search')}
        value={typed}
        onInput={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      <Shown answer={list}>
        {({ items }) => {
          const stories = items.filter(fits);
          if (stories.length === 0) return <p class="meta">{say('choice.none')}</p>;
          return stories.map((story) => (
            <label key={story.id}>
              <input type="radio" name="story" checked={chosen === story.id} onChange={() => choose(story)} />
              <span lang={story.language}>
                {story.title || say('stories.untitled')}
                <span class="meta">
                  {' '}
                  {inWords(story.section.name)} · {story.author.name}
                </span>
              </span>
            </label>
          ));
        }}
      </Shown>
    </fieldset>
  );
}
