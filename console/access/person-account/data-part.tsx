import { App, Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Part } from '../../kit/page.tsx';
import { refresh } from '../../kit/queries.ts';
import { useWords } from '../../kit/texts.ts';
import { peopleTexts } from '../../people/people-texts.ts';
import { EraseDialog, useTakeData } from '../own-data.tsx';

/** For an administrator whom a person asked: everything held about them as a file, and its deletion. */
export function DataPart({ personId, isErased }: { personId: string; isErased: boolean }) {
  const words = useWords(peopleTexts);
  const { message } = App.useApp();
  const navigate = useNavigate();
  const [erasing, setErasing] = useState(false);
  const { take, busy } = useTakeData(personId, `xiangyin-person-${personId.slice(-8)}.json`);
  const done = (): void => {
    void message.success(words.eraseDone);
    void refresh();
    void navigate('/people');
  };
  return (
    <Part title={words.data}>
      <p className="meta">{words.dataHint}</p>
      <div className="row" style={{ marginTop: 12 }}>
        <Button loading={busy} onClick={() => void take()}>
          {words.download}
        </Button>
        {!isErased && (
          <Button danger onClick={() => setErasing(true)}>
            {words.erase}
          </Button>
        )}
      </div>
      {erasing && (
        <EraseDialog
          personId={personId}
          words={{ title: words.erase, sure: words.eraseSure, name: words.eraseName }}
          onClose={() => setErasing(false)}
          onErased={done}
        />
      )}
    </Part>
  );
}
