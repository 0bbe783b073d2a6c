import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Form, Input, Segmented } from 'antd';
import { useState } from 'react';
import type { MeView, passkeyOptions, StepUpRequest } from '@xiangyin/server/contract';
import { act, read } from '../kit/api.ts';
import { isProblem } from '../kit/problem.ts';
import type { Answer } from '../kit/shape.ts';
import { useWords } from '../kit/texts.ts';
import { accessTexts } from './access-texts.ts';
import { askPasskey, passkeysWork } from './passkeys.ts';

/** Confirms once more who it is, by what this person has. */
export function StepUpForm({ onDone }: { onDone: () => void }) {
  const { stepUp, door } = useWords(accessTexts);
  const me = useQuery({ queryKey: ['me'], queryFn: () => read<MeView>('/me', {}, { gate: false }) });
  const [chosen, setChosen] = useState<'password' | 'code' | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  if (!me.data) return null;
  const { hasPasskey, hasPassword, hasTotp } = me.data;
  const way = chosen ?? (hasTotp ? 'code' : 'password');
  const confirm = async (make: () => Promise<StepUpRequest>): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      await act('POST', '/sessions/current/step-ups', await make(), { gate: false });
      onDone();
    } catch (problem) {
      setError(isProblem(problem) ? problem.message : door.passkeyFailed);
    } finally {
      setBusy(false);
    }
  };
  const byPasskey = () =>
    confirm(async () => {
      const options = await act<Answer<typeof passkeyOptions>>('POST', '/sessions/current/step-up-options', undefined, {
        gate: false,
      });
      return { assertion: await askPasskey(options.publicKey) };
    });
  return (
    <div className="stack">
      {error !== null && <Alert type="error" title={error} role="alert" />}
      {hasPasskey && passkeysWork() && (
        <Button block type="primary" size="large" loading={busy} onClick={() => void byPasskey()}>
          {stepUp.passkey}
        </Button>
      )}
      {hasPassword && hasTotp && (
        <Segmented
          aria-label={stepUp.way}
          block
          value={way}
          onChange={setChosen}
          options={[
            { value: 'code', label: stepUp.useCode },
            { value: 'password', label: stepUp.usePassword },
          ]}
        />
      )}
      {(hasPassword || hasTotp) && (
        <Form
          layout="vertical"
          requiredMark={false}
          onFinish={({ proof }: { proof: string }) =>
            void confirm(() => Promise.resolve(way === 'code' ? { code: proof } : { password: proof }))
          }
        >
          <Form.Item
            key={way}
            name="proof"
            label={way === 'code' ? stepUp.code : stepUp.password}
            rules={[{ required: true, message: door.needed }]}
          >
            {way === 'code' ? (
              <Input
                size="large"
                inputMode="numeric"
                autoComplete="one-time-code"
                maxLength={7}
                className="num"
                autoFocus
              />
            ) : (
              <Input.Password size="large" autoComplete="current-password" maxLength={400} autoFocus />
            )}
          </Form.Item>
          <Button block size="large" htmlType="submit" loading={busy} type={hasPasskey ? 'default' : 'primary'}>
            {stepUp.confirm}
          </Button>
        </Form>
      )}
    </div>
  );
}
