import type { ListedStory } from '@xiangyin/server/contract';
import { useState } from 'preact/hooks';
import { say } from '../kit/language.ts';
import { LongRows } from '../kit/long-rows.tsx';
import { TopBar } from '../kit/parts.tsx';
import { SearchField } from '../kit/search-field.tsx';
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
  const [words, setWords] = useState('');
  return (
    <>
      <TopBar title={say('published.title')} />
      <main>
        <SearchField label={say('published.search')} change={setWords} />
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
