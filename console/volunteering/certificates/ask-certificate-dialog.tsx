import { useQuery } from '@tanstack/react-query';
import { App, DatePicker, Form, Modal, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import type { CertificateRequestLine, RecordingUnit, recordingUnitList } from '@xiangyin/server/contract';
import { read } from '../../kit/api.ts';
import { showInForm } from '../../kit/form-problems.ts';
import { inWords, useLanguage } from '../../kit/language.ts';
import { Loaded } from '../../kit/loaded.tsx';
import { refresh } from '../../kit/queries.ts';
import { SaveButton } from '../../kit/save-button.tsx';
import type { Answer } from '../../kit/shape.ts';
import { useWords } from '../../kit/texts.ts';
import { useAct } from '../../kit/use-act.ts';
import { proofTexts } from '../hours/hours-texts.ts';

/** Asks a unit that recorded hours of mine for a certificate of some days. */
export function AskCertificateDialog({ onClose }: { onClose: () => void }) {
  const { certificates: words } = useWords(proofTexts);
  const query = useQuery({
    queryKey: ['recording-units'],
    queryFn: ({ signal }) => read<Answer<typeof recordingUnitList>>('/recording-units', {}, { signal }),
  });
  return (
    <Modal open onCancel={onClose} footer={null} title={words.askTitle} width={460}>
      <p className="meta" style={{ marginBottom: 12 }}>
        {words.askHint}
      </p>
      <Loaded query={query}>
        {({ items }) => <AskForm units={items.filter((one) => !one.asked)} onClose={onClose} />}
      </Loaded>
    </Modal>
  );
}

interface Typed {
  /** Where it stands in the list: the county's own centre has no id. */
  at: number;
  from: Dayjs;
  until: Dayjs;
}

function AskForm({ units, onClose }: { units: readonly RecordingUnit[]; onClose: () => void }) {
  const { certificates: words } = useWords(proofTexts);
  const language = useLanguage();
  const { message } = App.useApp();
  const [form] = Form.useForm<Typed>();
  const { run, busy } = useAct<CertificateRequestLine>({ onProblem: (problem) => showInForm(form, problem) });
  const [first] = units;
  if (!first) return <p>{words.askNone}</p>;
  const daysOf = (unit: RecordingUnit) => ({ from: dayjs(unit.firstOn), until: dayjs(unit.lastOn) });
  const ask = async ({ at, from, until }: Typed): Promise<void> => {
    const asked = await run('POST', '/certificate-requests', {
      unitId: units[at]?.unit.id ?? null,
      from: from.format('YYYY-MM-DD'),
      until: until.format('YYYY-MM-DD'),
    });
    if (!asked) return;
    void message.success(words.asked);
    onClose();
    await refresh();
  };
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ at: 0, ...daysOf(first) }}
      onValuesChange={({ at }: Partial<Typed>) => {
        const chosen = at === undefined ? undefined : units[at];
        if (chosen) form.setFieldsValue(daysOf(chosen));
      }}
      onFinish={(typed) => void ask(typed)}
    >
      <Form.Item name="at" label={words.askUnit}>
        <Select options={units.map(({ unit }, value) => ({ value, label: inWords(unit.name, language) }))} />
      </Form.Item>
      <div className="two-fields">
        {(['from', 'until'] as const).map((name) => (
          <Form.Item key={name} name={name} label={words[name]}>
            <DatePicker allowClear={false} style={{ width: '100%' }} />
          </Form.Item>
        ))}
      </div>
      <SaveButton busy={busy}>{words.ask}</SaveButton>
    </Form>
  );
}
