import { useQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { Link, useSearchParams } from 'react-router';
import type { GrantView, roleList } from '@xiangyin/server/contract';
import { read } from '../../kit/api.ts';
import { useConfirm } from '../../kit/confirm.ts';
import { inWords, useLanguage } from '../../kit/language.ts';
import { useByTime } from '../../kit/list/by-time.ts';
import type { ListSpec } from '../../kit/list/list-spec.ts';
import { RecordList } from '../../kit/list/record-list.tsx';
import { Quiet } from '../../kit/page.tsx';
import { refresh } from '../../kit/queries.ts';
import type { Answer } from '../../kit/shape.ts';
import { Tag } from '../../kit/tag.tsx';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { useAct } from '../../kit/use-act.ts';
import { accessTexts } from '../access-texts.ts';

/** The duties that can be given, in the reader's language. */
export const useRoles = () =>
  useQuery({
    queryKey: ['roles'],
    staleTime: Infinity,
    queryFn: ({ signal }) => read<Answer<typeof roleList>>('/roles', {}, { signal }),
  });

/** Grants as a list: of the place of the top bar, or of one person, wherever they are. */
export function GrantsList({ personId }: { personId?: string }) {
  const { grants } = useWords(accessTexts);
  const language = useLanguage();
  const times = useTimes();
  const confirm = useConfirm();
  const { message } = App.useApp();
  const { run } = useAct<null>();
  const roles = useRoles();
  const [address] = useSearchParams();
  const [newest, oldest] = useByTime();
  const end = async (grant: GrantView): Promise<void> => {
    const words = grant.holds ? grants.ending : grants.takingBack;
    const consequence = words.sure(grant.person.name, grant.roleName);
    if (!(await confirm({ title: words.act, consequence, act: words.act }))) return;
    if ((await run('DELETE', `/grants/${grant.id}`)) === undefined) return;
    void message.success(words.done);
    await refresh();
  };
  const standing = (grant: GrantView) => {
    if (grant.holds) return grant.duty ? grants.onDutyNow : grants.now;
    // Taken back before it began: its end is its beginning.
    if (grant.untilAt !== null && grant.untilAt <= grant.fromAt) return grants.neverBegan;
    return times.left(grant.fromAt) > 0 ? grants.future : grants.ended;
  };
  const spec: ListSpec<GrantView> = {
    name: 'grants',
    path: '/grants',
    cursorParam: 'after',
    pageSize: 50,
    placeParam: personId ? null : 'placeId',
    searchParam: 'q',
    searchHint: grants.search,
    // The API's own order is that in which they were given.
    sorts: [oldest, newest],
    always: { personId: personId ?? address.get('personId') ?? undefined },
    rowKey: (grant) => grant.id,
    tabs: {
      param: 'when',
      options: [
        { value: '', label: grants.now },
        { value: 'all', label: grants.ever },
      ],
    },
    filters: [
      {
        param: 'role',
        label: grants.role,
        options: (roles.data?.roles ?? []).map((role) => ({ value: role.role, label: role.name })),
      },
      { param: 'duty', label: grants.duty, options: [{ value: 'true', label: grants.duty }] },
    ],
    columns: [
      ...(personId
        ? []
        : [
            {
              key: 'person',
              title: grants.person,
              text: (grant: GrantView) => grant.person.name,
              cell: (grant: GrantView) => <Link to={`/people/${grant.person.id}`}>{grant.person.name}</Link>,
            },
          ]),
      {
        key: 'role',
        title: grants.role,
        narrow: true,
        text: (grant) => grant.roleName,
        // Beside a person's other facts there is no room for a column more.
        cell: (grant) => (
          <>
            {grant.roleName}
            {personId && grant.unit && <div className="second">{inWords(grant.unit.name, language)}</div>}
          </>
        ),
      },
      { key: 'place', title: grants.place, narrow: true, text: (grant) => inWords(grant.place.name, language) },
      {
        key: 'unit',
        title: grants.unit,
        narrow: true,
        ...(personId ? ({ exported: true } as const) : {}),
        text: (grant) => (grant.unit ? inWords(grant.unit.name, language) : ''),
      },
      { key: 'from', title: grants.from, narrow: true, named: true, text: (grant) => times.on(grant.fromAt) },
      {
        key: 'until',
        title: grants.until,
        narrow: true,
        named: true,
        text: (grant) => (grant.untilAt ? times.at(grant.untilAt) : grants.open),
      },
      {
        key: 'standing',
        title: grants.when,
        narrow: true,
        text: standing,
        cell: (grant) => <Tag tone={grant.holds ? (grant.duty ? 'info' : 'ok') : 'plain'}>{standing(grant)}</Tag>,
      },
    ],
    action: (grant) =>
      grant.abilities.includes('grant.end') ? (
        <Button size="small" type="text" onClick={() => void end(grant)}>
          {(grant.holds ? grants.ending : grants.takingBack).act}
        </Button>
      ) : null,
    empty: <Quiet title={grants.empty} />,
  };
  return <RecordList spec={spec} />;
}
