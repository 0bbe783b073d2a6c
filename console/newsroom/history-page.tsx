import { useQuery } from '@tanstack/react-query';
import { App, Button, Select } from 'antd';
import type { DifferenceBlock } from '@xiangyin/document';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import type {
  differenceView,
  editionListView,
  FindingDismissalList,
  historyView,
  revisionListView,
  StoryView,
} from '@xiangyin/server/contract';
import { read } from '../kit/api.ts';
import { inWords, useLanguage } from '../kit/language.ts';
import { Loaded } from '../kit/loaded.tsx';
import { Page, Part } from '../kit/page.tsx';
import type { Answer } from '../kit/shape.ts';
import { Tag } from '../kit/tag.tsx';
import { useWords } from '../kit/texts.ts';
import { useTimes } from '../kit/time.ts';
import { useAct } from '../kit/use-act.ts';
import { FindingWords } from './checks/finding-words.tsx';
import { newsroomTexts } from './newsroom-texts.ts';
import { storyTexts } from './story/story-texts.ts';
import { writingTexts } from './editor/writing-texts.ts';
import { historyTexts } from './history-texts.ts';
import { DifferenceView } from './text/story-text.tsx';
import { standsStill } from './story-states.tsx';
import { storyChanged, useStory } from './use-story.ts';

/** Every saved version with what changed between any two, every edition, every change of state, every finding of the checks that somebody left as it is. */
export function HistoryPage() {
  const { id = '' } = useParams();
  const query = useStory(id);
  return <Loaded query={query}>{(story) => <History story={story} />}</Loaded>;
}

const useMore = <T,>(story: StoryView, path: string) =>
  useQuery({
    queryKey: ['story', story.id, 'more', path, story.version, story.state],
    queryFn: ({ signal }) => read<T>(`/stories/${story.id}/${path}`, {}, { signal }),
  });

function History({ story }: { story: StoryView }) {
  const words = useWords(newsroomTexts);
  const storyWords = useWords(storyTexts);
  const history = useWords(historyTexts);
  const language = useLanguage();
  const times = useTimes();
  const editions = useMore<Answer<typeof editionListView>>(story, 'editions');
  const moves = useMore<Answer<typeof historyView>>(story, 'history');
  const findings = useMore<FindingDismissalList>(story, 'finding-dismissals');
  const reasonWords: Readonly<Record<string, string>> = history.reasons;
  const stateName = (state: string | null): string =>
    state !== null && state in words.states ? words.states[state as StoryView['state']] : (state ?? '');
  return (
    <Page title={history.title} crumb={{ to: `/stories/${story.id}`, text: story.title || words.untitled }}>
      <div className="split">
        <Compare story={story} />
        <div className="stack wide">
          <Loaded query={editions} rows={2}>
            {({ items }) =>
              items.length > 0 && (
                <Part title={history.editions}>
                  <ol className="timeline">
                    {items.map((edition) => (
                      <li key={edition.id}>
                        <strong>{storyWords.edition(edition.number)}</strong>{' '}
                        <Tag tone={edition.kind === 'correction' ? 'due' : 'ok'}>{history.kinds[edition.kind]}</Tag>
                        <div className="meta">
                          {times.at(edition.publishedAt)} · {inWords(edition.chain, language)}{' '}
                          <span className="num" title={edition.textHash}>
                            {edition.textHash.slice(0, 8)}
                          </span>
                        </div>
                        {edition.correctionNote && <p>{edition.correctionNote}</p>}
                        {edition.updateNote && <p>{edition.updateNote}</p>}
                      </li>
                    ))}
                  </ol>
                </Part>
              )
            }
          </Loaded>
          <Part title={history.moves}>
            <Loaded query={moves} rows={3}>
              {({ items }) => (
                <ol className="timeline">
                  {items.map((move, at) => (
                    <li key={at}>
                      <strong>{stateName(move.to)}</strong> {move.actor.name ?? ''}
                      <div className="meta">{times.at(move.at)}</div>
                      {move.reason && <p>{reasonWords[move.reason] ?? move.reason}</p>}
                    </li>
                  ))}
                </ol>
              )}
            </Loaded>
          </Part>
          {findings.data && <FindingWords entries={findings.data.entries} />}
        </div>
      </div>
    </Page>
  );
}

function Compare({ story }: { story: StoryView }) {
  const words = useWords(historyTexts);
  const revisions = useMore<Answer<typeof revisionListView>>(story, 'revisions');
  return (
    <Part title={words.compare}>
      <Loaded query={revisions}>
        {({ items }) =>
          items.length < 2 ? <p className="meta">{words.only}</p> : <CompareTwo story={story} items={items} />
        }
      </Loaded>
    </Part>
  );
}

function CompareTwo({ story, items }: { story: StoryView; items: Answer<typeof revisionListView>['items'] }) {
  const words = useWords(historyTexts);
  const times = useTimes();
  const [address, setAddress] = useSearchParams();
  const to = address.get('to') ?? items[0]?.id ?? '';
  const from =
    address.get('from') ?? items[items.findIndex((one) => one.id === to) + 1]?.id ?? items[items.length - 1]?.id ?? '';
  const found = useQuery({
    queryKey: ['story', story.id, 'difference', from, to],
    staleTime: Infinity,
    queryFn: ({ signal }) =>
      read<Answer<typeof differenceView>>(`/stories/${story.id}/differences`, { from, to }, { signal }),
  });
  const options = items.map((one) => ({
    value: one.id,
    label: `${words.version(one.version)} · ${one.writers.map((writer) => writer.name).join('、')} · ${times.at(one.writtenAt)}`,
  }));
  const choose = (param: 'from' | 'to') => (value: string) =>
    setAddress({ from, to, [param]: value }, { replace: true });
  return (
    <div className="stack">
      <div className="row">
        <label className="row">
          {words.from}{' '}
          <Select
            popupMatchSelectWidth={false}
            style={{ maxWidth: 300 }}
            value={from}
            options={options}
            onChange={choose('from')}
          />
        </label>
        <label className="row">
          {words.to}{' '}
          <Select
            popupMatchSelectWidth={false}
            style={{ maxWidth: 300 }}
            value={to}
            options={options}
            onChange={choose('to')}
          />
        </label>
      </div>
      {story.abilities.includes('story.edit') && from !== story.revisionId && (
        <GoBack story={story} revisionId={from} version={items.find((one) => one.id === from)?.version ?? 0} />
      )}
      <Loaded query={found}>
        {(difference) => (
          <>
            <p>
              <Tag tone={difference.changeCount > 0 ? 'info' : 'plain'}>
                {difference.changeCount > 0 ? words.changes(difference.changeCount) : words.same}
              </Tag>
            </p>
            <DifferenceView found={{ blocks: difference.blocks as DifferenceBlock[] }} language={story.language} />
          </>
        )}
      </Loaded>
    </div>
  );
}

// Nothing is lost by it: what was written since stays in this history.
function GoBack({ story, revisionId, version }: { story: StoryView; revisionId: string; version: number }) {
  const writing = useWords(writingTexts);
  const history = useWords(historyTexts);
  const navigate = useNavigate();
  const { modal } = App.useApp();
  const { run, busy } = useAct<StoryView>();
  const goBack = async (): Promise<void> => {
    const after = await run('POST', `/stories/${story.id}/reversions`, { revisionId });
    if (!after) return;
    await storyChanged(after);
    void navigate(`/stories/${story.id}/edit`);
  };
  return (
    <Button
      style={{ alignSelf: 'start' }}
      loading={busy}
      onClick={() =>
        void modal.confirm({
          title: history.goBack(version),
          content: standsStill(story) ? writing.voids : history.goBackHint,
          okText: history.goBackGo,
          onOk: goBack,
        })
      }
    >
      {history.goBack(version)}
    </Button>
  );
}
