import { App, Button } from 'antd';
import type { FailedNotice, FailedNoticeList } from '@xiangyin/server/contract';
import { useByTime } from '../kit/list/by-time.ts';
import type { ListSpec } from '../kit/list/list-spec.ts';
import { RecordList } from '../kit/list/record-list.tsx';
import { Page, Quiet } from '../kit/page.tsx';
import { refresh } from '../kit/queries.ts';
import { useMaySomewhere } from '../kit/session.ts';
import { Tag } from '../kit/tag.tsx';
import { useWords } from '../kit/texts.ts';
import { useTimes } from '../kit/time.ts';
import { useAct } from '../kit/use-act.ts';
import { operationsTexts } from './operations-texts.ts';

/** Notices that nobody took: why, and once more where that can help. */
export function FailedNoticesPage() {
  const { jobs, failedNotices: words } = useWords(operationsTexts);
  const times = useTimes();
  const sorts = useByTime();
  const { message } = App.useApp();
  const mayRetry = useMaySomewhere('job.retry');
  const { run, busy } = useAct<FailedNoticeList>();
  const retry = async (id: string): Promise<void> => {
    if (!(await run('POST', `/failed-notices/${id}/retries`))) return;
    void message.success(words.queued);
    await refresh();
  };
  const spec: ListSpec<FailedNotice> = {
    name: 'failed-notices',
    path: '/failed-notices',
    cursorParam: 'after',
    pageSize: 50,
    searchParam: 'q',
    searchHint: words.search,
    sorts,
    // Notices belong to persons, not to places.
    placeParam: null,
    filters: [
      {
        param: 'channel',
        label: words.way,
        options: (['email', 'sms', 'webhook'] as const).map((value) => ({ value, label: words.ways[value] })),
      },
    ],
    rowKey: (one) => one.id,
    columns: [
      { key: 'about', title: words.about, text: (one) => one.about ?? words.outside },
      { key: 'way', title: words.way, narrow: true, text: (one) => words.ways[one.channel] },
      {
        key: 'why',
        title: jobs.why,
        text: (one) => one.failure,
        cell: (one) => <span className="num">{one.failure}</span>,
      },
      {
        key: 'attempts',
        title: jobs.tries,
        narrow: true,
        text: (one) => String(one.attempts),
        cell: (one) => <Tag tone="hot">{jobs.attempts(one.attempts)}</Tag>,
      },
      {
        key: 'at',
        title: jobs.at,
        narrow: true,
        text: (one) => one.at,
        cell: (one) => <span className="meta">{times.at(one.at)}</span>,
      },
    ],
    action: (one) =>
      one.mayRetry
        ? mayRetry && (
            <Button size="small" loading={busy} onClick={() => void retry(one.id)}>
              {jobs.retry}
            </Button>
          )
        : one.about !== null && <span className="meta">{words.gone}</span>,
    empty: <Quiet title={words.none} />,
  };
  return (
    <Page title={words.title} meta={words.lead} crumb={{ to: '/jobs', text: jobs.title }}>
      <RecordList spec={spec} />
    </Page>
  );
}
