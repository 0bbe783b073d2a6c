import { useQuery } from '@tanstack/react-query';
import { Button, Form, InputNumber, Segmented } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { HourLine, hourList, VolunteerView } from '@xiangyin/server/contract';
import { read } from '../kit/api.ts';
import { usePlaceHere } from '../kit/here.ts';
import { kitTexts } from '../kit/kit-texts.ts';
import { inWords, useLanguage } from '../kit/language.ts';
import { useByTime } from '../kit/list/by-time.ts';
import type { ListSpec } from '../kit/list/list-spec.ts';
import { RecordList } from '../kit/list/record-list.tsx';
import { Page, Quiet } from '../kit/page.tsx';
import { refresh } from '../kit/queries.ts';
import { useMaySomewhere, useMe } from '../kit/session.ts';
import type { Answer } from '../kit/shape.ts';
import { Tag } from '../kit/tag.tsx';
import { useWords } from '../kit/texts.ts';
import { useTimes } from '../kit/time.ts';
import { useAct } from '../kit/use-act.ts';
import { usePlaces } from '../places/use-places.ts';
import { deskTexts } from './desk-texts.ts';
import { HoursFigures } from './hours/hours-figures.tsx';
import { ReasonDialog } from './order/reason-dialog.tsx';
import { VolunteerDialog } from './volunteers/volunteer-dialog.tsx';
import { volunteeringTexts } from './volunteering-texts.ts';

/** How well an hour is proven, best first. */
const evidenceClasses = ['witnessed', 'device-timed', 'organiser-attested', 'typed-in-later'] as const;

/** The ledger of hours. What is written stays; errors are reversed and written anew. */
export function HoursPage() {
  const { hours, order, services } = useWords(volunteeringTexts);
  const language = useLanguage();
  const times = useTimes();
  const [address, setAddress] = useSearchParams();
  const kit = useWords(kitTexts);
  const figures = address.get('view') === 'figures';
  const mayAll = useMaySomewhere('hours.list');
  const [reversing, setReversing] = useState<HourLine | null>(null);
  const mine = address.get('mine') === 'true' || !mayAll;
  const sorts = useByTime();
  const here = usePlaceHere();
  const { longName } = usePlaces();
  const asked = { mine: mine || null, placeId: here, q: address.get('q'), evidence: address.get('evidence') };
  const total = useQuery({
    queryKey: ['list', 'hours', 'total', asked],
    queryFn: ({ signal }) => read<Answer<typeof hourList>>('/hours', { ...asked, limit: 1 }, { signal }),
    placeholderData: (before) => before,
  });
  const spec: ListSpec<HourLine> = {
    name: 'hours',
    path: '/hours',
    pageSize: 30,
    always: { mine: mayAll ? undefined : true },
    searchParam: 'q',
    searchHint: hours.search,
    sorts,
    placeParam: 'placeId',
    filters: [
      {
        param: 'evidence',
        label: hours.evidence,
        options: evidenceClasses.map((value) => ({ value, label: order.evidence[value] })),
      },
    ],
    rowKey: (line) => line.id,
    ...(mayAll
      ? {
          tabs: {
            param: 'mine',
            options: [
              { value: '', label: hours.all },
              { value: 'true', label: hours.mine },
            ],
          },
        }
      : {}),
    columns: [
      {
        key: 'what',
        title: hours.what,
        text: (line) => inWords(line.service, language),
        cell: (line) => (
          <>
            {inWords(line.service, language)} {line.kind === 'reversal' && <Tag tone="due">{hours.reversal}</Tag>}
            {line.reversed && <Tag>{hours.reversed}</Tag>}
            {line.reason && <div className="second">{line.reason}</div>}
          </>
        ),
      },
      { key: 'reason', title: hours.reason, exported: true, text: (line) => line.reason ?? '' },
      { key: 'place', title: hours.place, exported: true, text: (line) => longName(line.placeId) },
      { key: 'who', title: hours.who, narrow: true, text: (line) => line.name },
      {
        key: 'minutes',
        title: hours.minutes,
        narrow: true,
        text: (line) => String(line.minutes),
        cell: (line) => <span className="num">{services.minutes(line.minutes)}</span>,
      },
      { key: 'evidence', title: hours.evidence, narrow: true, text: (line) => order.evidence[line.evidence] },
      {
        key: 'when',
        title: hours.when,
        narrow: true,
        text: (line) => line.happenedAt,
        cell: (line) => <>{times.at(line.happenedAt)}</>,
      },
      {
        key: 'sealed',
        title: hours.sealed,
        narrow: true,
        text: (line) => line.rowHash,
        cell: (line) => (
          <span title={line.rowHash}>
            <Tag tone={line.sealed ? 'ok' : 'plain'}>{line.sealed ? hours.sealed : '…'}</Tag>
          </span>
        ),
      },
    ],
    action: (line) =>
      line.kind === 'service' &&
      !line.reversed &&
      line.abilities.includes('hours.reverse') && (
        <Button size="small" type="text" onClick={() => setReversing(line)}>
          {hours.reverse}
        </Button>
      ),
    empty: <Quiet title={hours.empty} />,
  };
  return (
    <Page
      title={hours.title}
      meta={total.data && !figures ? hours.total((total.data.totalMinutes / 60).toFixed(1)) : ''}
      actions={
        <>
          <Segmented
            value={figures ? 'figures' : 'list'}
            onChange={(view) =>
              setAddress({ ...(address.get('mine') ? { mine: 'true' } : {}), ...(view === 'figures' ? { view } : {}) })
            }
            options={[
              { value: 'list', label: kit.asList },
              { value: 'figures', label: kit.figures },
            ]}
          />
          <OwnTimes />
        </>
      }
    >
      {figures ? <HoursFigures mine={mine} /> : <RecordList spec={spec} />}
      {reversing && <ReverseDialog line={reversing} onClose={() => setReversing(null)} />}
    </Page>
  );
}

/** Whoever is a volunteer sets here when and how far they go, and whether they pause. */
function OwnTimes() {
  const { own } = useWords(deskTexts);
  const { personId, grants } = useMe();
  const isVolunteer = grants.some(({ role }) => role === 'volunteer' || role === 'team-leader');
  const [open, setOpen] = useState(false);
  const me = useQuery({
    queryKey: ['volunteers', personId],
    enabled: isVolunteer,
    // A team's leader need not be enrolled as volunteer: that is no error.
    queryFn: ({ signal }) => read<VolunteerView>(`/volunteers/${personId}`, {}, { signal }).catch(() => null),
  });
  if (!me.data) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{own.title}</Button>
      {open && <VolunteerDialog volunteer={me.data} onClose={() => setOpen(false)} />}
    </>
  );
}

function ReverseDialog({ line, onClose }: { line: HourLine; onClose: () => void }) {
  const { hours } = useWords(volunteeringTexts);
  const { run, busy } = useAct<HourLine>();
  const reverse = async ({ reason, minutes }: { reason?: string; minutes?: number | null }): Promise<boolean> => {
    if (!(await run('POST', `/hours/${line.id}/reversals`, { reason, ...(minutes ? { minutes } : {}) }))) return false;
    await refresh();
    return true;
  };
  return (
    <ReasonDialog<{ reason?: string; minutes?: number | null }>
      title={hours.reverseTitle}
      hint={hours.reverseHint}
      label={hours.reason}
      busy={busy}
      onClose={onClose}
      onGive={reverse}
    >
      <Form.Item name="minutes" label={hours.really}>
        <InputNumber min={1} max={1_440} style={{ width: 140 }} />
      </Form.Item>
    </ReasonDialog>
  );
}
