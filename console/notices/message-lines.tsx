import { Link } from 'react-router';
import type { MessageView } from '@xiangyin/server/contract';
import { act } from '../kit/api.ts';
import { pathWithin } from '../kit/path-within.ts';
import { refresh } from '../kit/queries.ts';
import { useTimes } from '../kit/time.ts';

/** Keeps that a message was opened. */
export function markRead(message: MessageView): void {
  if (message.readAt === null) void act('POST', `/notices/${message.id}/reads`).then(refresh);
}

/** Messages, each leading to the very thing; opening one marks it read. */
export function MessageLines({ messages, onOpen }: { messages: readonly MessageView[]; onOpen?: () => void }) {
  const times = useTimes();
  const open = (message: MessageView): void => {
    onOpen?.();
    markRead(message);
  };
  return (
    <ul className="message-list">
      {messages.map((message) => (
        <li key={message.id}>
          <Link
            to={pathWithin(message.href)}
            className={message.readAt === null ? 'unread' : undefined}
            onClick={() => open(message)}
          >
            {message.text}
            <span className="meta" style={{ display: 'block', fontWeight: 400 }}>
              {times.at(message.madeAt)}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
