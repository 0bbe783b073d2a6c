import { Button, Form, InputNumber } from 'antd';
import { useState } from 'react';
import type { HourLine } from '@xiangyin/server/contract';
import { useConfirm } from '../../kit/confirm.ts';
import { inWords, useLanguage } from '../../kit/language.ts';
import type { ListSpec } from '../../kit/list/list-spec.ts';
import { RecordList } from '../../kit/list/record-list.tsx';
import { Quiet } from '../../kit/page.tsx';
import { refresh } from '../../kit/queries.ts';
import { ReasonDialog } from '../../kit/reason-dialog.tsx';
import { Tag } from '../../kit/tag.tsx';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { useAct } from '../../kit/use-act.ts';
import { usePlaces } from '../../places/use-places.ts';
import { serviceTexts } from '../services/service-texts.ts';
import { AskDialog } from './ask-dialog.tsx';
import { hourListTexts } from './hour-list-texts.ts';
import { proofTexts } from './hours-texts.ts';

/** How well an hour is proven, best first. */
const evidenceClasses = ['witnessed', 'device-timed', 'organiser-attested', 'typed-in-later'] as const;

/** The entries of the ledger, each with what may be done about it: signed by a second, reversed, asked to be put right. Whoever may not see all sees their own. */
export function HoursList({ mayAll }: { mayAll: boolean }) {
  const hours = useWords(hourListTexts);
  const services = useWords(serviceTexts);
  const proof = useWords(proofTexts);
  const confirm = useConfirm();
  const { run } = useAct<HourLine>();
  const language = useLanguage();
  const times = useTimes();
  const { longName } = usePlaces();
  const [reversing, setReversing] = useState<HourLine | null>(null);
  const [asking, setAsking] = useState<HourLine | null>(null);
  const sign = async (line: HourLine): Promise<void> => {
    const { signTitle: title, signHint: consequence, sign: act } = proof.line;
    if (!(await confirm({ title, consequence, act, danger: false }))) return;
    if (await run('POST', `/hours/${line.id}/signatures`, {})) await refresh();
  };
  const spec: ListSpec<HourLine> = {
    name: 'hours',
    path: '/hours',
    pageSize: 30,
    always: { mine: mayAll ? undefined : true },
    searchParam: 'q',
    searchHint: hours.search,
    // By when they were written down: what was served long ago may come late.
    sorts: [
      { value: 'newest', label: hours.lastWritten },
      { value: 'oldest', label: hours.firstWritten },
    ],
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
      {
        key: 'stands',
        title: hours.stands,
        exported: true,
        text: (line) =>
          line.kind === 'reversal'
            ? hours.reversal
            : line.reversed
              ? hours.reversed
              : line.waits
                ? proof.line.waits
                : hours.standing,
      },
      {
        key: 'second',
        title: hours.second,
        exported: true,
        text: (line) => line.signedBy ?? '',
      },
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
    <>
      <RecordList spec={spec} />
      {asking && <AskDialog line={asking} onClose={() => setAsking(null)} />}
      {reversing && <ReverseDialog line={reversing} onClose={() => setReversing(null)} />}
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
