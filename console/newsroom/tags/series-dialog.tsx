import { useQuery } from '@tanstack/react-query';
import { App, Button, Form, Modal, Select } from 'antd';
import { useState } from 'react';
import type { SeriesView, storyListView } from '@xiangyin/server/contract';
import { read } from '../../kit/api.ts';
import { showInForm } from '../../kit/form-problems.ts';
import { kitTexts } from '../../kit/kit-texts.ts';
import { Loaded } from '../../kit/loaded.tsx';
import { refresh } from '../../kit/queries.ts';
import { SaveButton } from '../../kit/save-button.tsx';
import type { Answer } from '../../kit/shape.ts';
import { useWords } from '../../kit/texts.ts';
import { useAct } from '../../kit/use-act.ts';
import { givenWords, type TypedWords } from '../../kit/given-words.ts';
import { WordsFields } from '../../kit/words-fields.tsx';
import { newsroomTexts } from '../newsroom-texts.ts';
import { tagTexts } from './tag-texts.ts';
import './tags.css';

/** Begins a series, or changes its name, its stories and their order. */
export function SeriesDialog({ seriesId, onClose }: { seriesId: string | null; onClose: () => void }) {
  const words = useWords(tagTexts);
  const series = useQuery({
    queryKey: ['series', seriesId],
    enabled: seriesId !== null,
    gcTime: 0,
    queryFn: ({ signal }) => read<SeriesView>(`/series/${seriesId}`, {}, { signal }),
  });
  return (
    <Modal
      open
      onCancel={onClose}
      footer={null}
      title={seriesId === null ? words.begin : words.changeSeries}
      width={520}
      destroyOnHidden
    >
      {seriesId === null ? (
        <SeriesForm series={null} onClose={onClose} />
      ) : (
        <Loaded query={series}>{(view) => <SeriesForm series={view} onClose={onClose} />}</Loaded>
      )}
    </Modal>
  );
}

interface Typed {
  name: TypedWords;
  description?: TypedWords;
}
type Story = Pick<SeriesView['items'][number], 'id' | 'title' | 'publicState'>;

function SeriesForm({ series, onClose }: { series: SeriesView | null; onClose: () => void }) {
  const words = useWords(tagTexts);
  const kit = useWords(kitTexts);
  const { message } = App.useApp();
  const [form] = Form.useForm<Typed>();
  const [stories, setStories] = useState<readonly Story[]>(series?.items ?? []);
  const { run, busy } = useAct<{ id: string }>({ onProblem: (problem) => showInForm(form, problem) });
  const save = async (typed: Typed): Promise<void> => {
    const body = { name: givenWords(typed.name), description: givenWords(typed.description) };
    const storyIds = stories.map(({ id }) => id);
    const made = series ?? (await run('POST', '/series', body));
    if (!made) return;
    const isOrdered = series !== null || storyIds.length > 0;
    const version = series?.version ?? 1;
    if (isOrdered && !(await run('PATCH', `/series/${made.id}`, { ...body, storyIds, version }))) return void refresh();
    void message.success(series ? words.saved : words.begun);
    onClose();
    await refresh();
  };
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ name: series?.name, description: series?.description }}
      onFinish={(typed) => void save(typed)}
    >
      <WordsFields label={words.name} needed={words.nameNeeded} maxLength={60} />
      <WordsFields name="description" label={words.about} maxLength={200} />
      <h3>{words.order}</h3>
      <SeriesOrder stories={stories} onChange={setStories} />
      <StoryToAdd stories={stories} onAdd={(story) => setStories([...stories, story])} />
      <SaveButton busy={busy}>{series ? kit.save : words.begin}</SaveButton>
    </Form>
  );
}

function SeriesOrder({
  stories,
  onChange,
}: {
  stories: readonly Story[];
  onChange: (stories: readonly Story[]) => void;
}) {
  const words = useWords(tagTexts);
  const swap = (at: number, by: number): void => {
    const next = [...stories];
    next.splice(at + by, 0, ...next.splice(at, 1));
    onChange(next);
  };
  return (
    <ol className="series-order">
      {stories.map((story, at) => {
        const name = story.title ?? words.hidden;
        return (
          <li key={story.id}>
            <span>
              {at + 1}. {name}
              {story.publicState !== 'published' && <span className="meta"> · {words.unpublished}</span>}
            </span>
            <Button
              size="small"
              type="text"
              aria-label={words.up(name)}
              disabled={at === 0}
              onClick={() => swap(at, -1)}
            >
              ↑
            </Button>
            <Button
              size="small"
              type="text"
              aria-label={words.down(name)}
              disabled={at === stories.length - 1}
              onClick={() => swap(at, 1)}
            >
              ↓
            </Button>
            <Button
              size="small"
              type="text"
              aria-label={words.leave(name)}
              onClick={() => onChange(stories.filter(({ id }) => id !== story.id))}
            >
              ×
            </Button>
          </li>
        );
      })}
    </ol>
  );
}

function StoryToAdd({ stories, onAdd }: { stories: readonly Story[]; onAdd: (story: Story) => void }) {
  const words = useWords(tagTexts);
  const { untitled } = useWords(newsroomTexts);
  const [q, setQ] = useState('');
  const found = useQuery({
    queryKey: ['stories', 'for-series', q],
    queryFn: ({ signal }) =>
      read<Answer<typeof storyListView>>('/stories', { limit: 20, ...(q === '' ? {} : { q }) }, { signal }),
  });
  // A translation stands there as its original.
  const items = (found.data?.items ?? []).filter(
    ({ id, translationOf }) => translationOf === null && !stories.some((one) => one.id === id),
  );
  return (
    <Form.Item>
      <Select
        aria-label={words.addStory}
        placeholder={words.addStory}
        value={null}
        loading={found.isFetching}
        showSearch={{ filterOption: false, onSearch: (typed) => setQ(typed.trim()) }}
        options={items.map(({ id, title }) => ({ value: id, label: title || untitled }))}
        onChange={(id: string | null) => {
          const story = items.find((one) => one.id === id);
          if (story) onAdd({ id: story.id, title: story.title || untitled, publicState: story.publicState });
        }}
      />
    </Form.Item>
  );
}
