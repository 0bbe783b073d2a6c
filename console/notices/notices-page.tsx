import { Link, useNavigate } from 'react-router';
import type { MessageView } from '@xiangyin/server/contract';
import { useByTime } from '../kit/list/by-time.ts';
import type { ListSpec } from '../kit/list/list-spec.ts';
import { RecordList } from '../kit/list/record-list.tsx';
import { LinkButton } from '../kit/link-button.tsx';
import { Page, Quiet } from '../kit/page.tsx';
import { pathWithin } from '../kit/path-within.ts';
import { useWords } from '../kit/texts.ts';
import { useTimes } from '../kit/time.ts';
import { noticesTexts } from './notices-texts.ts';
import { markRead, MessageAbout } from './message-lines.tsx';
import './messages.css';
import { ReadAll } from './read-all.tsx';

/** All my messages. */
export function NoticesPage() {
  const words = useWords(noticesTexts);
  const times = useTimes();
  const navigate = useNavigate();
  const sorts = useByTime();
  const spec: ListSpec<MessageView> = {
    name: 'notices',
    path: '/notices',
    cursorParam: 'before',
    pageSize: 30,
    searchParam: 'q',
    searchHint: words.search,
    sorts,
    // A message is for its reader, wherever they work.
    placeParam: null,
    tabs: {
      param: 'unread',
      options: [
        { value: '', label: words.all },
        { value: 'true', label: words.unread },
      ],
    },
    rowKey: (message) => message.id,
    onOpen: (message) => {
      markRead(message);
      void navigate(pathWithin(message.href));
    },
    columns: [
      {
        key: 'text',
        title: words.what,
        text: (message) => [message.text, message.about].filter(Boolean).join(' · '),
        cell: (message) => (
          <Link
            className={message.readAt === null ? 'message unread' : 'message'}
            to={pathWithin(message.href)}
            onClick={() => markRead(message)}
          >
            {message.text}
            <MessageAbout message={message} />
          </Link>
        ),
      },
      {
        key: 'at',
        title: words.when,
        narrow: true,
        text: (message) => message.madeAt,
        cell: (message) => <span className="meta">{times.at(message.madeAt)}</span>,
      },
      { key: 'read', title: words.readAt, exported: true, text: (message) => message.readAt ?? '' },
    ],
    empty: <Quiet title={words.none} hint={words.noneHint} />,
  };
  return (
    <Page
      title={words.title}
      actions={
        <>
          <ReadAll />
          <LinkButton to="/preferences">{words.preferences}</LinkButton>
        </>
      }
    >
      <RecordList spec={spec} />
    </Page>
  );
}
