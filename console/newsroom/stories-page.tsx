import { useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { Link, useSearchParams } from 'react-router';
import type { ListedStory, storyCounts } from '@xiangyin/server/contract';
import { read } from '../kit/api.ts';
import { Due } from '../kit/due.tsx';
import { usePlaceHere } from '../kit/here.ts';
import { kitTexts } from '../kit/kit-texts.ts';
import { inWords, listed, useLanguage } from '../kit/language.ts';
import type { ListSpec } from '../kit/list/list-spec.ts';
import { RecordList } from '../kit/list/record-list.tsx';
import { Marked } from '../kit/marked.tsx';
import { Page, Quiet } from '../kit/page.tsx';
import { useMaySomewhere, useMe } from '../kit/session.ts';
import type { Answer } from '../kit/shape.ts';
import { useWords } from '../kit/texts.ts';
import { useTimes } from '../kit/time.ts';
import { LinkButton } from '../kit/link-button.tsx';
import { newsroomTexts } from './newsroom-texts.ts';
import { storyTexts } from './story/story-texts.ts';
import { storiesTexts } from './stories/stories-texts.ts';
import { EmbargoTag } from './story/embargo-tag.tsx';
import { scheduleTexts } from './story/schedule-texts.ts';
import { reviewStates, StoryState } from './story-states.tsx';
import { StoriesFigures } from './stories/stories-figures.tsx';
import { useManyStories } from './stories/use-many-stories.ts';
import { editorTexts } from './story/editor-texts.ts';
import { tagTexts } from './tags/tag-texts.ts';
import { useTags } from './tags/use-tags.ts';
import { useSections } from './use-sections.ts';

// A tab for each step would be a wall of tabs: those of the county's chains stand here while something waits at them.
const tabStates = ['draft', 'returned', ...reviewStates, 'signed_off', 'held', 'rejected'] as const;
const alwaysThere: readonly string[] = ['draft', 'returned', 'first_review', 'second_review', 'final_review'];
type Counts = Readonly<Record<string, number>>;

/** Until when it is to be reviewed: before publication, or afterwards. */
const dueOf = ({ state, dueAt, afterReviewDueAt }: ListedStory): string | null =>
  reviewStates.includes(state) ? dueAt : afterReviewDueAt;

/** The desk's stories. */
export function StoriesPage() {
  const words = useWords(newsroomTexts);
  const listWords = useWords(storiesTexts);
  const times = useTimes();
  const here = usePlaceHere();
  const sections = useSections();
  const many = useManyStories();
  const me = useMe();
  const editorWords = useWords(editorTexts);
  const { embargo } = useWords(scheduleTexts);
  const tagWords = useWords(tagTexts);
  const { options: tags } = useTags();
  const mayWrite = useMaySomewhere('story.write');
  const { abilities } = useMe();
  const mayAct = ['story.edit', 'story.archive', 'story.hold-over'].some((one) => abilities.includes(one));
  const maySeeFigures = useMaySomewhere('story.figures');
  const kit = useWords(kitTexts);
  const [address, setAddress] = useSearchParams();
  const figures = maySeeFigures && address.get('view') === 'figures';
  const counts = useQuery({
    queryKey: ['list', 'stories', 'counts', here],
    queryFn: ({ signal }) => read<Answer<typeof storyCounts>>('/stories/counts', { place: here }, { signal }),
  });
  const counted: Counts | undefined = counts.data;
  const spec: ListSpec<ListedStory> = {
    name: 'stories',
    path: '/stories',
    cursorParam: 'after',
    pageSize: 30,
    placeParam: 'place',
    searchParam: 'q',
    searchHint: listWords.search,
    rowKey: (story) => story.id,
    href: (story) => `/stories/${story.id}`,
    editHref: (story) => (story.offers.includes('edit') ? `/stories/${story.id}/edit` : null),
    tabs: {
      param: 'state',
      options: [
        { value: '', label: listWords.tabs.all },
        ...tabStates
          .filter(
            (state) => alwaysThere.includes(state) || (counted?.[state] ?? 0) > 0 || address.get('state') === state,
          )
          .map((state) => ({ value: state, label: words.states[state] })),
      ],
      countOf: (value) => (value === '' ? undefined : counted?.[value]),
    },
    filters: [
      { param: 'section', label: listWords.filters.section, options: sections },
      {
        param: 'kind',
        isSeldom: true,
        label: listWords.filters.kind,
        options: (['story', 'notice'] as const).map((kind) => ({ value: kind, label: words.kinds[kind] })),
      },
      {
        param: 'publicState',
        label: listWords.filters.publicState,
        options: (['unpublished', 'published', 'withdrawn'] as const).map((state) => ({
          value: state,
          label: words.publicStates[state],
        })),
      },
      ...(tags.length > 0 || address.has('tag')
        ? [{ param: 'tag', isSeldom: true as const, label: tagWords.tags, options: tags }]
        : []),
      { param: 'mine', label: listWords.filters.mine, options: [{ value: 'true', label: listWords.filters.mineOnly }] },
      {
        param: 'editor',
        label: editorWords.editor,
        options: [{ value: me.personId, label: editorWords.mine }],
      },
      {
        param: 'archived',
        isSeldom: true,
        label: listWords.filters.archived,
        options: [{ value: 'true', label: listWords.filters.archivedOnly }],
      },
      {
        param: 'language',
        isSeldom: true,
        label: listWords.filters.language,
        options: (['zh-CN', 'en'] as const).map((value) => ({ value, label: words.languages[value] })),
      },
    ],
    sorts: [
      { value: '-updatedAt', label: listWords.sorts.updated },
      { value: 'dueAt', label: listWords.sorts.due },
      { value: '-publishedAt', label: listWords.sorts.published },
      { value: '-createdAt', label: listWords.sorts.created },
      { value: 'title', label: listWords.sorts.title },
    ],
    columns: [
      {
        key: 'title',
        title: listWords.columns.title,
        text: (story) => story.title || words.untitled,
        cell: (story) => <TitleCell story={story} />,
      },
      {
        key: 'state',
        title: listWords.columns.state,
        narrow: true,
        text: (story) => `${words.states[story.state]} ${words.publicStates[story.publicState]}`,
        cell: (story) => (
          <span className="row" style={{ gap: 6 }}>
            <StoryState story={story} />
            <EmbargoTag until={story.embargo?.until ?? null} />
          </span>
        ),
      },
      {
        key: 'embargo',
        title: embargo.at,
        exported: true,
        text: (story) => story.embargo?.until ?? '',
      },
      {
        key: 'due',
        title: listWords.columns.due,
        narrow: true,
        text: (story) => dueOf(story) ?? '',
        cell: (story) => <Due at={dueOf(story)} />,
      },
      { key: 'author', title: listWords.columns.author, narrow: true, text: (story) => story.author.name },
      { key: 'editor', title: editorWords.editor, narrow: true, text: (story) => story.editor?.name ?? '' },
      {
        key: 'updated',
        title: listWords.columns.updated,
        narrow: true,
        text: (story) => story.updatedAt,
        cell: (story) => <span className="meta">{times.at(story.updatedAt)}</span>,
      },
    ],
    action: (story) =>
      story.offers.includes('review') ? (
        <LinkButton to={`/stories/${story.id}/review`} size="small">
          {words.review}
        </LinkButton>
      ) : story.offers.includes('edit') ? (
        <LinkButton to={`/stories/${story.id}/edit`} size="small" type="text">
          {words.edit}
        </LinkButton>
      ) : null,
    ...(mayAct ? { many } : {}),
    empty: (
      <Quiet title={listWords.empty} hint={listWords.emptyHint}>
        {mayWrite && (
          <LinkButton to="/stories/new" type="primary">
            {words.write}
          </LinkButton>
        )}
      </Quiet>
    ),
  };
  return (
    <Page
      title={words.stories}
      actions={
        <>
          {maySeeFigures && (
            <Segmented
              aria-label={kit.shownAs}
              value={figures ? 'figures' : 'list'}
              onChange={(view) => setAddress(view === 'figures' ? { view } : {})}
              options={[
                { value: 'list', label: kit.asList },
                { value: 'figures', label: kit.figures },
              ]}
            />
          )}
          {mayWrite && (
            <LinkButton to="/stories/new" type="primary">
              {words.write}
            </LinkButton>
          )}
        </>
      }
    >
      {figures ? <StoriesFigures /> : <RecordList spec={spec} />}
    </Page>
  );
}

// The row stays low: a headline of two lines and two places at most, the others as a number.
function TitleCell({ story }: { story: ListedStory }) {
  const words = useWords(newsroomTexts);
  const storyWords = useWords(storyTexts);
  const language = useLanguage();
  const times = useTimes();
  const me = useMe();
  const places = listed(story.places.slice(0, 2).map((place) => inWords(place.name, language)));
  const more = [
    inWords(story.section.name, language),
    story.places.length > 2 ? words.morePlaces(places, story.places.length) : places,
    story.correctionNote ? storyWords.correctionInWork(story.correctionNote) : '',
    story.holder
      ? story.holder.id === me.personId
        ? words.heldByMe
        : words.held(story.holder.name, times.at(story.holder.since))
      : '',
  ].filter(Boolean);
  return (
    <>
      <Link className="two-lines" to={`/stories/${story.id}`} lang={story.language} title={story.title}>
        <Marked text={story.title || words.untitled} words={story.hit?.words ?? []} />
      </Link>
      <div className="second one-line">{more.join(' · ')}</div>
      {story.hit?.excerpt && (
        <div className="second two-lines" lang={story.language}>
          <Marked text={story.hit.excerpt} words={story.hit.words} />
        </div>
      )}
    </>
  );
}
