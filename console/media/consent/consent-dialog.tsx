import { App, Button, Checkbox, DatePicker, Form, Input, Modal, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useRef, useState } from 'react';
import type { RecordedConsentView } from '@xiangyin/server/contract';
import { showInForm } from '../../kit/form-problems.ts';
import { isProblem } from '../../kit/problem.ts';
import { refresh } from '../../kit/queries.ts';
import { SaveButton } from '../../kit/save-button.tsx';
import { useMe } from '../../kit/session.ts';
import { useWords } from '../../kit/texts.ts';
import { useAct } from '../../kit/use-act.ts';
import { dayWritten } from '../said-fields.tsx';
import { consentTexts } from './consent-texts.ts';
import { formTypes, sendForm } from './send-form.ts';

interface Typed {
  givenBy: string;
  asGuardian: boolean;
  forWhom?: string;
  way: 'paper' | 'voice' | 'writing';
  givenOn: Dayjs | null;
  scope?: string;
  validUntil: Dayjs | null;
}

/** Notes that somebody agreed, with the form where there is one. */
export function ConsentDialog({ path, onClose }: { path: string; onClose: () => void }) {
  const words = useWords(consentTexts);
  const { message } = App.useApp();
  const zone = useMe().county.timeZone;
  const [form] = Form.useForm<Typed>();
  const [file, setFile] = useState<File | null>(null);
  const [sending, setSending] = useState(false);
  const { run, busy } = useAct<RecordedConsentView>({ onProblem: (problem) => showInForm(form, problem) });
  const save = async (typed: Typed): Promise<void> => {
    const { givenOn, validUntil, forWhom, scope, ...rest } = typed;
    const recorded = await run('POST', `${path}/consents`, {
      ...rest,
      ...(givenOn ? { givenOn: dayWritten(givenOn) } : {}),
      forWhom: forWhom ?? '',
      scope: scope ?? '',
      validUntil: dayWritten(validUntil),
    });
    if (!recorded) return;
    if (await attach(recorded.id)) void message.success(words.recorded);
    await refresh();
    onClose();
  };
  const attach = async (id: string): Promise<boolean> => {
    if (!file) return true;
    setSending(true);
    try {
      await sendForm(id, file);
      return true;
    } catch (problem) {
      void message.warning([isProblem(problem) ? problem.message : '', words.formFailed].join(' '), 8);
      return false;
    } finally {
      setSending(false);
    }
  };
  return (
    <Modal open onCancel={onClose} footer={null} title={words.record} width={560}>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ way: 'paper', asGuardian: false, givenOn: dayjs().tz(zone), validUntil: null }}
        onFinish={(typed) => void save(typed)}
      >
        <Form.Item
          name="givenBy"
          label={words.givenBy}
          extra={words.givenByHint}
          rules={[{ required: true, whitespace: true, message: words.becauseNeeded }]}
        >
          <Input autoFocus maxLength={100} autoComplete="off" />
        </Form.Item>
        <Form.Item name="asGuardian" valuePropName="checked">
          <Checkbox>{words.asGuardian}</Checkbox>
        </Form.Item>
        <Form.Item noStyle shouldUpdate={(before: Typed, after: Typed) => before.asGuardian !== after.asGuardian}>
          {({ getFieldValue }) =>
            getFieldValue('asGuardian') === true && (
              <Form.Item name="forWhom" label={words.forWhom}>
                <Input maxLength={100} autoComplete="off" />
              </Form.Item>
            )
          }
        </Form.Item>
        <div className="two-fields">
          <Form.Item name="way" label={words.way}>
            <Select
              options={(['paper', 'voice', 'writing'] as const).map((way) => ({ value: way, label: words.ways[way] }))}
            />
          </Form.Item>
          <Form.Item name="givenOn" label={words.givenOn}>
            <DatePicker allowClear={false} style={{ width: '100%' }} />
          </Form.Item>
        </div>
        <Form.Item name="scope" label={words.scope} extra={words.scopeHint}>
          <Input maxLength={500} />
        </Form.Item>
        <Form.Item name="validUntil" label={words.validUntil}>
          <DatePicker style={{ width: '100%' }} placeholder={words.untilRevoked} />
        </Form.Item>
        <Form.Item label={words.form} extra={words.formHint}>
          <FormChooser file={file} onChoose={setFile} />
        </Form.Item>
        <SaveButton busy={busy || sending}>{sending ? words.formOnItsWay : undefined}</SaveButton>
      </Form>
    </Modal>
  );
}

function FormChooser({ file, onChoose }: { file: File | null; onChoose: (file: File | null) => void }) {
  const words = useWords(consentTexts);
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <div className="row tight">
      <Button onClick={() => chooser.current?.click()}>{words.chooseForm}</Button>
      {file && <span className="meta consent-file">{file.name}</span>}
      <input
        ref={chooser}
        type="file"
        accept={formTypes}
        aria-label={words.form}
        hidden
        // The form's own style of fields would show it.
        style={{ display: 'none' }}
        onChange={(event) => onChoose(event.target.files?.[0] ?? null)}
      />
    </div>
  );
}
