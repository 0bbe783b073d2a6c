import { Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import type { CredentialsView, recoveryCodes, totpSetup } from '@xiangyin/server/contract';
import { useConfirm } from '../../kit/confirm.ts';
import { CopyText } from '../../kit/copy-text.tsx';
import { Part } from '../../kit/page.tsx';
import { refresh } from '../../kit/queries.ts';
import type { Answer } from '../../kit/shape.ts';
import { Tag } from '../../kit/tag.tsx';
import { SaveButton } from '../../kit/save-button.tsx';
import { useWords } from '../../kit/texts.ts';
import { useAct } from '../../kit/use-act.ts';
import { accessTexts } from '../access-texts.ts';
import { RecoveryCodes } from './recovery-codes.tsx';

/** The code app and the recovery codes that go with it. */
export function TotpPart({ held }: { held: CredentialsView }) {
  const { account } = useWords(accessTexts);
  const confirm = useConfirm();
  const begin = useAct<Answer<typeof totpSetup>>();
  const renew = useAct<Answer<typeof recoveryCodes>>();
  const { run } = useAct<null>();
  const [setup, setSetup] = useState<Answer<typeof totpSetup> | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const end = async (): Promise<void> => {
    if (!(await confirm({ title: account.totpEnd, consequence: account.totpEndSure, act: account.totpEnd }))) return;
    await run('DELETE', '/me/totp');
    await refresh();
  };
  const renewCodes = async (): Promise<void> => {
    if (
      !(await confirm({ title: account.recoveryNew, consequence: account.recoveryNewSure, act: account.recoveryNew }))
    )
      return;
    setCodes((await renew.run('POST', '/me/recovery-codes'))?.codes ?? null);
  };
  const confirmed = (fresh: readonly string[]): void => {
    setSetup(null);
    if (fresh.length > 0) setCodes(fresh);
    void refresh();
  };
  return (
    <Part
      title={account.totp}
      aside={
        held.hasTotp ? (
          <Button onClick={() => void end()}>{account.totpEnd}</Button>
        ) : (
          <Button
            loading={begin.busy}
            onClick={() => void begin.run('POST', '/me/totp').then((made) => made && setSetup(made))}
          >
            {account.totpBegin}
          </Button>
        )
      }
    >
      <p className="meta">
        <Tag tone={held.hasTotp ? 'ok' : 'plain'}>{held.hasTotp ? account.totpOn : account.totpOff}</Tag>{' '}
        {account.totpHint}
      </p>
      {(held.hasTotp || held.recoveryCodesLeft > 0) && (
        <p className="row apart" style={{ flexWrap: 'nowrap', marginTop: 12 }}>
          <span>
            {account.recovery} · {account.recoveryLeft(held.recoveryCodesLeft)}
          </span>
          <Button type="text" onClick={() => void renewCodes()}>
            {account.recoveryNew}
          </Button>
        </p>
      )}
      {setup && <ConfirmTotp setup={setup} onClose={() => setSetup(null)} onDone={confirmed} />}
      <RecoveryCodes codes={codes} onClose={() => setCodes(null)} />
    </Part>
  );
}

function ConfirmTotp({
  setup,
  onClose,
  onDone,
}: {
  setup: Answer<typeof totpSetup>;
  onClose: () => void;
  onDone: (codes: readonly string[]) => void;
}) {
  const { account, second, door } = useWords(accessTexts);
  const { run, busy } = useAct<Answer<typeof recoveryCodes>>();
  const confirm = async ({ code }: { code: string }): Promise<void> => {
    const answer = await run('POST', '/me/totp/confirmations', { code });
    if (answer) onDone(answer.codes);
  };
  // The code is drawn by the server; as a picture it needs no markup of another's making in this page.
  const picture = `data:image/svg+xml;utf8,${encodeURIComponent(setup.qrSvg)}`;
  return (
    <Modal open onCancel={onClose} footer={null} title={account.totp} width={420}>
      <div className="stack">
        <p>{account.totpScan}</p>
        <img
          src={picture}
          alt={setup.uri}
          width={220}
          height={220}
          style={{ alignSelf: 'center', background: '#fff', borderRadius: 10, padding: 8 }}
        />
        <CopyText text={setup.secret} />
        <Form layout="vertical" requiredMark={false} onFinish={(typed: { code: string }) => void confirm(typed)}>
          <Form.Item name="code" label={second.code} rules={[{ required: true, message: door.needed }]}>
            <Input inputMode="numeric" autoComplete="one-time-code" maxLength={7} className="num" autoFocus />
          </Form.Item>
          <SaveButton busy={busy}>{second.go}</SaveButton>
        </Form>
      </div>
    </Modal>
  );
}
