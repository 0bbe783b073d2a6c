import { Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { PersonView } from '@xiangyin/server/contract';
import { inWords, useLanguage } from '../kit/language.ts';
import type { ListSpec } from '../kit/list/list-spec.ts';
import { RecordList } from '../kit/list/record-list.tsx';
import { Page, Quiet } from '../kit/page.tsx';
import { useMaySomewhere } from '../kit/session.ts';
import { Tag } from '../kit/tag.tsx';
import { useWords } from '../kit/texts.ts';
import { LinkButton } from '../kit/link-button.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { importTexts } from './import-texts.ts';
import { peopleTexts } from './people-texts.ts';
import { PersonDialog } from './person-dialog.tsx';

/** People at the places one looks after. */
export function PeoplePage() {
  const words = useWords(peopleTexts);
  const language = useLanguage();
  const navigate = useNavigate();
  const mayAdd = useMaySomewhere('person.add');
  const { open: importWord } = useWords(importTexts);
  const [adding, setAdding] = useState(false);
  const [importing, setImporting] = useState(false);
  const spec: ListSpec<PersonView> = {
    name: 'people',
    path: '/people',
    cursorParam: 'after',
    pageSize: 50,
    placeParam: 'placeId',
    searchParam: 'search',
    searchHint: words.find,
    rowKey: (person) => person.id,
    href: (person) => `/people/${person.id}`,
    tabs: {
      param: 'active',
      options: [
        { value: '', label: words.now },
        { value: 'false', label: words.gone },
        { value: 'all', label: words.all },
      ],
    },
    sorts: [
      { value: 'name', label: words.sortName },
      { value: 'newest', label: words.sortNew },
    ],
    columns: [
      { key: 'name', title: words.name, text: (person) => person.displayName },
      { key: 'title', title: words.post, text: (person) => inWords(person.title, language) },
      {
        key: 'place',
        title: words.place,
        text: (person) => (person.place ? inWords(person.place.name, language) : ''),
      },
      {
        key: 'phone',
        title: words.phone,
        narrow: true,
        text: (person) => person.contact?.phone ?? '',
        cell: (person) => <span className="num">{person.contact?.phone ?? ''}</span>,
      },
      {
        key: 'state',
        title: words.state,
        narrow: true,
        text: stateOf,
        cell: (person) => <Tag tone={person.active ? 'ok' : 'plain'}>{stateOf(person)}</Tag>,
      },
    ],
    empty: <Quiet title={words.empty}>{mayAdd && <Button onClick={() => setAdding(true)}>{words.add}</Button>}</Quiet>,
  };
  function stateOf(person: PersonView): string {
    if (person.erasedAt) return words.erased;
    return person.isChild ? words.child : person.active ? words.active : words.inactive;
  }
  return (
    <Page
      title={words.title}
      actions={
        <>
          <LinkButton to="/grants">{words.duties}</LinkButton>
          {mayAdd && <Button onClick={() => setImporting(true)}>{importWord}</Button>}
          {mayAdd && (
            <Button type="primary" onClick={() => setAdding(true)}>
              {words.add}
            </Button>
          )}
        </>
      }
    >
      <RecordList spec={spec} />
      {importing && <ImportDialog onClose={() => setImporting(false)} />}
      {adding && (
        <PersonDialog onClose={() => setAdding(false)} onSaved={(person) => void navigate(`/people/${person.id}`)} />
      )}
    </Page>
  );
}
