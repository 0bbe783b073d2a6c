import type { ListedStory } from '@xiangyin/server/contract';
import { useState } from 'preact/hooks';
import { say } from '../kit/language.ts';
import { LongRows } from '../kit/long-rows.tsx';
import { go, hrefOf } from '../kit/navigate.ts';
import { FullWay, TopBar } from '../kit/parts.tsx';
import { SearchField } from '../kit/search-field.tsx';
import { useMore } from '../kit/use-more.ts';
import { houseGroupAt, houseGroups, housePath, type HouseGroup } from './house-groups.ts';
import type { StoryListView } from './lists.ts';
import { StoryRow } from './story-row.tsx';

/** 在编辑部里的: what is under review, signed and waiting for its time, kept for later, or was sent back, each list with a search of its own. `name`: which list. */
export default function HousePage({ name }: { name: string }) {
  const group = houseGroupAt(name);
  const [words, setWords] = useState('');
  return (
    <>
      <TopBar title={say('house.title')} />
      <main>
        <nav class="two which" aria-label={say('house.which')}>
          {houseGroups.map((one) => (
            <a
              key={one}
              href={hrefOf(`/house/${one}`)}
              class={one === group ? 'btn chosen' : 'btn'}
              aria-current={one === group ? 'page' : undefined}
              onClick={(event) => {
                // One page with four lists: the way back leads out of it.
                event.preventDefault();
                go(`/house/${one}`, { replace: true });
              }}
            >
              {say(`house.${one}`)}
            </a>
          ))}
        </nav>
        <SearchField label={say('published.search')} change={setWords} />
        <Rows key={words} group={group} words={words} />
        <FullWay />
      </main>
    </>
  );
}

function Rows({ group, words }: { group: HouseGroup; words: string }) {
  const isAll = words.trim() === '';
  // What was searched for is not kept on the phone.
  const list = useMore<ListedStory, StoryListView>(housePath(group, words), { keep: isAll });
  return (
    <LongRows list={list} more={say('list.further')} empty={say(isAll ? `house.none.${group}` : 'published.none')}>
      {(story) => <StoryRow key={story.id} story={story} />}
    </LongRows>
  );
}
