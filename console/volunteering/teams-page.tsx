import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Form, Modal, Select } from 'antd';
import { useState } from 'react';
import type { TeamView, volunteerList } from '@xiangyin/server/contract';
import { read } from '../kit/api.ts';
import { useConfirm } from '../kit/confirm.ts';
import { showInForm } from '../kit/form-problems.ts';
import { kitTexts } from '../kit/kit-texts.ts';
import { inWords, listed, useLanguage } from '../kit/language.ts';
import type { ListSpec } from '../kit/list/list-spec.ts';
import { RecordList } from '../kit/list/record-list.tsx';
import { Page, Quiet } from '../kit/page.tsx';
import { refresh } from '../kit/queries.ts';
import { useMaySomewhere } from '../kit/session.ts';
import type { Answer } from '../kit/shape.ts';
import { Tag } from '../kit/tag.tsx';
import { useWords } from '../kit/texts.ts';
import { useAct } from '../kit/use-act.ts';
import { givenWords, type TypedWords } from '../kit/given-words.ts';
import { WordsFields } from '../kit/words-fields.tsx';
import { PlacePicker } from '../places/place-picker.tsx';
import { usePlaces } from '../places/use-places.ts';
import { joinTexts } from './join-texts.ts';
import { useTerms } from './use-terms.ts';
import { volunteeringTexts } from './volunteering-texts.ts';
import { volunteerTexts } from './volunteers/volunteer-texts.ts';
import { teamTexts } from './volunteers/team-texts.ts';

/** The county's teams: an order may go to one, and the first to say yes goes. */
export function TeamsPage() {
  const teams = useWords(teamTexts);
  const volunteers = useWords(volunteerTexts);
  const language = useLanguage();
  const skills = useTerms('skill');
  const { isBelow } = usePlaces();
  const mayWrite = useMaySomewhere('team.write');
  const [editing, setEditing] = useState<TeamView | 'new' | null>(null);
  const leader = (team: TeamView): string =>
    team.members.find((member) => member.personId === team.leaderId)?.name ?? '';
  const spec: ListSpec<TeamView> = {
    name: 'teams',
    path: '/teams',
    always: { closed: mayWrite ? true : undefined },
    local: {
      isHere: (team, here) => isBelow(team.place.id, here),
      matches: (team, search, chosen) =>
        (chosen('skill') === '' || team.skills.includes(chosen('skill'))) &&
        [...Object.values(team.name), ...team.members.map((member) => member.name)].some((name) =>
          name?.toLowerCase().includes(search.toLowerCase()),
        ),
    },
    filters: [{ param: 'skill', label: volunteers.skill, options: skills.choices }],
    rowKey: (team) => team.id,
    columns: [
      {
        key: 'name',
        title: teams.name,
        text: (team) => inWords(team.name, language),
        cell: (team) => (
          <>
            <strong>{inWords(team.name, language)}</strong> {team.closed && <Tag>{teams.closed}</Tag>}
            <div className="second">{listed(team.members.map((member) => member.name))}</div>
          </>
        ),
      },
      {
        key: 'who',
        title: teams.who,
        exported: true,
        text: (team) => listed(team.members.map((member) => member.name)),
      },
      { key: 'closed', title: teams.closed, exported: true, text: (team) => (team.closed ? teams.closed : '') },
      { key: 'place', title: teams.place, narrow: true, text: (team) => inWords(team.place.name, language) },
      { key: 'leader', title: teams.leader, narrow: true, text: leader },
      { key: 'members', title: teams.members, narrow: true, text: (team) => teams.count(team.memberCount) },
      { key: 'skills', title: volunteers.skills, text: (team) => listed(team.skills.map(skills.name)) },
    ],
    action: (team) =>
      team.abilities.includes('team.write') && (
        <Button size="small" type="text" onClick={() => setEditing(team)}>
          {volunteers.change}
        </Button>
      ),
    empty: <Quiet title={teams.empty} />,
  };
  return (
    <Page
      title={teams.title}
      actions={
        mayWrite && (
          <Button type="primary" onClick={() => setEditing('new')}>
            {teams.add}
          </Button>
        )
      }
    >
      <RecordList spec={spec} />
      {editing && <TeamDialog team={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </Page>
  );
}

interface Typed {
  name: TypedWords;
  placeId: string;
  leaderId?: string | null;
  skills: string[];
  memberIds: string[];
  recruits?: boolean;
  about?: TypedWords;
}

function TeamDialog({ team, onClose }: { team: TeamView | null; onClose: () => void }) {
  const teams = useWords(teamTexts);
  const volunteers = useWords(volunteerTexts);
  const { needed: neededText } = useWords(volunteeringTexts);
  const kit = useWords(kitTexts);
  const { team: own } = useWords(joinTexts);
  const language = useLanguage();
  const confirm = useConfirm();
  const skills = useTerms('skill');
  const [search, setSearch] = useState('');
  const [form] = Form.useForm<Typed>();
  const found = useQuery({
    queryKey: ['volunteers', 'find', search],
    queryFn: ({ signal }) => read<Answer<typeof volunteerList>>('/volunteers', { q: search, limit: 30 }, { signal }),
  });
  const { run, busy } = useAct<TeamView>({ onProblem: (problem) => showInForm(form, problem) });
  const save = async ({ name, placeId, recruits, about, ...typed }: Typed): Promise<void> => {
    const body = { ...typed, placeId, name: givenWords(name), leaderId: typed.leaderId ?? null };
    const open = { recruits: recruits ?? false, ...(about ? { about: givenWords(about) } : {}) };
    const saved = await (team
      ? run('PATCH', `/teams/${team.id}`, { version: team.version, ...body, ...open })
      : run('POST', '/teams', body));
    if (!saved) return;
    onClose();
    await refresh();
  };
  const closeOrOpen = async ({ id, name, closed, version }: TeamView): Promise<void> => {
    const question = {
      title: teams.closeTitle(inWords(name, language)),
      consequence: teams.closeSure,
      act: teams.close,
    };
    if (!closed && !(await confirm(question))) return;
    if (!(await run('PATCH', `/teams/${id}`, { version, closed: !closed }))) return;
    onClose();
    await refresh();
  };
  const people = new Map(
    [...(team?.members ?? []), ...(found.data?.items ?? [])].map((person) => [person.personId, person.name]),
  );
  const choices = [...people].map(([value, label]) => ({ value, label }));
  const needed = [{ required: true, message: neededText }];
  return (
    <Modal open onCancel={onClose} footer={null} title={team ? teams.change(inWords(team.name, language)) : teams.add}>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={
          team
            ? {
                name: team.name,
                placeId: team.place.id,
                leaderId: team.leaderId,
                skills: team.skills,
                memberIds: team.members.map((member) => member.personId),
                recruits: team.recruits,
                about: team.about,
              }
            : { skills: [], memberIds: [] }
        }
        onFinish={(typed) => void save(typed)}
      >
        <WordsFields label={teams.name} needed={neededText} />
        <Form.Item name="placeId" label={teams.place} rules={needed}>
          <PlacePicker />
        </Form.Item>
        <Form.Item name="memberIds" label={teams.members}>
          <Select
            mode="multiple"
            showSearch={{ filterOption: false, onSearch: setSearch }}
            placeholder={teams.memberHint}
            options={choices}
          />
        </Form.Item>
        <Form.Item name="leaderId" label={teams.leader}>
          <Select allowClear showSearch={{ filterOption: false, onSearch: setSearch }} options={choices} />
        </Form.Item>
        <Form.Item name="skills" label={volunteers.skills}>
          <Select mode="multiple" options={skills.choices} />
        </Form.Item>
        {team && (
          <>
            <Form.Item name="recruits" valuePropName="checked">
              <Checkbox>{own.recruits}</Checkbox>
            </Form.Item>
            <WordsFields name="about" label={own.about} long maxLength={500} />
          </>
        )}
        <div className="row apart">
          <Button type="primary" htmlType="submit" loading={busy}>
            {kit.save}
          </Button>
          {team && (
            <Button danger={!team.closed} type="text" onClick={() => void closeOrOpen(team)}>
              {team.closed ? teams.reopen : teams.close}
            </Button>
          )}
        </div>
      </Form>
    </Modal>
  );
}
