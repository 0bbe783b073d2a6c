import { App, Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { ownData } from '@xiangyin/server/contract';
import { read } from '../../kit/api.ts';
import { download } from '../../kit/csv.ts';
import { Part } from '../../kit/page.tsx';
import { isProblem } from '../../kit/problem.ts';
import { queries } from '../../kit/queries.ts';
import { useMe } from '../../kit/session.ts';
import type { Answer } from '../../kit/shape.ts';
import { useWords } from '../../kit/texts.ts';
import { useAct } from '../../kit/use-act.ts';
import { accessTexts } from '../access-texts.ts';

/** Everything the system holds about the person: to take home, or to have deleted. */
export function OwnDataPart() {
  const { account } = useWords(accessTexts);
  const { message } = App.useApp();
  const { personId } = useMe();
  const [erasing, setErasing] = useState(false);
  const [busy, setBusy] = useState(false);
  const take = async (): Promise<void> => {
    setBusy(true);
    try {
      const data = await read<Answer<typeof ownData>>(`/people/${personId}/data`);
      download(new Blob([JSON.stringify(data, null, 2)], { type: 'application/json' }), 'xiangyin-my-data.json');
    } catch (problem) {
      void message.error(isProblem(problem) ? problem.message : String(problem));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Part title={account.data}>
      <p className="meta">{account.dataHint}</p>
      <div className="row" style={{ marginTop: 12 }}>
        <Button loading={busy} onClick={() => void take()}>
          {account.download}
        </Button>
        <Button danger onClick={() => setErasing(true)}>
          {account.erase}
        </Button>
      </div>
      <EraseDialog open={erasing} onClose={() => setErasing(false)} />
    </Part>
  );
}

function EraseDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { account, door } = useWords(accessTexts);
  const { message } = App.useApp();
  const navigate = useNavigate();
  const { personId } = useMe();
  const { run, busy } = useAct<null>();
  const [typed, setTyped] = useState('');
  const erase = async (): Promise<void> => {
    if ((await run('DELETE', `/people/${personId}/data`, { name: typed })) === undefined) return;
    for (const key of Object.keys(localStorage)) if (key.includes(personId)) localStorage.removeItem(key);
    queries.clear();
    void message.success(account.erased, 8);
    void navigate('/sign-in');
  };
  return (
    <Modal
      open={open}
      onCancel={onClose}
      title={account.erase}
      okText={account.erase}
      okButtonProps={{ danger: true, disabled: typed.trim() === '', loading: busy }}
      onOk={() => void erase()}
      destroyOnHidden
    >
      <div className="stack">
        <p>{account.eraseSure}</p>
        <Form.Item
          label={account.eraseName}
          layout="vertical"
          required={false}
          rules={[{ required: true, message: door.needed }]}
        >
          <Input value={typed} onChange={(event) => setTyped(event.target.value)} maxLength={200} />
        </Form.Item>
      </div>
    </Modal>
  );
}
