import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import type { PersonPage, PersonView } from '@xiangyin/server/contract';
import { read } from '../kit/api.ts';
import { inWords, useLanguage } from '../kit/language.ts';
import { useWords } from '../kit/texts.ts';
import { peopleTexts } from './people-texts.ts';
import { personChoices, type PersonChoice } from './person-choices.ts';

/** Finds a person by name or phone. Fits a form's `Form.Item`; elsewhere its placeholder names it. */
export function PersonPicker({
  value,
  onChange,
  id,
  allowClear = false,
  placeholder,
  known = null,
}: {
  value?: string;
  /** Null: nobody any more. */
  onChange?: (id: string | null) => void;
  id?: string;
  allowClear?: boolean;
  placeholder?: string;
  /** Who stands there already, by name: the list begins with others. */
  known?: { readonly id: string; readonly name: string } | null;
}) {
  const words = useWords(peopleTexts);
  const language = useLanguage();
  const [search, setSearch] = useState('');
  const people = useQuery<PersonPage>({
    queryKey: ['people', 'find', search],
    placeholderData: (before) => before,
    queryFn: ({ signal }) => read<PersonPage>('/people', { search, limit: 20 }, { signal }),
  });
  const choiceOf = (person: PersonView): PersonChoice => ({
    value: person.id,
    label: [
      person.displayName,
      inWords(person.title, language),
      person.place ? inWords(person.place.name, language) : '',
    ]
      .filter(Boolean)
      .join(' · '),
  });
  const found = (people.data?.items ?? []).map(choiceOf);
  const isElsewhere = Boolean(value) && value !== known?.id && !found.some((one) => one.value === value);
  const chosen = useQuery({
    queryKey: ['people', value],
    enabled: isElsewhere,
    queryFn: ({ signal }) => read<PersonView>(`/people/${value}`, {}, { signal }),
  });
  const isOffered = known && (search === '' || value === known.id);
  const before = isOffered ? { value: known.id, label: known.name } : null;
  const named = isElsewhere ? (chosen.data ? choiceOf(chosen.data) : null) : before;
  return (
    <Select
      {...(id === undefined ? { 'aria-label': placeholder ?? words.find } : { id })}
      value={value ?? null}
      onChange={(next: string | undefined) => onChange?.(next ?? null)}
      allowClear={allowClear}
      style={{ width: '100%' }}
      showSearch={{ filterOption: false, onSearch: setSearch }}
      placeholder={placeholder ?? words.find}
      loading={people.isFetching}
      options={[...personChoices(found, value, named, '…')]}
    />
  );
}
