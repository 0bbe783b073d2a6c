import type { ListedStory } from '@xiangyin/server/contract';
import { useEffect, useState } from 'preact/hooks';
import { session } from '../access/session.ts';
import { useCell } from '../kit/cell.ts';
import { fromPhoneClock, momentOf } from '../kit/county-time.ts';
import { say } from '../kit/language.ts';
import { hrefOf } from '../kit/navigate.ts';
import { LongRows } from '../kit/long-rows.tsx';
import { Part } from '../kit/parts.tsx';
import { useAnswer } from '../kit/use-answer.ts';
import { useMore } from '../kit/use-more.ts';
import { outbox, sending } from '../outbox/outbox.ts';
import { draftsOf, isEmpty, type Draft } from './draft.ts';
import type { StoryListView } from './lists.ts';
import { NoteIdea } from './note-idea.tsx';
import { Row, StoryRow } from './story-row.tsx';

/** What I write: on this phone, on its way, and at the desk. */
export function StoriesPage() {
  const personId = session.me.get()?.personId ?? '';
  const { drafts, isUnread } = useDrafts(personId);
  const now = useCell(sending);
  const onTheWay = useCell(outbox).filter((entry) => entry.personId === personId && entry.act.kind === 'submit-story');
  const stories = useMore<ListedStory, StoryListView>('/stories?mine=true&limit=30');
  return (
    <main>
      <header class="head">
        <h1>{say('stories.title')}</h1>
      </header>
      <a class="btn primary wide" href={hrefOf('/drafts/new')}>
        {say('stories.new')}
      </a>
      <div class="ways">
        {mayFindPublished() && (
          <a class="btn" href={hrefOf('/published')}>
            {say('published.find')}
          </a>
        )}
        <DeskWays />
      </div>
      <NoteIdea />
      {isUnread && (
        <p class="note due" role="alert">
          {say('write.unread')}
        </p>
      )}
      {(drafts.length > 0 || onTheWay.length > 0) && (
        <Part title={say('stories.here')}>
          <ul class="rows">
            {onTheWay.map((entry) => (
              <Row
                key={entry.id}
                to="/outbox"
                title={entry.title}
                tag={say(
                  entry.state === 'refused' ? 'entry.refused' : entry.id === now ? 'entry.sending' : 'entry.waiting',
                )}
                look={entry.state === 'refused' ? 'hot' : 'due'}
                about=""
              />
            ))}
            {drafts.map((draft) => (
              <Row
                key={draft.id}
                to={`/drafts/${draft.id}`}
                title={draft.title || say('stories.untitled')}
                tag={say('stories.draft')}
                look=""
                about={momentOf(fromPhoneClock(draft.savedAt))}
              />
            ))}
          </ul>
        </Part>
      )}
      <Part title={say('stories.desk')}>
        <LongRows list={stories} empty={say('stories.empty')}>
          {(story) => <StoryRow key={story.id} story={story} />}
        </LongRows>
      </Part>
    </main>
  );
}

/** The desk's own pages: what correspondents handed in, with how many wait, what is in the house, the ideas, the watch, and the front page. */
function DeskWays() {
  const abilities = session.me.get()?.abilities ?? [];
  const decides = abilities.includes('submission.decide');
  const counts = useAnswer<{ waiting: number }>(decides ? '/submissions/counts' : null);
  const waiting = counts.value?.waiting ?? 0;
  return (
    <>
      {decides && (
        <a class="btn" href={hrefOf('/submissions')}>
          {waiting > 0 ? say('submission.some', { n: waiting }) : say('submission.title')}
        </a>
      )}
      {abilities.includes('story.figures') && (
        <a class="btn" href={hrefOf('/house')}>
          {say('house.title')}
        </a>
      )}
      {abilities.includes('idea.list') && (
        <a class="btn" href={hrefOf('/ideas')}>
          {say('ideas.title')}
        </a>
      )}
      {abilities.includes('story.figures') && abilities.includes('duty.see') && (
        <a class="btn" href={hrefOf('/watch')}>
          {say('watch.title')}
        </a>
      )}
      {abilities.includes('front.arrange') && (
        <a class="btn" href={hrefOf('/front')}>
          {say('front.title')}
        </a>
      )}
    </>
  );
}

/** Whether this person corrects or takes down what is published. */
export const mayFindPublished = (): boolean =>
  (session.me.get()?.abilities ?? []).some((one) => one === 'story.correct' || one === 'story.withdraw');

function useDrafts(personId: string): { drafts: Draft[]; isUnread: boolean } {
  const [drafts, setDrafts] = useState<Draft[]>([]);
  const [isUnread, setUnread] = useState(false);
  const entries = useCell(outbox);
  useEffect(
    () =>
      void draftsOf(personId)
        .then((found) => setDrafts(found.filter((draft) => !isEmpty(draft))))
        .then(
          () => setUnread(false),
          () => setUnread(true),
        ),
    [personId, entries],
  );
  return { drafts, isUnread };
}
