import { App, Button, Modal, Segmented } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { AlarmLine } from '@xiangyin/server/contract';
import { inWords, listed, useLanguage } from '../kit/language.ts';
import type { ListSpec } from '../kit/list/list-spec.ts';
import { RecordList } from '../kit/list/record-list.tsx';
import { Page, Quiet } from '../kit/page.tsx';
import { refresh } from '../kit/queries.ts';
import { Tag } from '../kit/tag.tsx';
import { useWords } from '../kit/texts.ts';
import { useTimes } from '../kit/time.ts';
import { useAct } from '../kit/use-act.ts';
import { safetyTexts } from './safety-texts.ts';

/** The call list: who has not arrived at a home, or not left, and whom to ring. */
export function VisitAlarmsPage() {
  const { alarms } = useWords(safetyTexts);
  const language = useLanguage();
  const times = useTimes();
  const [reached, setReached] = useState<AlarmLine | null>(null);
  const spec: ListSpec<AlarmLine> = {
    name: 'visit-alarms',
    path: '/visit-alarms',
    placeParam: 'placeId',
    searchParam: 'q',
    searchHint: alarms.search,
    sorts: [
      { value: 'oldest', label: alarms.oldest },
      { value: 'newest', label: alarms.newest },
    ],
    rowKey: (alarm) => alarm.id,
    tabs: {
      param: 'state',
      options: [
        { value: '', label: alarms.open },
        { value: 'ended', label: alarms.ended },
      ],
    },
    filters: [
      {
        param: 'kind',
        label: alarms.kind,
        options: (['not-arrived', 'not-out'] as const).map((value) => ({ value, label: alarms.kinds[value] })),
      },
    ],
    columns: [
      {
        key: 'what',
        title: alarms.what,
        text: (alarm) => inWords(alarm.service, language),
        cell: (alarm) => (
          <>
            <Link to={`/orders/${alarm.orderId}`}>{inWords(alarm.service, language)}</Link>
            <div className="second">{inWords(alarm.place.name, language)}</div>
          </>
        ),
      },
      { key: 'place', title: alarms.place, exported: true, text: (alarm) => inWords(alarm.place.name, language) },
      {
        key: 'kind',
        title: alarms.kind,
        narrow: true,
        text: (alarm) => alarms.kinds[alarm.kind],
        cell: (alarm) => <Tag tone={alarm.endedAt ? 'info' : 'hot'}>{alarms.kinds[alarm.kind]}</Tag>,
      },
      {
        key: 'planned',
        title: alarms.planned,
        narrow: true,
        named: true,
        text: (alarm) => `${times.at(alarm.startsAt)} – ${times.clock(alarm.endsAt)}`,
      },
      {
        key: 'who',
        title: alarms.who,
        text: (alarm) => listed(alarm.helpers.map((one) => one.name)),
        cell: (alarm) => alarm.helpers.map((one) => <Helper key={one.name} helper={one} none={alarms.noPhone} />),
      },
      {
        key: 'since',
        title: alarms.since,
        narrow: true,
        named: true,
        text: (alarm) => times.at(alarm.raisedAt),
      },
      { key: 'told', title: alarms.told, named: true, text: (alarm) => listed(alarm.toldNames) },
      { key: 'ended', title: alarms.endedAt, exported: true, text: (alarm) => alarm.endedAt ?? '' },
      {
        key: 'how',
        title: alarms.how,
        text: (alarm) =>
          alarm.endedHow ? [alarms.hows[alarm.endedHow], alarm.endedByName ?? ''].filter(Boolean).join(' · ') : '',
      },
    ],
    action: (alarm) =>
      alarm.endedAt === null && (
        <Button size="small" type="primary" onClick={() => setReached(alarm)}>
          {alarms.reached}
        </Button>
      ),
    empty: <Quiet title={alarms.empty} />,
  };
  return (
    <Page title={alarms.title} meta={alarms.lead}>
      <RecordList spec={spec} />
      {reached && <ReachedDialog alarm={reached} onClose={() => setReached(null)} />}
    </Page>
  );
}

function Helper({ helper, none }: { helper: AlarmLine['helpers'][number]; none: string }) {
  return (
    <div>
      {helper.name}{' '}
      {helper.phone ? (
        <a className="num" href={`tel:${helper.phone}`}>
          {helper.phone}
        </a>
      ) : (
        <span className="meta">{none}</span>
      )}
    </div>
  );
}

const pauses = [15, 30, 60, 0] as const;

function ReachedDialog({ alarm, onClose }: { alarm: AlarmLine; onClose: () => void }) {
  const { alarms } = useWords(safetyTexts);
  const { message } = App.useApp();
  const [pause, setPause] = useState<number>(30);
  const { run, busy } = useAct<AlarmLine>();
  const save = async (): Promise<void> => {
    if (!(await run('POST', `/visit-alarms/${alarm.id}/endings`, { againInMinutes: pause === 0 ? null : pause })))
      return;
    void message.success(alarms.saved);
    onClose();
    await refresh();
  };
  return (
    <Modal open onCancel={onClose} footer={null} title={alarms.reachedTitle} width={440}>
      <div className="stack">
        <p id="pause">{alarms.again}</p>
        <Segmented
          aria-labelledby="pause"
          value={pause}
          onChange={setPause}
          options={pauses.map((value) => ({ value, label: value === 0 ? alarms.never : alarms.minutes(value) }))}
        />
        <Button type="primary" loading={busy} onClick={() => void save()} style={{ alignSelf: 'start' }}>
          {alarms.save}
        </Button>
      </div>
    </Modal>
  );
}
