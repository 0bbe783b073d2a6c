import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import type { pictureListView, PictureView } from '@xiangyin/server/contract';
import { read } from '../kit/api.ts';
import { SearchIcon } from '../kit/icons.tsx';
import { kitTexts } from '../kit/kit-texts.ts';
import { Failure } from '../kit/loaded.tsx';
import { Bones, Quiet } from '../kit/page.tsx';
import type { Answer } from '../kit/shape.ts';
import { useWords } from '../kit/texts.ts';
import { mediaTexts } from './media-texts.ts';
import { PictureCard } from './picture-card.tsx';
import '../kit/list/list.css';
import './picture-grid.css';

/** The stored pictures to choose one from, latest first. */
export function PictureGrid({ onPick }: { onPick: (picture: PictureView) => void }) {
  const { pictures } = useWords(mediaTexts);
  const kit = useWords(kitTexts);
  const [q, setQ] = useState('');
  const pages = useInfiniteQuery({
    queryKey: ['pictures', q],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      read<Answer<typeof pictureListView>>('/pictures', { q, after: pageParam, limit: 40 }, { signal }),
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: (before) => before,
  });
  const items = pages.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="stack">
      <Input
        aria-label={pictures.search}
        placeholder={pictures.search}
        prefix={<SearchIcon size={16} />}
        allowClear
        style={{ maxWidth: 360 }}
        onPressEnter={(event) => setQ(event.currentTarget.value.trim())}
        onChange={(event) => event.target.value === '' && setQ('')}
      />
      {pages.error ? (
        <Failure error={pages.error} again={() => void pages.refetch()} />
      ) : pages.isPending ? (
        <Bones label={kit.loading} />
      ) : items.length === 0 ? (
        <Quiet title={pictures.empty} />
      ) : (
        <ul className="list-cards picture-grid">
          {items.map((picture) => (
            <li key={picture.hash}>
              <PictureCard picture={picture} />
              <Button size="small" onClick={() => onPick(picture)}>
                {pictures.pick}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {pages.hasNextPage && (
        <Button
          style={{ alignSelf: 'center' }}
          loading={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          {kit.more}
        </Button>
      )}
    </div>
  );
}
