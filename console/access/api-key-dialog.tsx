import { Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import type { NewApiKey, NewApiKeyRequest } from '@xiangyin/server/contract';
import { showInForm } from '../kit/form-problems.ts';
import { refresh } from '../kit/queries.ts';
import { SaveButton } from '../kit/save-button.tsx';
import { ShownOnce } from '../kit/shown-once.tsx';
import { useWords } from '../kit/texts.ts';
import { useAct } from '../kit/use-act.ts';
import { apiKeyTexts } from './api-key-texts.ts';

const limits = [600, 3_000, 12_000, 60_000];

/** For whom and what for; then the key, shown this once. */
export function ApiKeyDialog({ onClose }: { onClose: () => void }) {
  const words = useWords(apiKeyTexts);
  const [key, setKey] = useState<string | null>(null);
  return key === null ? (
    <Modal open onCancel={onClose} footer={null} title={words.make} width={480}>
      <ApiKeyForm onMade={setKey} />
    </Modal>
  ) : (
    <ShownOnce title={words.make} once={words.show} secret={key} taken={words.taken} onClose={onClose}>
      <p className="second">{words.how}</p>
      <code style={{ overflowWrap: 'anywhere' }}>Authorization: Bearer {key.slice(0, 8)}…</code>
    </ShownOnce>
  );
}

function ApiKeyForm({ onMade }: { onMade: (key: string) => void }) {
  const words = useWords(apiKeyTexts);
  const [form] = Form.useForm<NewApiKeyRequest>();
  const { run, busy } = useAct<NewApiKey>({ onProblem: (problem) => showInForm(form, problem) });
  const make = async (typed: NewApiKeyRequest): Promise<void> => {
    const made = await run('POST', '/api-keys', typed);
    if (!made) return;
    onMade(made.key);
    await refresh();
  };
  const needed = [{ required: true, whitespace: true, message: words.needed }];
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ perMinute: limits[0] }}
      onFinish={(typed) => void make(typed)}
    >
      <Form.Item name="owner" label={words.owner} extra={words.ownerHint} rules={needed}>
        <Input maxLength={120} autoFocus />
      </Form.Item>
      <Form.Item name="purpose" label={words.purpose} extra={words.purposeHint} rules={needed}>
        <Input maxLength={300} />
      </Form.Item>
      <Form.Item name="perMinute" label={words.perMinute} extra={words.perMinuteHint}>
        <Select options={limits.map((value) => ({ value, label: words.times(value) }))} />
      </Form.Item>
      <SaveButton busy={busy}>{words.make}</SaveButton>
    </Form>
  );
}
