import { Button, Form, InputNumber, Segmented } from 'antd';
import { useState } from 'react';
import type { CorrectionLine } from '@xiangyin/server/contract';
import { Due } from '../kit/due.tsx';
import { inWords, useLanguage } from '../kit/language.ts';
import type { ListSpec } from '../kit/list/list-spec.ts';
import { RecordList } from '../kit/list/record-list.tsx';
import { Page, Quiet } from '../kit/page.tsx';
import { refresh } from '../kit/queries.ts';
import { Tag } from '../kit/tag.tsx';
import { useWords } from '../kit/texts.ts';
import { useTimes } from '../kit/time.ts';
import { useAct } from '../kit/use-act.ts';
import { proofTexts } from './hours/hours-texts.ts';
import { ReasonDialog } from '../kit/reason-dialog.tsx';

/** Volunteers who say that an entry is wrong: what they say beside what was recorded, and after the answer both versions. */
export function HourCorrectionsPage() {
  const { corrections: words, ways } = useWords(proofTexts);
  const language = useLanguage();
  const times = useTimes();
  const [answering, setAnswering] = useState<CorrectionLine | null>(null);
  const verdictOf = ({ verdict, amended }: CorrectionLine): string => {
    if (verdict === null) return '';
    if (verdict === 'kept') return words.verdicts.kept;
    return amended ? words.amended(amended.minutes) : words.taken;
  };
  const spec: ListSpec<CorrectionLine> = {
    name: 'hour-corrections',
    path: '/hour-corrections',
    pageSize: 30,
    searchParam: 'q',
    searchHint: words.search,
    sorts: [
      { value: 'due', label: words.byDue },
      { value: 'newest', label: words.newest },
    ],
    placeParam: null,
    tabs: {
      param: 'open',
      options: [
        { value: '', label: words.all },
        { value: 'true', label: words.open },
      ],
    },
    rowKey: (one) => one.id,
    columns: [
      {
        key: 'what',
        title: words.what,
        text: ({ entry }) => inWords(entry.service, language),
        cell: ({ entry }) => (
          <>
            <strong>{inWords(entry.service, language)}</strong>
            <div className="second">
              {entry.name} · {times.at(entry.happenedAt)} · {words.recorded(entry.minutes)}
            </div>
          </>
        ),
      },
      { key: 'who', title: words.who, exported: true, text: ({ entry }) => entry.name },
      { key: 'happened', title: words.happened, exported: true, text: ({ entry }) => entry.happenedAt },
      {
        key: 'recorded',
        title: words.recordedMinutes,
        exported: true,
        text: ({ entry }) => String(entry.minutes),
      },
      {
        key: 'claimed',
        title: words.claimedMinutes,
        exported: true,
        text: (one) => (one.minutes === null ? '' : String(one.minutes)),
      },
      {
        key: 'said',
        title: words.said,
        text: (one) => one.said,
        cell: (one) => (
          <>
            {one.said}
            {one.minutes !== null && <div className="second">{words.claimed(one.minutes)}</div>}
          </>
        ),
      },
      {
        key: 'verdict',
        title: words.verdict,
        text: (one) => verdictOf(one),
        cell: (one) =>
          one.verdict === null ? (
            <Due at={one.dueAt} soonMinutes={2_880} />
          ) : (
            <>
              <Tag tone={one.verdict === 'amended' ? 'ok' : 'plain'}>{verdictOf(one)}</Tag>
              <div className="second">{one.reason}</div>
            </>
          ),
      },
      { key: 'why', title: words.why, exported: true, text: (one) => one.reason ?? '' },
      { key: 'due', title: words.due, exported: true, text: (one) => one.dueAt },
    ],
    action: (one) =>
      one.abilities.includes('hours.answer-correction') && (
        <Button size="small" type="primary" onClick={() => setAnswering(one)}>
          {words.answer}
        </Button>
      ),
    empty: <Quiet title={words.empty} />,
  };
  return (
    <Page title={words.title} meta={words.lead} crumb={{ to: '/hours', text: ways.hours }}>
      <RecordList spec={spec} />
      {answering && <AnswerDialog line={answering} onClose={() => setAnswering(null)} />}
    </Page>
  );
}

function AnswerDialog({ line, onClose }: { line: CorrectionLine; onClose: () => void }) {
  const { corrections: words } = useWords(proofTexts);
  const [verdict, setVerdict] = useState<'amended' | 'kept'>('amended');
  const { run, busy } = useAct<CorrectionLine>();
  const give = async ({ reason, minutes }: { reason?: string; minutes?: number | null }): Promise<boolean> => {
    const body = verdict === 'amended' ? { verdict, reason, minutes } : { verdict, reason };
    if (!(await run('POST', `/hour-corrections/${line.id}/answers`, body))) return false;
    await refresh();
    return true;
  };
  return (
    <ReasonDialog<{ reason?: string; minutes?: number | null }>
      title={words.answerTitle}
      hint={line.said}
      label={words.reason}
      busy={busy}
      onClose={onClose}
      onGive={give}
    >
      <Form.Item label={words.verdict}>
        <Segmented
          aria-label={words.verdict}
          block
          value={verdict}
          onChange={setVerdict}
          options={(['amended', 'kept'] as const).map((value) => ({ value, label: words.verdicts[value] }))}
        />
      </Form.Item>
      {verdict === 'amended' && (
        <Form.Item
          name="minutes"
          label={words.minutes}
          extra={words.twoHands}
          initialValue={line.minutes ?? undefined}
          rules={[{ required: true }]}
        >
          <InputNumber min={0} max={1_440} precision={0} style={{ width: 140 }} />
        </Form.Item>
      )}
    </ReasonDialog>
  );
}
