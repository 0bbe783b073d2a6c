import type { ListedStory } from '@xiangyin/server/contract';
import { useEffect, useState } from 'preact/hooks';
import { say } from '../kit/language.ts';
import { LongRows } from '../kit/long-rows.tsx';
import { TopBar } from '../kit/parts.tsx';
import { useMore } from '../kit/use-more.ts';
import type { StoryListView } from './lists.ts';
import { StoryRow } from './story-row.tsx';

const published = (words: string): string => {
  const query = new URLSearchParams({ sort: '-publishedAt', limit: '20' });
  if (words.trim() === '') query.set('publicState', 'published');
  else query.set('q', words.trim().slice(0, 100));
  return `/stories?${query}`;
};

/** What residents see just now, newest first, and a search through everything that was published: to correct it or to take it down. */
export default function PublishedPage() {
  const [typed, setTyped] = useState('');
  const [words, setWords] = useState('');
  // A thumb types slowly: asked when it rests.
  useEffect(() => {
    const timer = setTimeout(() => setWords(typed), 400);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <>
      <TopBar title={say('published.title')} />
      <main>
        <label class="field search">
          <span class="visually-hidden">{say('published.search')}</span>
          <input
            type="search"
            enterkeyhint="search"
            placeholder={say('published.search')}
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        </label>
        <Found key={words} words={words} />
      </main>
    </>
  );
}

function Found({ words }: { words: string }) {
  const isAll = words.trim() === '';
  // What was searched for is not kept on the phone.
  const list = useMore<ListedStory, StoryListView>(published(words), { everySeconds: 300, keep: isAll });
  return (
    <LongRows
      list={list}
      rows={list.rows.filter((one) => one.publicState !== 'unpublished')}
      empty={say(isAll ? 'published.empty' : 'published.none')}
    >
      {(story) => <StoryRow key={story.id} story={story} />}
    </LongRows>
  );
}
