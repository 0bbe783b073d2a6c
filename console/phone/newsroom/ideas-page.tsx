import type { IdeaLine } from '@xiangyin/server/contract';
import { useState } from 'preact/hooks';
import { say } from '../kit/language.ts';
import { LongRows } from '../kit/long-rows.tsx';
import { FullWay, TopBar } from '../kit/parts.tsx';
import { SearchField } from '../kit/search-field.tsx';
import { useMore } from '../kit/use-more.ts';
import { whenOf } from './idea-when.ts';
import { Row } from './story-row.tsx';

/** 选题: the ideas that are open, what was touched last first, each with who does it. */
export default function IdeasPage() {
  const [words, setWords] = useState('');
  return (
    <>
      <TopBar title={say('ideas.title')} />
      <main>
        <SearchField label={say('ideas.search')} change={setWords} />
        <Rows key={words} words={words.trim().slice(0, 100)} />
        <FullWay />
      </main>
    </>
  );
}

function Rows({ words }: { words: string }) {
  const query = new URLSearchParams({ state: 'open', limit: '20', ...(words === '' ? {} : { q: words }) });
  const list = useMore<IdeaLine>(`/ideas?${query}`, { keep: words === '' });
  return (
    <LongRows list={list} empty={say(words === '' ? 'ideas.none' : 'published.none')}>
      {(idea) => (
        <Row
          key={idea.id}
          to={`/ideas/${idea.id}`}
          title={idea.title}
          {...whoDoesIt(idea)}
          about={[whenOf(idea), ...idea.places.map(({ name }) => name)].filter(Boolean).join(' · ')}
        />
      )}
    </LongRows>
  );
}

// What lacks a person first: that is what somebody can do something about.
function whoDoesIt({ assignments }: IdeaLine): { tag: string; look: string } {
  const open = assignments.filter(({ state }) => state !== 'cancelled');
  const asked = open.find(({ state }) => state === 'assigned');
  if (open.length === 0 || open.some(({ state }) => state === 'draft' || state === 'declined'))
    return { tag: say('assignment.nobody'), look: 'due' };
  if (asked) return { tag: say('assignment.state.assigned'), look: 'info' };
  const names = new Set(open.flatMap(({ person }) => (person ? [person.name] : [])));
  return { tag: [...names].join(' · '), look: 'ok' };
}
