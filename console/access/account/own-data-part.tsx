import { App, Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Part } from '../../kit/page.tsx';
import { queries } from '../../kit/queries.ts';
import { useMe } from '../../kit/session.ts';
import { useWords } from '../../kit/texts.ts';
import { accessTexts } from '../access-texts.ts';
import { EraseDialog, useTakeData } from '../own-data.tsx';

/** Everything the system holds about the person: to take home, or to have deleted. */
export function OwnDataPart() {
  const { account } = useWords(accessTexts);
  const { message } = App.useApp();
  const { name, personId } = useMe();
  const navigate = useNavigate();
  const [erasing, setErasing] = useState(false);
  const { take, busy } = useTakeData(personId, 'xiangyin-my-data.json');
  const leave = (): void => {
    for (const key of Object.keys(localStorage)) if (key.includes(personId)) localStorage.removeItem(key);
    queries.clear();
    void message.success(account.erased, 8);
    void navigate('/sign-in');
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
      {erasing && (
        <EraseDialog
          personId={personId}
          words={{ title: account.erase, sure: account.eraseSure, name: account.eraseName(name) }}
          onClose={() => setErasing(false)}
          onErased={leave}
        />
      )}
    </Part>
  );
}
