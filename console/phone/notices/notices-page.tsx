import type { MessageList, MessageView } from '@xiangyin/server/contract';
import { useState } from 'preact/hooks';
import { act } from '../kit/api.ts';
import { momentOf } from '../kit/county-time.ts';
import { say } from '../kit/language.ts';
import { lightHref } from '../kit/light-href.ts';
import { LongRows } from '../kit/long-rows.tsx';
import { FullWay, TopBar } from '../kit/parts.tsx';
import { SearchField } from '../kit/search-field.tsx';
import { useMore } from '../kit/use-more.ts';

// Opened on this phone: a part of the list that was fetched before says otherwise still.
const opened = new Set<string>();

/** 消息: all that I was told, the newest first, each leading to the very thing; opening one marks it read. */
export default function NoticesPage() {
  const [isUnreadOnly, setUnreadOnly] = useState(false);
  const [words, setWords] = useState('');
  return (
    <>
      <TopBar title={say('notices.title')} />
      <main>
        <div class="two which" role="group" aria-label={say('notices.which')}>
          {[false, true].map((unread) => (
            <button
              key={String(unread)}
              type="button"
              class={isUnreadOnly === unread ? 'btn chosen' : 'btn'}
              aria-pressed={isUnreadOnly === unread}
              onClick={() => setUnreadOnly(unread)}
            >
              {say(unread ? 'notices.unread' : 'notices.all')}
            </button>
          ))}
        </div>
        <SearchField label={say('notices.search')} change={setWords} />
        <Rows key={`${isUnreadOnly} ${words}`} isUnreadOnly={isUnreadOnly} words={words.trim().slice(0, 100)} />
        <FullWay />
      </main>
    </>
  );
}

function Rows({ isUnreadOnly, words }: { isUnreadOnly: boolean; words: string }) {
  const query = new URLSearchParams({
    limit: '20',
    ...(isUnreadOnly ? { unread: 'true' } : {}),
    ...(words === '' ? {} : { q: words }),
  });
  const list = useMore<MessageView, MessageList>(`/notices?${query}`, { keep: words === '', cursor: 'before' });
  return (
    <LongRows
      list={list}
      more={words === '' ? say('list.more') : say('notices.further')}
      empty={say(words !== '' ? 'published.none' : isUnreadOnly ? 'notices.none-unread' : 'notices.none')}
    >
      {(message) => <Line key={message.id} message={message} />}
    </LongRows>
  );
}

function Line({ message }: { message: MessageView }) {
  const isUnread = message.readAt === null && !opened.has(message.id);
  const { about, dueAt } = message;
  // Of two that say the same, which is which.
  const said = [about, dueAt && say('notices.by', { time: momentOf(dueAt) })].filter(Boolean);
  return (
    <li>
      <a href={lightHref(message.href)} onClick={() => markRead(message)}>
        {isUnread ? <b>{message.text}</b> : <span>{message.text}</span>}
        {said.length > 0 && <span class="meta">{said.join(' · ')}</span>}
        <span class="meta">
          {isUnread && <span class="tag due">{say('notices.new')}</span>} {momentOf(message.madeAt)}
        </span>
      </a>
    </li>
  );
}

// Without a line it stays unread there: nothing is lost, it is shown again.
function markRead({ id, readAt }: MessageView): void {
  if (readAt !== null || opened.has(id)) return;
  opened.add(id);
  void act('POST', `/notices/${id}/reads`).catch(() => opened.delete(id));
}
