import type { ListedStory } from '@xiangyin/server/contract';
import { countyNow, momentOf } from '../kit/county-time.ts';
import { inWords, say } from '../kit/language.ts';
import { hrefOf } from '../kit/navigate.ts';
import { standing } from './standing.ts';

/** A story in a list: its headline, how it stands, where and when. */
export function StoryRow({ story }: { story: ListedStory }) {
  const { words, look } = story.merged ? { words: say('state.merged'), look: 'info' } : standing(story);
  return (
    <Row
      to={`/stories/${story.id}`}
      title={story.title || say('stories.untitled')}
      tag={words}
      look={look}
      about={[
        ...(story.embargo && Date.parse(story.embargo.until) > countyNow()
          ? [say('embargo.row', { time: momentOf(story.embargo.until) })]
          : []),
        ...outlookOf(story),
        inWords(story.section.name),
        momentOf(story.publishedAt ?? story.updatedAt),
      ].join(' · ')}
    />
  );
}

// When a text signed off goes out.
function outlookOf({ state, publishAt, publishHeld }: ListedStory): string[] {
  if (state !== 'signed_off') return [];
  if (publishHeld) return [say('schedule.row.held')];
  return publishAt === null ? [] : [say('schedule.row', { time: momentOf(publishAt) })];
}

/** A line of a list that opens a page of this entry. */
export function Row({
  to,
  title,
  tag,
  look,
  about,
}: {
  to: string;
  title: string;
  tag: string;
  look: string;
  about: string;
}) {
  return (
    <li>
      <a href={hrefOf(to)}>
        <b>{title}</b>
        <span class="meta">
          <span class={`tag ${look}`}>{tag}</span> {about}
        </span>
      </a>
    </li>
  );
}
