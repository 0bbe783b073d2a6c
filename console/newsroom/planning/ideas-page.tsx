import { Link } from 'react-router';
import type { IdeaLine } from '@xiangyin/server/contract';
import type { ListSpec } from '../../kit/list/list-spec.ts';
import { RecordList } from '../../kit/list/record-list.tsx';
import { Page, Quiet } from '../../kit/page.tsx';
import { useMe } from '../../kit/session.ts';
import { Tag } from '../../kit/tag.tsx';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { useSections } from '../use-sections.ts';
import { PlanViews, QuickIdea } from './plan-head.tsx';
import { useWhen, useWho } from './plan-words.ts';
import { planningTexts } from './planning-texts.ts';
import { useManyIdeas } from './use-many-ideas.ts';
import './planning.css';

/** Every idea, ended ones too: searched, filtered, exported. */
export function IdeasPage() {
  const words = useWords(planningTexts);
  const times = useTimes();
  const me = useMe();
  const sections = useSections();
  const many = useManyIdeas();
  const [when, who] = [useWhen(), useWho()];
  const places = (idea: IdeaLine): string => idea.places.map(({ name }) => name).join(' · ');
  const spec: ListSpec<IdeaLine> = {
    name: 'ideas',
    path: '/ideas',
    cursorParam: 'after',
    pageSize: 30,
    placeParam: 'place',
    searchParam: 'q',
    searchHint: words.filters.search,
    rowKey: (idea) => idea.id,
    href: (idea) => `/ideas/${idea.id}`,
    tabs: {
      param: 'state',
      options: [
        { value: '', label: words.tabs.all },
        ...(['open', 'done', 'dropped'] as const).map((value) => ({ value, label: words.tabs[value] })),
      ],
    },
    filters: [
      { param: 'section', label: words.filters.section, options: sections },
      {
        param: 'kind',
        label: words.filters.kind,
        options: (['text', 'picture', 'audio', 'video'] as const).map((value) => ({
          value,
          label: words.kinds[value],
        })),
      },
      { param: 'person', label: words.filters.person, options: [{ value: me.personId, label: words.filters.mine }] },
    ],
    sorts: [
      { value: '-updatedAt', label: words.sorts.updated },
      { value: 'fromOn', label: words.sorts.day },
      { value: '-createdAt', label: words.sorts.created },
      { value: 'title', label: words.sorts.title },
    ],
    columns: [
      {
        key: 'title',
        title: words.columnsList.title,
        text: (idea) => idea.title,
        cell: (idea) => (
          <>
            <Link className="one-line" to={`/ideas/${idea.id}`} title={idea.title}>
              {idea.title}
            </Link>
            <div className="second one-line">
              {[places(idea), idea.section?.name ?? ''].filter(Boolean).join(' · ')}
            </div>
          </>
        ),
      },
      { key: 'places', title: words.columnsList.places, text: places, exported: true },
      { key: 'section', title: words.columnsList.section, text: (idea) => idea.section?.name ?? '', exported: true },
      {
        key: 'state',
        title: words.columnsList.state,
        narrow: true,
        text: (idea) => words.ideaStates[idea.state],
        cell: (idea) => (
          <Tag tone={idea.state === 'done' ? 'ok' : idea.state === 'open' ? 'info' : 'plain'}>
            {words.ideaStates[idea.state]}
          </Tag>
        ),
      },
      { key: 'when', title: words.columnsList.when, narrow: true, text: (idea) => when(idea) },
      { key: 'who', title: words.columnsList.who, text: (idea) => who(idea) },
      {
        key: 'updated',
        title: words.columnsList.updated,
        narrow: true,
        text: (idea) => idea.updatedAt,
        cell: (idea) => <span className="meta">{times.at(idea.updatedAt)}</span>,
      },
    ],
    many,
    empty: <Quiet title={words.empty} hint={words.emptyHint} />,
  };
  return (
    <Page title={words.plan} actions={<PlanViews at="list" />}>
      <QuickIdea />
      <RecordList spec={spec} />
    </Page>
  );
}
