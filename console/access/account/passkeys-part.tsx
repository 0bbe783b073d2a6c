import { startRegistration } from '@simplewebauthn/browser';
import { App, Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import type { creationOptions, CredentialsView, PasskeyView } from '@xiangyin/server/contract';
import { act } from '../../kit/api.ts';
import { useConfirm } from '../../kit/confirm.ts';
import { Part } from '../../kit/page.tsx';
import { isProblem } from '../../kit/problem.ts';
import { refresh } from '../../kit/queries.ts';
import type { Answer } from '../../kit/shape.ts';
import { SaveButton } from '../../kit/save-button.tsx';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { useAct } from '../../kit/use-act.ts';
import { accessTexts } from '../access-texts.ts';
import { Lines } from './lines.tsx';

/** Passkeys: the ones there are, adding and removing. */
export function PasskeysPart({ held }: { held: CredentialsView }) {
  const { account } = useWords(accessTexts);
  const times = useTimes('real');
  const confirm = useConfirm();
  const { run } = useAct<null>();
  const [adding, setAdding] = useState(false);
  const remove = async (passkey: PasskeyView): Promise<void> => {
    if (!(await confirm({ title: passkey.name, consequence: account.removeSure, act: account.remove }))) return;
    await run('DELETE', `/me/passkeys/${passkey.id}`);
    await refresh();
  };
  return (
    <Part title={account.passkeys} aside={<Button onClick={() => setAdding(true)}>{account.addPasskey}</Button>}>
      <p className="meta">{account.passkeysHint}</p>
      <Lines
        empty={account.none}
        lines={held.passkeys.map((passkey) => ({
          key: passkey.id,
          title: passkey.serverHeld ? account.serverHeldName : passkey.name,
          meta: [
            passkey.serverHeld ? account.serverHeld : '',
            passkey.usedAt ? account.used(times.at(passkey.usedAt)) : account.neverUsed,
          ]
            .filter(Boolean)
            .join(' · '),
          action: passkey.serverHeld ? null : (
            <Button type="text" onClick={() => void remove(passkey)}>
              {account.remove}
            </Button>
          ),
        }))}
      />
      <AddPasskey open={adding} onClose={() => setAdding(false)} />
    </Part>
  );
}

function AddPasskey({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { account, door } = useWords(accessTexts);
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const add = async ({ name }: { name: string }): Promise<void> => {
    setBusy(true);
    try {
      const { publicKey } = await act<Answer<typeof creationOptions>>('POST', '/me/passkey-options');
      const made = await startRegistration({ optionsJSON: publicKey });
      const { id, rawId, response } = made;
      await act('POST', '/me/passkeys', {
        name,
        attestation: {
          id,
          rawId,
          type: 'public-key',
          clientExtensionResults: {},
          response: {
            clientDataJSON: response.clientDataJSON,
            attestationObject: response.attestationObject,
            ...(response.transports ? { transports: response.transports } : {}),
          },
        },
      });
      void message.success(account.passkeyAdded);
      onClose();
      await refresh();
    } catch (problem) {
      void message.error(isProblem(problem) ? problem.message : account.passkeyFailed);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal open={open} onCancel={onClose} footer={null} title={account.addPasskey} destroyOnHidden width={420}>
      <Form layout="vertical" requiredMark={false} onFinish={(typed: { name: string }) => void add(typed)}>
        <Form.Item name="name" label={account.passkeyName} rules={[{ required: true, message: door.needed }]}>
          <Input maxLength={60} autoFocus />
        </Form.Item>
        <SaveButton busy={busy} />
      </Form>
    </Modal>
  );
}
