import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import type { materialListView, MaterialView } from '@xiangyin/server/contract';
import { read } from '../../kit/api.ts';
import { SearchIcon } from '../../kit/icons.tsx';
import { kitTexts } from '../../kit/kit-texts.ts';
import { Failure } from '../../kit/loaded.tsx';
import { Bones, Quiet } from '../../kit/page.tsx';
import type { Answer } from '../../kit/shape.ts';
import { useWords } from '../../kit/texts.ts';
import { lengthOf } from '../../media/material/length.ts';
import { materialTexts } from '../../media/material/material-texts.ts';
import { SaidTags } from '../../media/said-tags.tsx';
import { sizeOf } from '../../media/upload/size.ts';
import '../../media/material/material.css';

/** The sound, videos and documents of the library to choose one from. */
export function MaterialChoice({ onPick }: { onPick: (material: MaterialView) => void }) {
  const words = useWords(materialTexts);
  const kit = useWords(kitTexts);
  const [q, setQ] = useState('');
  const list = useQuery({
    queryKey: ['materials', 'choice', q],
    queryFn: ({ signal }) => read<Answer<typeof materialListView>>('/materials', { q, limit: 40 }, { signal }),
    placeholderData: (before) => before,
  });
  const items = list.data?.items ?? [];
  return (
    <div className="stack">
      <p className="meta">{words.toolHint}</p>
      <Input
        aria-label={words.search}
        placeholder={words.search}
        prefix={<SearchIcon size={16} />}
        allowClear
        onPressEnter={(event) => setQ(event.currentTarget.value.trim())}
        onChange={(event) => event.target.value === '' && setQ('')}
      />
      {list.error ? (
        <Failure error={list.error} again={() => void list.refetch()} />
      ) : list.isPending ? (
        <Bones label={kit.loading} />
      ) : items.length === 0 ? (
        <Quiet title={words.empty} />
      ) : (
        <ul className="material-choice">
          {items.map((material) => (
            <li key={material.id}>
              <span>
                <strong>{material.title || material.name}</strong>
                <span className="meta">
                  {[
                    words.kinds[material.kind],
                    material.durationMilliseconds === null
                      ? sizeOf(material.bytes)
                      : lengthOf(material.durationMilliseconds),
                    ...(material.state === 'ready' ? [] : [words.states[material.state]]),
                  ].join(' · ')}
                </span>
                <SaidTags said={material} />
              </span>
              <Button size="small" disabled={material.state !== 'ready'} onClick={() => onPick(material)}>
                {words.pick}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
