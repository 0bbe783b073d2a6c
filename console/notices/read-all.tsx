import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { MessageList, MessageView } from '@xiangyin/server/contract';
import { read } from '../kit/api.ts';
import { refresh } from '../kit/queries.ts';
import { useWords } from '../kit/texts.ts';
import { useAct } from '../kit/use-act.ts';
import { noticesTexts } from './notices-texts.ts';

// As many as the list hands out at once; where there are more, the button stays.
const atOnce = 100;

/** Takes what is unread as read, one message after the other; nothing where all are. */
export function ReadAll() {
  const words = useWords(noticesTexts);
  const [working, setWorking] = useState(false);
  const { run } = useAct<MessageView>();
  const unread = useQuery({
    queryKey: ['notices', 'unread'],
    queryFn: ({ signal }) => read<MessageList>('/notices', { unread: true, limit: atOnce }, { signal }),
  });
  const items = unread.data?.items ?? [];
  const readAll = async (): Promise<void> => {
    setWorking(true);
    for (const { id } of items) if ((await run('POST', `/notices/${id}/reads`)) === undefined) break;
    await refresh();
    setWorking(false);
  };
  if (items.length === 0) return null;
  return (
    <Button loading={working} onClick={() => void readAll()}>
      {words.readAll(items.length)}
    </Button>
  );
}
