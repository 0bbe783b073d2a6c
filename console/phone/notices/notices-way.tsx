import type { MessageList } from '@xiangyin/server/contract';
import { say } from '../kit/language.ts';
import { hrefOf } from '../kit/navigate.ts';
import { useAnswer } from '../kit/use-answer.ts';

/** The way to my messages, with how many are unread. */
export function NoticesWay() {
  const unread = useAnswer<MessageList>('/notices?limit=1').value?.unread ?? 0;
  return (
    <a class="plain" href={hrefOf('/notices')}>
      {unread > 0 ? say('notices.some', { n: unread }) : say('notices.title')}
    </a>
  );
}
