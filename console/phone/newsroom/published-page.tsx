import { useEffect, useState } from 'preact/hooks';
import { read } from '../kit/api.ts';
import { say } from '../kit/language.ts';
import { Shown, TopBar } from '../kit/parts.tsx';
import { Problem } from '../kit/problem.ts';
import { useAnswer } from '../kit/use-answer.ts';
import type { StoryListView } from './lists.ts';
import { StoryRow } from './story-row.tsx';

const published = (words: string, after?: string): string => {
  const query = new URLSearchParams({ sort: '-publishedAt', limit: '20' });
  if (words.trim() === '') query.set('publicState', 'published');
  else query.set('q', words.trim().slice(0, 100));
  if (after !== undefined) query.set('after', after);
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
  // What was searched for is not kept on the phone.
  const first = useAnswer<StoryListView>(published(words), { everySeconds: 300, keep: words.trim() === '' });
  const [more, setMore] = useState<StoryListView | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const next = more ? more.next : (first.value?.next ?? null);
  const goOn = async () => {
    if (next === null) return;
    try {
      const answer = await read<StoryListView>(published(words, next));
      setMore({ items: [...(more?.items ?? []), ...answer.items], next: answer.next });
      setProblem(null);
    } catch (error) {
      setProblem(error instanceof Problem ? error.message : say('problem.offline'));
    }
  };
  return (
    <Shown answer={first}>
      {(list) => {
        const known = new Set(list.items.map((one) => one.id));
        const rows = [...list.items, ...(more?.items ?? []).filter((one) => !known.has(one.id))].filter(
          (one) => one.publicState !== 'unpublished',
        );
        if (rows.length === 0)
          return <p class="empty">{say(words.trim() === '' ? 'published.empty' : 'published.none')}</p>;
        return (
          <>
            <ul class="rows">
              {rows.map((story) => (
                <StoryRow key={story.id} story={story} />
              ))}
            </ul>
            {problem !== null && (
              <p class="note hot" role="alert">
                {problem}
              </p>
            )}
            {next !== null && (
              <button type="button" class="btn wide" onClick={() => void goOn()}>
                {say('published.more')}
              </button>
            )}
          </>
        );
      }}
    </Shown>
  );
}
