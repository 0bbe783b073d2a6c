import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { StoryTagsView, TagView } from '@xiangyin/server/contract';
import { read } from '../../kit/api.ts';
import { inWords, useLanguage } from '../../kit/language.ts';
import { Part } from '../../kit/page.tsx';
import { queries } from '../../kit/queries.ts';
import { useMaySomewhere, useMe } from '../../kit/session.ts';
import { useWords } from '../../kit/texts.ts';
import { useAct } from '../../kit/use-act.ts';
import { tagTexts } from './tag-texts.ts';
import { useTags } from './use-tags.ts';
import './tags.css';

/** What a story is about: its tags, those its text suggests, and its series. */
export function StoryTags({ storyId }: { storyId: string }) {
  const words = useWords(tagTexts);
  const language = useLanguage();
  const key = ['story', storyId, 'tags'];
  const tags = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => read<StoryTagsView>(`/stories/${storyId}/tags`, {}, { signal }),
  });
  const { run, busy } = useAct<StoryTagsView>();
  const change = async (body: { add?: string[]; remove?: string[] }): Promise<void> => {
    const changed = await run('PATCH', `/stories/${storyId}/tags`, body);
    if (changed) queries.setQueryData(key, changed);
    await queries.invalidateQueries({ queryKey: ['tags'] });
  };
  const view = tags.data;
  if (!view || (!view.mayTag && view.tags.length === 0 && !view.series)) return null;
  return (
    <Part title={words.ofStory}>
      <div className="stack tight">
        {view.series && (
          <p>
            {words.inSeries}: <Link to="/series">{inWords(view.series.name, language)}</Link>
          </p>
        )}
        {view.mayTag ? (
          <TagField view={view} busy={busy} onChange={(body) => void change(body)} />
        ) : (
          <p>{view.tags.map(({ name }) => inWords(name, language)).join(' · ')}</p>
        )}
        {view.mayTag && view.suggested.length > 0 && (
          <p className="tag-suggestions">
            <span className="meta">{words.suggested}</span>
            {view.suggested.map(({ id, name }) => (
              <Button key={id} size="small" disabled={busy} onClick={() => void change({ add: [id] })}>
                + {inWords(name, language)}
              </Button>
            ))}
          </p>
        )}
        {view.mayTag && <p className="meta">{words.notSigned}</p>}
      </div>
    </Part>
  );
}

const fresh = 'new:';

function TagField({
  view,
  busy,
  onChange,
}: {
  view: StoryTagsView;
  busy: boolean;
  onChange: (body: { add?: string[]; remove?: string[] }) => void;
}) {
  const words = useWords(tagTexts);
  const language = useLanguage();
  const mayAdd = useMaySomewhere('tag.add');
  const own = useMe().county.languages[0] ?? 'zh-CN';
  const { options } = useTags();
  const [typed, setTyped] = useState('');
  const { run, busy: adding } = useAct<TagView>();
  const wanted = typed.trim();
  const isNew = mayAdd && wanted !== '' && !options.some(({ label }) => label.toLowerCase() === wanted.toLowerCase());
  const known = new Map([
    ...view.tags.map(({ id, name }): [string, string] => [id, inWords(name, language)]),
    ...options.map(({ value, label }): [string, string] => [value, label]),
  ]);
  const choose = async (value: string): Promise<void> => {
    setTyped('');
    if (!value.startsWith(fresh)) return onChange({ add: [value] });
    const added = await run('POST', '/tags', { name: { [own]: value.slice(fresh.length) } });
    if (added) onChange({ add: [added.id] });
  };
  return (
    <Select
      mode="multiple"
      aria-label={words.pick}
      placeholder={words.none}
      loading={busy || adding}
      value={view.tags.map(({ id }) => id)}
      showSearch={{ optionFilterProp: 'label', searchValue: typed, onSearch: setTyped }}
      options={[
        ...[...known].map(([value, label]) => ({ value, label })),
        ...(isNew ? [{ value: `${fresh}${wanted}`, label: words.addNew(wanted) }] : []),
      ]}
      onSelect={(value: string) => void choose(value)}
      onDeselect={(value: string) => onChange({ remove: [value] })}
      style={{ width: '100%' }}
    />
  );
}
