import { Alert, Button, Divider, Form, Input } from 'antd';
import { useState } from 'react';
import type { passkeyOptions, SignedIn } from '@xiangyin/server/contract';
import { act } from '../kit/api.ts';
import { isProblem } from '../kit/problem.ts';
import type { Answer } from '../kit/shape.ts';
import { useWords } from '../kit/texts.ts';
import { accessTexts } from './access-texts.ts';
import { askPasskey, passkeysWork } from './passkeys.ts';
import { ProviderButton } from './provider-button.tsx';
import { SecondFactorForm } from './second-factor-form.tsx';

/** Signs in, on the page of its own and in the dialog over another page: password, then the code if there is one; or a passkey. */
export function SignInForm({ onSignedIn }: { onSignedIn: (answer: SignedIn) => void }) {
  const { door } = useWords(accessTexts);
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState<'password' | 'passkey' | 'provider' | null>(null);
  const [second, setSecond] = useState(false);
  if (second) return <SecondFactorForm onDone={onSignedIn} />;
  const attempt = async (way: 'password' | 'passkey', work: () => Promise<SignedIn>): Promise<void> => {
    setBusy(way);
    setError(null);
    try {
      const answer = await work();
      if (answer.needs === 'second-factor') setSecond(true);
      else onSignedIn(answer);
    } catch (problem) {
      setError(isProblem(problem) ? problem.message : way === 'passkey' ? door.passkeyFailed : door.failed);
    } finally {
      setBusy(null);
    }
  };
  const byPassword = (typed: { login: string; password: string }) =>
    attempt('password', () => act<SignedIn>('POST', '/sessions', typed, { gate: false }));
  const byPasskey = () =>
    attempt('passkey', async () => {
      const options = await act<Answer<typeof passkeyOptions>>('POST', '/passkey-sign-in-options', undefined, {
        gate: false,
      });
      return act<SignedIn>(
        'POST',
        '/passkey-sessions',
        { assertion: await askPasskey(options.publicKey) },
        { gate: false },
      );
    });
  // The page goes: what it shows stays busy until then.
  const byProvider = async (work: () => Promise<void>): Promise<void> => {
    setBusy('provider');
    setError(null);
    try {
      await work();
    } catch (problem) {
      setError(isProblem(problem) ? problem.message : door.failed);
      setBusy(null);
    }
  };
  return (
    <div>
      {error !== null && <Alert type="error" title={error} role="alert" style={{ marginBottom: 16 }} />}
      <Form
        layout="vertical"
        requiredMark={false}
        onFinish={(typed: { login: string; password: string }) => void byPassword(typed)}
      >
        <Form.Item name="login" label={door.login} rules={[{ required: true, message: door.needed }]}>
          <Input
            size="large"
            autoComplete="username webauthn"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={120}
          />
        </Form.Item>
        <Form.Item name="password" label={door.password} rules={[{ required: true, message: door.needed }]}>
          <Input.Password size="large" autoComplete="current-password" maxLength={400} />
        </Form.Item>
        <Button block type="primary" size="large" htmlType="submit" loading={busy === 'password'}>
          {door.signIn}
        </Button>
      </Form>
      {passkeysWork() && (
        <>
          <Divider plain>{door.or}</Divider>
          <Button block size="large" loading={busy === 'passkey'} onClick={() => void byPasskey()}>
            {door.passkey}
          </Button>
        </>
      )}
      <ProviderButton busy={busy === 'provider'} run={(work) => void byProvider(work)} />
    </div>
  );
}
