import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import type { SignedIn } from '@xiangyin/server/contract';
import { act } from '../kit/api.ts';
import { isProblem } from '../kit/problem.ts';
import { useWords } from '../kit/texts.ts';
import { accessTexts } from './access-texts.ts';

/** The code that a session still lacks, from the app or from the list of recovery codes. */
export function SecondFactorForm({ onDone }: { onDone: (answer: SignedIn) => void }) {
  const { second, door } = useWords(accessTexts);
  const [recovery, setRecovery] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const give = async ({ code }: { code: string }): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      onDone(
        await act<SignedIn>('POST', '/sessions/current/second-factors', recovery ? { recoveryCode: code } : { code }, {
          gate: false,
        }),
      );
    } catch (problem) {
      setError(isProblem(problem) ? problem.message : door.failed);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="stack">
      <p>{second.lead}</p>
      {error !== null && <Alert type="error" title={error} role="alert" />}
      <Form layout="vertical" requiredMark={false} onFinish={(typed: { code: string }) => void give(typed)}>
        <Form.Item
          key={String(recovery)}
          name="code"
          label={recovery ? second.recovery : second.code}
          rules={[{ required: true, message: door.needed }]}
        >
          <Input
            size="large"
            autoFocus
            autoComplete="one-time-code"
            inputMode={recovery ? 'text' : 'numeric'}
            maxLength={60}
            className="num"
          />
        </Form.Item>
        <Button block type="primary" size="large" htmlType="submit" loading={busy}>
          {second.go}
        </Button>
      </Form>
      <Button type="link" onClick={() => setRecovery(!recovery)}>
        {recovery ? second.useCode : second.useRecovery}
      </Button>
    </div>
  );
}
