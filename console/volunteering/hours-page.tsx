import { useQuery } from '@tanstack/react-query';
import { Button, Form, InputNumber, Segmented } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { HourLine, hourList, VolunteerView } from '@xiangyin/server/contract';
import { read } from '../kit/api.ts';
import { useConfirm } from '../kit/confirm.ts';
import { usePlaceHere } from '../kit/here.ts';
import { kitTexts } from '../kit/kit-texts.ts';
import { inWords, useLanguage } from '../kit/language.ts';
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
import { AskDialog } from './hours/ask-dialog.tsx';
import { DifferencePart } from './hours/difference-part.tsx';
import { HourSumsLine } from './hours/hour-sums.tsx';
import { HoursFigures } from './hours/hours-figures.tsx';
import { proofTexts } from './hours/hours-texts.ts';
import { HoursWays } from './hours/hours-ways.tsx';
import { ReasonDialog } from '../kit/reason-dialog.tsx';
import { VolunteerDialog } from './volunteers/volunteer-dialog.tsx';
import { serviceTexts } from './services/service-texts.ts';
import { hourListTexts } from './hours/hour-list-texts.ts';

/** How well an hour is proven, best first. */
const evidenceClasses = ['witnessed', 'device-timed', 'organiser-attested', 'typed-in-later'] as const;

/** The ledger of hours. What is written stays; errors are reversed and written anew. */
export function HoursPage() {
  const hours = useWords(hourListTexts);
  const services = useWords(serviceTexts);
  const proof = useWords(proofTexts);
  const confirm = useConfirm();
  const { run } = useAct<HourLine>();
  const language = useLanguage();
  const times = useTimes();
  const [address, setAddress] = useSearchParams();
  const kit = useWords(kitTexts);
  const figures = address.get('view') === 'figures';
  const mayAll = useMaySomewhere('hours.list');
  const [reversing, setReversing] = useState<HourLine | null>(null);
  const [asking, setAsking] = useState<HourLine | null>(null);
  const sign = async (line: HourLine): Promise<void> => {
    const { signTitle: title, signHint: consequence, sign: act } = proof.line;
    if (!(await confirm({ title, consequence, act, danger: false }))) return;
    if (await run('POST', `/hours/${line.id}/signatures`, {})) await refresh();
  };
  const mine = address.get('mine') === 'true' || !mayAll;
  // By when they were written down: what was served long ago may come late.
  const sorts: ListSpec<HourLine>['sorts'] = [
    { value: 'newest', label: hours.lastWritten },
    { value: 'oldest', label: hours.firstWritten },
  ];
  const here = usePlaceHere();
  const { longName } = usePlaces();
  const asked = {
    mine: mine || null,
    placeId: here,
    q: address.get('q'),
    evidence: address.get('evidence'),
    waiting: address.get('waiting'),
  };
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
        options: evidenceClasses.map((value) => ({ value, label: proof.sums.classes[value] })),
      },
      {
        param: 'waiting',
        label: proof.line.waiting,
        options: [{ value: 'true', label: proof.line.onlyWaiting }],
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
      { key: 'unit', title: proof.line.unit, exported: true, text: (line) => inWords(line.unit.name, language) },
      { key: 'number', title: proof.line.number, exported: true, text: (line) => line.number },
      { key: 'who', title: hours.who, narrow: true, text: (line) => line.name },
      {
        key: 'minutes',
        title: hours.minutes,
        narrow: true,
        text: (line) => String(line.minutes),
        cell: (line) => <span className="num">{services.minutes(line.minutes)}</span>,
      },
      {
        key: 'evidence',
        title: hours.evidence,
        narrow: true,
        text: (line) => proof.sums.classes[line.evidence],
        cell: (line) => (
          <>
            {proof.sums.classes[line.evidence]}
            {line.waits && (
              <div>
                <Tag tone="due">{proof.line.waits}</Tag>
              </div>
            )}
            {line.signedBy !== null && <div className="second">{proof.line.signed(line.signedBy)}</div>}
          </>
        ),
      },
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
    action: (line) => (
      <>
        {line.abilities.includes('hours.countersign') && (
          <Button size="small" type="primary" onClick={() => void sign(line)}>
            {proof.line.sign}
          </Button>
        )}
        {line.abilities.includes('hours.reverse') && (
          <Button size="small" type="text" onClick={() => setReversing(line)}>
            {hours.reverse}
          </Button>
        )}
        {line.abilities.includes('hours.ask-correction') && (
          <Button size="small" type="text" onClick={() => setAsking(line)}>
            {proof.line.ask}
          </Button>
        )}
      </>
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
            aria-label={kit.shownAs}
            value={figures ? 'figures' : 'list'}
            onChange={(view) =>
              setAddress({ ...(address.get('mine') ? { mine: 'true' } : {}), ...(view === 'figures' ? { view } : {}) })
            }
            options={[
              { value: 'list', label: kit.asList },
              { value: 'figures', label: kit.figures },
            ]}
          />
          <HoursWays />
          <OwnTimes />
        </>
      }
    >
      {total.data && !figures && (
        <HourSumsLine sums={total.data.byEvidence} waitingMinutes={total.data.waitingMinutes} />
      )}
      {!figures && <DifferencePart />}
      {figures ? <HoursFigures mine={mine} /> : <RecordList spec={spec} />}
      {asking && <AskDialog line={asking} onClose={() => setAsking(null)} />}
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
  const hours = useWords(hourListTexts);
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
