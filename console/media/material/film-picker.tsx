import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import type { materialListView } from '@xiangyin/server/contract';
import { read } from '../../kit/api.ts';
import type { Answer } from '../../kit/shape.ts';
import { useWords } from '../../kit/texts.ts';
import { materialTexts } from './material-texts.ts';

type Films = Answer<typeof materialListView>;

/** Finds another film of the library that is ready to be played, by its words; its value is the film's hash. */
export function FilmPicker({
  id,
  value,
  onChange,
  except,
}: {
  id?: string;
  value?: string | null;
  onChange?: (hash: string | null) => void;
  except: string;
}) {
  const words = useWords(materialTexts);
  const [search, setSearch] = useState('');
  const found = useQuery({
    queryKey: ['list', 'materials', 'films', search],
    queryFn: ({ signal }) =>
      read<Films>('/materials', { kind: 'video', limit: 30, q: search.trim() || undefined }, { signal }),
  });
  const chosen = useQuery({
    queryKey: ['list', 'materials', 'film', value],
    queryFn: ({ signal }) => read<Films>('/materials', { hash: value ?? undefined }, { signal }),
    enabled: Boolean(value),
  });
  const films = new Map([...(chosen.data?.items ?? []), ...(found.data?.items ?? [])].map((one) => [one.hash, one]));
  return (
    <Select
      {...(id ? { id } : {})}
      value={value ?? null}
      placeholder={words.describedFind}
      allowClear
      options={[...films.values()]
        .filter((one) => one.state === 'ready' && one.hash !== except)
        .map((one) => ({ value: one.hash, label: one.title || one.name }))}
      showSearch={{ filterOption: false, onSearch: setSearch }}
      onChange={(hash: string | null | undefined) => onChange?.(hash ?? null)}
    />
  );
}
