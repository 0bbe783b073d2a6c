import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import type { CredentialsView, SignedIn } from '@xiangyin/server/contract';
import { showInForm } from '../../kit/form-problems.ts';
import { Part } from '../../kit/page.tsx';
import { refresh } from '../../kit/queries.ts';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { useAct } from '../../kit/use-act.ts';
import { accessTexts } from '../access-texts.ts';
import { FoldedForm } from './folded-form.tsx';

/** The password, and changing it. */
export function PasswordPart({ held }: { held: CredentialsView }) {
  const { account, invitation, door } = useWords(accessTexts);
  const times = useTimes('real');
  const { message } = App.useApp();
  const [form] = Form.useForm<{ current?: string; password: string }>();
  const [open, setOpen] = useState(false);
  const { run, busy } = useAct<SignedIn>({ onProblem: (problem) => showInForm(form, problem) });
  const change = async (typed: { current?: string; password: string }): Promise<void> => {
    if (!(await run('PUT', '/me/password', typed))) return;
    void message.success(account.passwordChanged);
    setOpen(false);
    await refresh();
  };
  const needed = [{ required: true, message: door.needed }];
  return (
    <Part
      title={account.passwordTitle}
      aside={!open && <Button onClick={() => setOpen(true)}>{account.changePassword}</Button>}
    >
      <p className="meta">
        {held.passwordChangedAt
          ? account.passwordSet(times.on(held.passwordChangedAt))
          : held.hasPassword
            ? ''
            : account.noPassword}
      </p>
      {open && (
        <FoldedForm form={form} busy={busy} onSave={change} onFold={() => setOpen(false)}>
          {held.hasPassword && (
            <Form.Item name="current" label={account.current} rules={needed}>
              <Input.Password autoComplete="current-password" maxLength={400} autoFocus />
            </Form.Item>
          )}
          <Form.Item name="password" label={account.fresh} extra={invitation.passwordHint} rules={needed}>
            <Input.Password autoComplete="new-password" maxLength={400} />
          </Form.Item>
        </FoldedForm>
      )}
    </Part>
  );
}
