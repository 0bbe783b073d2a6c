import { useQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import type { limitList, LimitLine } from '@xiangyin/server/contract';
import { read } from '../kit/api.ts';
import { useConfirm } from '../kit/confirm.ts';
import type { ListSpec } from '../kit/list/list-spec.ts';
import { RecordList } from '../kit/list/record-list.tsx';
import { Page, Part, Quiet } from '../kit/page.tsx';
import { refresh } from '../kit/queries.ts';
import { useMaySomewhere } from '../kit/session.ts';
import type { Answer } from '../kit/shape.ts';
import { useWords } from '../kit/texts.ts';
import { useAct } from '../kit/use-act.ts';
import { usePlaces } from '../places/use-places.ts';
import { deskTexts } from './desk-texts.ts';
import { AgeBandsPart } from './limits/age-bands-part.tsx';
import { LimitDialog } from './limits/limit-dialog.tsx';
import { timeNames, useLimitWords, type SaidTime } from './limits/limit-span.ts';
import { useServiceChoices } from './use-service-choices.ts';
import { volunteerTexts } from './volunteers/volunteer-texts.ts';

const serviceLevels = ['county', 'town', 'village'] as const satisfies readonly NonNullable<LimitLine['level']>[];

/** Times for answering: data per service and level, for the county to set before it opens. */
export function LimitsPage() {
  const { limits } = useWords(deskTexts);
  const volunteers = useWords(volunteerTexts);
  const { steps } = usePlaces();
  const say = useLimitWords();
  const choices = useServiceChoices();
  const { message } = App.useApp();
  const sure = useConfirm();
  const mayWrite = useMaySomewhere('limit.write');
  const { run } = useAct();
  const [editing, setEditing] = useState<LimitLine | 'new' | null>(null);
  const all = useQuery({
    queryKey: ['limits'],
    queryFn: ({ signal }) => read<Answer<typeof limitList>>('/limits', {}, { signal }),
  });
  const scope = (line: LimitLine): string => {
    const service = choices.find((one) => one.value === line.serviceId)?.label;
    const level = line.level ? steps[line.level].service : '';
    if (!line.serviceId) return line.level ? `${limits.anyService} · ${level}` : limits.county;
    return [service ?? '…', level].filter(Boolean).join(' · ');
  };
  const drop = async (line: LimitLine): Promise<void> => {
    const yes = await sure({
      title: limits.dropTitle(scope(line)),
      consequence: limits.dropHint,
      act: limits.drop,
    });
    if (!yes) return;
    const done = await run('DELETE', '/limits', { serviceId: line.serviceId, level: line.level });
    if (done === undefined) return;
    void message.success(limits.dropped);
    await refresh();
  };
  const spec: ListSpec<LimitLine> = {
    name: 'limits',
    path: '/limits',
    local: {
      // A limit holds for a service and a level, wherever that is.
      isHere: null,
      matches: (line, search, chosen) =>
        (chosen('level') === '' || line.level === chosen('level')) &&
        scope(line).toLowerCase().includes(search.toLowerCase()),
    },
    filters: [
      {
        param: 'level',
        label: limits.level,
        options: serviceLevels.map((value) => ({ value, label: steps[value].service })),
      },
    ],
    searchHint: limits.search,
    rowKey: (line) => `${line.serviceId ?? 'all'} ${line.level ?? 'any'}`,
    columns: [
      { key: 'scope', title: limits.scope, text: scope, cell: (line) => <strong>{scope(line)}</strong> },
      ...timeNames.map((name) => ({
        key: name.key,
        title: limits[name.word],
        narrow: true,
        named: true as const,
        text: (line: LimitLine) => say(line, name).whole,
        cell: (line: LimitLine) => <Said {...say(line, name)} />,
      })),
    ],
    action: (line) =>
      mayWrite && (
        <>
          <Button size="small" type="text" onClick={() => setEditing(line)}>
            {volunteers.change}
          </Button>
          <Button size="small" type="text" onClick={() => void drop(line)}>
            {limits.drop}
          </Button>
        </>
      ),
    empty: <Quiet title={limits.empty} hint={limits.emptyHint} />,
  };
  const items = all.data?.items ?? [];
  const county = items.find((line) => line.serviceId === null && line.level === null);
  const otherwise = county ?? all.data?.otherwise;
  return (
    <Page
      title={limits.title}
      meta={limits.lead}
      actions={
        mayWrite &&
        otherwise && (
          <Button type="primary" onClick={() => setEditing('new')}>
            {limits.add}
          </Button>
        )
      }
    >
      <RecordList spec={spec} />
      <AgeBandsPart mayWrite={mayWrite} />
      {all.data && !county && (
        <Part title={limits.otherwise}>
          <dl className="facts">
            {timeNames.map((name) => (
              <div key={name.key} style={{ display: 'contents' }}>
                <dt>{limits[name.word]}</dt>
                <dd>{say(all.data.otherwise, name).whole}</dd>
              </div>
            ))}
          </dl>
        </Part>
      )}
      {editing && otherwise && (
        <LimitDialog
          line={editing === 'new' ? null : editing}
          start={otherwise}
          known={items}
          onClose={() => setEditing(null)}
        />
      )}
    </Page>
  );
}

function Said({ span, hours }: SaidTime) {
  return (
    <>
      {span}
      {hours && <div className="second num">{hours.join('–')}</div>}
    </>
  );
}
