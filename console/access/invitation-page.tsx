import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { invitationFound, SignedIn } from '@xiangyin/server/contract';
import { act } from '../kit/api.ts';
import { showInForm } from '../kit/form-problems.ts';
import { Loaded } from '../kit/loaded.tsx';
import { isProblem } from '../kit/problem.ts';
import { queries } from '../kit/queries.ts';
import type { Answer } from '../kit/shape.ts';
import { useWords } from '../kit/texts.ts';
import { accessTexts } from './access-texts.ts';
import { Door } from './door.tsx';

/** Where an invitation leads. Its secret stands behind `#`, so it never reaches a server's log. */
export function InvitationPage() {
  const { invitation } = useWords(accessTexts);
  const [address] = useSearchParams();
  const token = decodeURIComponent(location.hash.slice(1)).replace(/^token=/, '') || (address.get('token') ?? '');
  const found = useQuery({
    queryKey: ['invitation', token],
    enabled: token !== '',
    queryFn: () => act<Answer<typeof invitationFound>>('POST', '/invitation-lookups', { token }, { gate: false }),
  });
  if (token === '')
    return (
      <Door title={invitation.title('')} lead={invitation.missing}>
        {null}
      </Door>
    );
  if (isProblem(found.error) && found.error.status < 500) return <Door title={invitation.over}>{null}</Door>;
  return <Loaded query={found}>{(invited) => <Acceptance token={token} invited={invited} />}</Loaded>;
}

function Acceptance({ token, invited }: { token: string; invited: Answer<typeof invitationFound> }) {
  const { invitation, door } = useWords(accessTexts);
  const navigate = useNavigate();
  const [form] = Form.useForm<{ login: string; password: string }>();
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const open = async (typed: { login: string; password: string }): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      const answer = await act<SignedIn>('POST', '/invitation-acceptances', { token, ...typed }, { gate: false });
      queries.clear();
      void navigate(answer.needs === 'enrolment' ? '/account' : '/', { replace: true });
    } catch (problem) {
      if (isProblem(problem) && showInForm(form, problem)) return;
      setError(isProblem(problem) ? problem.message : door.failed);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Door title={invitation.title(invited.name)} lead={invitation.lead}>
      {error !== null && <Alert type="error" title={error} role="alert" />}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ login: invited.login ?? '' }}
        onFinish={(typed) => void open(typed)}
      >
        <Form.Item
          name="login"
          label={door.login}
          extra={invitation.loginHint}
          rules={[{ required: true, message: door.needed }]}
        >
          <Input size="large" autoComplete="username" maxLength={120} />
        </Form.Item>
        <Form.Item
          name="password"
          label={door.password}
          extra={invitation.passwordHint}
          rules={[{ required: true, message: door.needed }]}
        >
          <Input.Password size="large" autoComplete="new-password" maxLength={400} />
        </Form.Item>
        {invited.needsSecondFactor && <p className="meta">{invitation.secondFactor}</p>}
        <Button block type="primary" size="large" htmlType="submit" loading={busy} style={{ marginTop: 16 }}>
          {invitation.open}
        </Button>
      </Form>
    </Door>
  );
}
