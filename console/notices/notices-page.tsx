import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useSearchParams } from 'react-router';
import type { MessageList } from '@xiangyin/server/contract';
import { read } from '../kit/api.ts';
import { kitTexts } from '../kit/kit-texts.ts';
import { Failure } from '../kit/loaded.tsx';
import { Bones, Page, Quiet } from '../kit/page.tsx';
import { useWords } from '../kit/texts.ts';
import { MessageLines } from './message-lines.tsx';
import { noticesTexts } from './notices-texts.ts';
import '../kit/list/list.css';
import { LinkButton } from '../kit/link-button.tsx';

/** All my messages. */
export function NoticesPage() {
  const words = useWords(noticesTexts);
  const kit = useWords(kitTexts);
  const [address, setAddress] = useSearchParams();
  const unread = address.get('unread') === 'true';
  const pages = useInfiniteQuery({
    queryKey: ['notices', 'all', unread],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      read<MessageList>('/notices', { limit: 30, before: pageParam, ...(unread ? { unread } : {}) }, { signal }),
    getNextPageParam: (last) => last.next ?? undefined,
  });
  const messages = pages.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page title={words.title} actions={<LinkButton to="/preferences">{words.preferences}</LinkButton>}>
      <div className="list-tabs" role="group">
        <button type="button" aria-pressed={!unread} onClick={() => setAddress({}, { replace: true })}>
          {words.all}
        </button>
        <button type="button" aria-pressed={unread} onClick={() => setAddress({ unread: 'true' }, { replace: true })}>
          {words.unread}
        </button>
      </div>
      {pages.error ? (
        <Failure error={pages.error} again={() => void pages.refetch()} />
      ) : pages.isPending ? (
        <Bones label={kit.loading} />
      ) : messages.length === 0 ? (
        <Quiet title={words.none} hint={words.noneHint} />
      ) : (
        <div className="wide-messages">
          <MessageLines messages={messages} />
        </div>
      )}
      {pages.hasNextPage && (
        <Button
          style={{ alignSelf: 'center' }}
          loading={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          {words.more}
        </Button>
      )}
    </Page>
  );
}
