import { useQuery } from '@tanstack/react-query';
import { publicPrefix } from '@xiangyin/document/public-prefix';
import { Select } from 'antd';
import { useState } from 'react';
import type { storyListView } from '@xiangyin/server/contract';
import { read } from '../../kit/api.ts';
import { useMe } from '../../kit/session.ts';
import type { Answer } from '../../kit/shape.ts';
import { useWords } from '../../kit/texts.ts';
import { writingTexts } from './writing-texts.ts';

/** Finds a published story of this county by the words of its headline, to link to it. Its address stays for ever; a withdrawn one is not offered, and the checks beside the text tell of one that went later. */
export function StoryPicker({ onPick }: { onPick: (href: string) => void }) {
  const words = useWords(writingTexts);
  const { languages } = useMe().county;
  const [search, setSearch] = useState('');
  const found = useQuery({
    queryKey: ['list', 'stories', 'to-link', search],
    queryFn: ({ signal }) =>
      read<Answer<typeof storyListView>>(
        '/stories',
        { publicState: 'published', sort: '-publishedAt', limit: 15, ...(search.trim() ? { q: search.trim() } : {}) },
        { signal },
      ),
  });
  const options = (found.data?.items ?? []).flatMap(({ slug, title, language }) =>
    slug === null ? [] : [{ value: `${publicPrefix(languages, language)}/stories/${slug}`, label: title }],
  );
  return (
    <Select
      aria-label={words.linkStory}
      placeholder={words.linkStory}
      value={null}
      options={options}
      loading={found.isFetching}
      showSearch={{ filterOption: false, onSearch: setSearch }}
      onChange={(href: string | null) => href !== null && onPick(href)}
      style={{ width: '100%' }}
    />
  );
}
