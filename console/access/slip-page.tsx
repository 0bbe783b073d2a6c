import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { SignedIn, SlipUse } from '@xiangyin/server/contract';
import { act } from '../kit/api.ts';
import { showInForm } from '../kit/form-problems.ts';
import { isProblem } from '../kit/problem.ts';
import { queries } from '../kit/queries.ts';
import { useWords } from '../kit/texts.ts';
import { accessTexts } from './access-texts.ts';
import { Door } from './door.tsx';

/** Sets a new password with the slip that the desk printed. */
export function SlipPage() {
  const { slip, door } = useWords(accessTexts);
  const navigate = useNavigate();
  const [form] = Form.useForm<SlipUse>();
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const use = async (typed: SlipUse): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      const answer = await act<SignedIn>('POST', '/slip-uses', typed, { gate: false });
      queries.clear();
      void navigate(answer.needs === 'nothing' ? '/' : '/account', { replace: true });
    } catch (problem) {
      if (isProblem(problem) && showInForm(form, problem)) return;
      setError(isProblem(problem) ? problem.message : door.failed);
    } finally {
      setBusy(false);
    }
  };
  const needed = [{ required: true, message: door.needed }];
  return (
    <Door title={slip.title} lead={slip.lead}>
      {error !== null && <Alert type="error" title={error} role="alert" />}
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(typed) => void use(typed)}>
        <Form.Item name="login" label={door.login} rules={needed}>
          <Input size="large" autoComplete="username" maxLength={120} />
        </Form.Item>
        <Form.Item name="code" label={slip.code} rules={needed}>
          <Input size="large" className="num" autoComplete="off" autoCapitalize="characters" maxLength={60} />
        </Form.Item>
        <Form.Item name="password" label={slip.newPassword} rules={needed}>
          <Input.Password size="large" autoComplete="new-password" maxLength={400} />
        </Form.Item>
        <Button block type="primary" size="large" htmlType="submit" loading={busy}>
          {slip.set}
        </Button>
      </Form>
    </Door>
  );
}
