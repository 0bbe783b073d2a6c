import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { VolunteerView } from '@xiangyin/server/contract';
import { inWords, listed, useLanguage } from '../kit/language.ts';
import type { ListSpec } from '../kit/list/list-spec.ts';
import { RecordList } from '../kit/list/record-list.tsx';
import { Page, Quiet } from '../kit/page.tsx';
import { useMaySomewhere } from '../kit/session.ts';
import { Tag } from '../kit/tag.tsx';
import { useWords } from '../kit/texts.ts';
import { useTimes } from '../kit/time.ts';
import { gatheringTexts } from './gatherings/gathering-texts.ts';
import { useTerms } from './use-terms.ts';
import { VolunteerDialog } from './volunteers/volunteer-dialog.tsx';
import { volunteerTexts } from './volunteers/volunteer-texts.ts';

/** Volunteers at my places: what they can do, how far they go, whether they are free. */
export function VolunteersPage() {
  const volunteers = useWords(volunteerTexts);
  const language = useLanguage();
  const times = useTimes();
  const skills = useTerms('skill');
  const licences = useTerms('licence');
  const trainings = useTerms('training');
  const gatherings = useWords(gatheringTexts);
  const mayWrite = useMaySomewhere('volunteer.write');
  const [editing, setEditing] = useState<VolunteerView | 'new' | null>(null);
  const spec: ListSpec<VolunteerView> = {
    name: 'volunteers',
    path: '/volunteers',
    pageSize: 30,
    placeParam: 'placeId',
    searchParam: 'q',
    searchHint: volunteers.search,
    sorts: [
      { value: 'number', label: volunteers.byNumber },
      { value: 'name', label: volunteers.byName },
    ],
    rowKey: (volunteer) => volunteer.personId,
    href: (volunteer) => `/people/${volunteer.personId}`,
    tabs: {
      param: 'state',
      options: [
        { value: '', label: volunteers.all },
        ...(['active', 'paused', 'left'] as const).map((state) => ({ value: state, label: volunteers.states[state] })),
      ],
    },
    filters: [
      { param: 'skill', label: volunteers.skill, options: skills.choices },
      { param: 'licence', label: volunteers.licence, options: licences.choices },
      { param: 'training', label: gatherings.learned, options: trainings.choices, isSeldom: true },
    ],
    columns: [
      {
        key: 'name',
        title: volunteers.person,
        text: (volunteer) => volunteer.name,
        cell: (volunteer) => (
          <>
            <Link to={`/people/${volunteer.personId}`}>{volunteer.name}</Link>{' '}
            <span className="second num">{volunteer.number}</span>
            <div className="second">
              {inWords(volunteer.homePlace.name, language)} ·{' '}
              {volunteer.withinKm === null ? volunteers.anyKm : volunteers.goes(volunteer.withinKm)}
            </div>
          </>
        ),
      },
      { key: 'number', title: volunteers.number, exported: true, text: (volunteer) => volunteer.number },
      {
        key: 'home',
        title: volunteers.home,
        exported: true,
        text: (volunteer) => inWords(volunteer.homePlace.name, language),
      },
      {
        key: 'within',
        title: volunteers.within,
        exported: true,
        text: (volunteer) => (volunteer.withinKm === null ? volunteers.anyKm : String(volunteer.withinKm)),
      },
      { key: 'skills', title: volunteers.skills, text: (volunteer) => listed(volunteer.skills.map(skills.name)) },
      {
        key: 'licences',
        title: volunteers.licences,
        text: (volunteer) =>
          listed(
            volunteer.licences.map(
              (one) =>
                `${licences.name(one.licence)} ${one.valid ? volunteers.expires(times.day(one.expiresOn)) : volunteers.expired}`,
            ),
          ),
        cell: (volunteer) =>
          volunteer.licences.map((one) => (
            <div key={one.licence}>
              {licences.name(one.licence)}{' '}
              {one.valid ? (
                <span className="second">{volunteers.expires(times.day(one.expiresOn))}</span>
              ) : (
                <Tag tone="hot">{volunteers.expired}</Tag>
              )}
            </div>
          )),
      },
      {
        key: 'teams',
        title: volunteers.teams,
        text: (volunteer) => listed(volunteer.teams.map((team) => inWords(team.name, language))),
      },
      {
        key: 'trained',
        title: volunteers.trained,
        narrow: true,
        text: (volunteer) => (volunteer.trained ? volunteers.trained : volunteers.notTrained),
        cell: (volunteer) => (
          <Tag tone={volunteer.trained ? 'ok' : 'due'}>
            {volunteer.trained ? volunteers.trained : volunteers.notTrained}
          </Tag>
        ),
      },
      { key: 'state', title: volunteers.state, narrow: true, text: (volunteer) => volunteers.states[volunteer.state] },
    ],
    action: (volunteer) =>
      volunteer.abilities.some((ability) => ability === 'volunteer.write' || ability === 'volunteer.change-own') && (
        <Button size="small" type="text" onClick={() => setEditing(volunteer)}>
          {volunteers.change}
        </Button>
      ),
    empty: <Quiet title={volunteers.empty} />,
  };
  return (
    <Page
      title={volunteers.title}
      actions={
        mayWrite && (
          <Button type="primary" onClick={() => setEditing('new')}>
            {volunteers.add}
          </Button>
        )
      }
    >
      <RecordList spec={spec} />
      {editing && <VolunteerDialog volunteer={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </Page>
  );
}
