import { useQuery } from '@tanstack/react-query';
import { Popover } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { MessageList } from '@xiangyin/server/contract';
import { read } from '../kit/api.ts';
import { Loaded } from '../kit/loaded.tsx';
import { useWords } from '../kit/texts.ts';
import { MessageLines } from '../notices/message-lines.tsx';
import { shellTexts } from './shell-texts.ts';

/** The bell: how many messages are unread, and the latest of them. */
export function NoticesBell({ icon }: { icon: ReactNode }) {
  const words = useWords(shellTexts);
  const [open, setOpen] = useState(false);
  const messages = useQuery({
    queryKey: ['notices', 'latest'],
    queryFn: ({ signal }) => read<MessageList>('/notices', { limit: 8 }, { signal }),
    refetchInterval: 60_000,
  });
  const unread = messages.data?.unread ?? 0;
  const list = (
    <div>
      <Loaded query={messages} rows={3}>
        {({ items }) =>
          items.length > 0 ? <MessageLines messages={items} onOpen={() => setOpen(false)} /> : <p>{words.noNotices}</p>
        }
      </Loaded>
      <p style={{ paddingTop: 10 }}>
        <Link to="/notices" onClick={() => setOpen(false)}>
          {words.allNotices}
        </Link>
      </p>
    </div>
  );
  return (
    <Popover trigger="click" placement="bottomRight" open={open} onOpenChange={setOpen} content={list}>
      <button
        type="button"
        className="plain"
        aria-label={`${words.notices}${unread > 0 ? `, ${words.unread(unread)}` : ''}`}
      >
        {icon}
        {unread > 0 && <span className="bell-count">{unread > 99 ? '99+' : unread}</span>}
      </button>
    </Popover>
  );
}
