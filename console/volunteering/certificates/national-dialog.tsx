import { Button, DatePicker, Form, Input, Modal } from 'antd';
import dayjs from 'dayjs';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import type { ReconciliationResult } from '@xiangyin/server/contract';
import { csvOf, download } from '../../kit/csv.ts';
import { inWords, useLanguage } from '../../kit/language.ts';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { useAct } from '../../kit/use-act.ts';
import { proofTexts } from '../hours/hours-texts.ts';
import { readAnswer } from './read-answer.ts';
import { reconciledRows } from './reconciled-rows.ts';

interface Typed {
  from: Dayjs;
  until: Dayjs;
  answer?: string;
}
type Line = ReconciliationResult['missing'][number];

/** Out to the national system and back: the file of a period, and its answer compared with the ledger. */
export function NationalDialog({ onClose }: { onClose: () => void }) {
  const { certificates: words } = useWords(proofTexts);
  const times = useTimes();
  const today = dayjs(times.now().format('YYYY-MM-DD'));
  const [form] = Form.useForm<Typed>();
  const [result, setResult] = useState<ReconciliationResult | null>(null);
  const { run, busy } = useAct<ReconciliationResult>();
  const days = Form.useWatch([], form);
  const span = days?.from
    ? { from: days.from.format('YYYY-MM-DD'), until: days.until.format('YYYY-MM-DD') }
    : undefined;
  const compare = async ({ answer = '' }: Typed): Promise<void> => {
    const read = readAnswer(answer);
    if ('badLine' in read) return form.setFields([{ name: 'answer', errors: [words.badLine(read.badLine)] }]);
    setResult((await run('POST', '/hour-reconciliations', { ...span, rows: read.rows })) ?? null);
  };
  return (
    <Modal open onCancel={onClose} footer={null} title={words.national} width={640}>
      <p style={{ marginBottom: 12 }}>{words.nationalLead}</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ from: today.startOf('month'), until: today }}
        onFinish={(typed) => void compare(typed)}
      >
        <div className="row" style={{ gap: 12, alignItems: 'end' }}>
          {(['from', 'until'] as const).map((name) => (
            <Form.Item key={name} name={name} label={words[name]}>
              <DatePicker allowClear={false} />
            </Form.Item>
          ))}
          <Form.Item>
            <Button href={`/api/v1/hour-exports?from=${span?.from}&until=${span?.until}`} download>
              {words.export}
            </Button>
          </Form.Item>
        </div>
        <Form.Item name="answer" label={words.answer}>
          <Input.TextArea autoSize={{ minRows: 4, maxRows: 10 }} spellCheck={false} className="num" />
        </Form.Item>
        <Button block type="primary" htmlType="submit" loading={busy}>
          {words.reconcile}
        </Button>
      </Form>
      {result && <Result result={result} name={`reconciliation-${span?.from}-${span?.until}.csv`} />}
    </Modal>
  );
}

// A list of a year may be long: the screen shows its beginning, the table has all of it.
const most = 200;

function Result({ result, name }: { result: ReconciliationResult; name: string }) {
  const { certificates: words } = useWords(proofTexts);
  const language = useLanguage();
  const said = (one: Line): string =>
    `${one.number} ${inWords(one.service, language)}${one.theirs === null ? '' : ` · ${words.theirs(one.minutes, one.theirs)}`}`;
  const lists = [
    [words.differing, result.differing.map((one) => [one.hourId, said(one)])],
    [words.missing, result.missing.map((one) => [one.hourId, said(one)])],
    [words.unknown, result.unknown.map((one) => [one.hourId, `${one.reference} ${one.hourId}`])],
  ] as const;
  return (
    <div role="status" style={{ marginTop: 16 }}>
      <p>
        <strong>{words.matched(result.matched)}</strong>
      </p>
      {lists.some(([, lines]) => lines.length > 0) && (
        <Button
          size="small"
          onClick={() => download(csvOf(reconciledRows(result, words, (service) => inWords(service, language))), name)}
        >
          {words.listAsTable}
        </Button>
      )}
      {lists
        .filter(([, lines]) => lines.length > 0)
        .map(([title, lines]) => (
          <details key={title} open>
            <summary>
              {title} ({lines.length})
            </summary>
            <ul className="plain-rows">
              {lines.slice(0, most).map(([id, text]) => (
                <li key={id}>{text}</li>
              ))}
            </ul>
            {lines.length > most && <p className="meta">{words.firstOf(most, lines.length)}</p>}
          </details>
        ))}
    </div>
  );
}
