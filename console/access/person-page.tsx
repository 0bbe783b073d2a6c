import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import type { PersonView } from '@xiangyin/server/contract';
import { read } from '../kit/api.ts';
import { inWords, useLanguage } from '../kit/language.ts';
import { Loaded } from '../kit/loaded.tsx';
import { Page, Part } from '../kit/page.tsx';
import { useMaySomewhere, useMe } from '../kit/session.ts';
import { Tag } from '../kit/tag.tsx';
import { useWords } from '../kit/texts.ts';
import { peopleTexts } from '../people/people-texts.ts';
import { PersonDialog } from '../people/person-dialog.tsx';
import { accessTexts } from './access-texts.ts';
import { GiveGrant } from './grants/give-grant.tsx';
import { GrantsList } from './grants/grants-list.tsx';
import { AccountPart } from './person-account/account-part.tsx';
import { DataPart } from './person-account/data-part.tsx';
import { SlipToConfirm } from './person-account/slip-to-confirm.tsx';

/** One person: who they are, how they sign in, what they do where. */
export function PersonPage() {
  const { id = '' } = useParams();
  const query = useQuery({
    queryKey: ['people', id],
    queryFn: ({ signal }) => read<PersonView>(`/people/${id}`, {}, { signal }),
  });
  return <Loaded query={query}>{(person) => <PersonFacts person={person} />}</Loaded>;
}

function PersonFacts({ person }: { person: PersonView }) {
  const words = useWords(peopleTexts);
  const { grants } = useWords(accessTexts);
  const language = useLanguage();
  const mayGive = useMaySomewhere('grant.add');
  const maySeeAccount = useMaySomewhere('account.see');
  const me = useMe();
  const isMe = me.personId === person.id;
  const isAdministrator = useMaySomewhere('own-data.erase');
  const [changing, setChanging] = useState(false);
  const [giving, setGiving] = useState(false);
  const { contact } = person;
  return (
    <Page
      title={person.displayName}
      crumb={{ to: '/people', text: words.title }}
      meta={
        <>
          {[inWords(person.title, language), person.place ? inWords(person.place.name, language) : '']
            .filter(Boolean)
            .join(' · ')}{' '}
          {!person.active && <Tag>{words.inactive}</Tag>} {person.isChild && <Tag tone="due">{words.child}</Tag>}
        </>
      }
      actions={
        person.abilities.includes('person.change') && <Button onClick={() => setChanging(true)}>{words.change}</Button>
      }
    >
      <SlipToConfirm personId={person.id} />
      <div className="split">
        <Part
          title={grants.ofPerson}
          aside={mayGive && <Button onClick={() => setGiving(true)}>{words.giveDuty}</Button>}
        >
          <GrantsList personId={person.id} />
        </Part>
        <div className="stack wide">
          <Part title={words.contact}>
            {contact === null ? (
              <p className="meta">{words.contactHidden}</p>
            ) : (
              <dl className="facts">
                <dt>{words.name}</dt>
                <dd>{contact.name}</dd>
                {contact.phone && (
                  <>
                    <dt>{words.phone}</dt>
                    <dd className="num">{contact.phone}</dd>
                  </>
                )}
                {contact.email && (
                  <>
                    <dt>{words.email}</dt>
                    <dd>{contact.email}</dd>
                  </>
                )}
                {contact.guardian && (
                  <>
                    <dt>{words.guardian}</dt>
                    <dd>
                      {contact.guardian.name} <span className="num">{contact.guardian.phone}</span>
                    </dd>
                  </>
                )}
              </dl>
            )}
          </Part>
          {maySeeAccount && <AccountPart personId={person.id} />}
          {isAdministrator && !isMe && <DataPart personId={person.id} isErased={person.erasedAt !== null} />}
        </div>
      </div>
      {changing && <PersonDialog person={person} onClose={() => setChanging(false)} />}
      {giving && <GiveGrant personId={person.id} duty={false} onClose={() => setGiving(false)} />}
    </Page>
  );
}
