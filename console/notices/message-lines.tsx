import { Link } from 'react-router';
import type { MessageView } from '@xiangyin/server/contract';
import { act } from '../kit/api.ts';
import { pathWithin } from '../kit/path-within.ts';
import { refresh } from '../kit/queries.ts';
import { useWords } from '../kit/texts.ts';
import { useTimes } from '../kit/time.ts';
import { noticesTexts } from './notices-texts.ts';

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
            <MessageAbout message={message} />
            <span className="meta" style={{ display: 'block', fontWeight: 400 }}>
              {times.at(message.madeAt)}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** What a message is about, and by when: of two that say the same, which is which. */
export function MessageAbout({ message: { about, dueAt } }: { message: MessageView }) {
  const words = useWords(noticesTexts);
  const times = useTimes();
  const said = [...(about === null ? [] : [about]), ...(dueAt === null ? [] : [words.by(times.at(dueAt))])];
  if (said.length === 0) return null;
  return (
    <span className="second" style={{ display: 'block', fontWeight: 400 }}>
      {said.join(' · ')}
    </span>
  );
}
