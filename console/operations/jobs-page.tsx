import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect } from 'react';
import type { FailedJob, FailedNoticeList, JobOverview } from '@xiangyin/server/contract';
import { read } from '../kit/api.ts';
import { LinkButton } from '../kit/link-button.tsx';
import { useByTime } from '../kit/list/by-time.ts';
import type { ListSpec } from '../kit/list/list-spec.ts';
import { RecordList } from '../kit/list/record-list.tsx';
import { Loaded, Unread } from '../kit/loaded.tsx';
import { Page, Part, Quiet } from '../kit/page.tsx';
import { queries, refresh } from '../kit/queries.ts';
import { Tag } from '../kit/tag.tsx';
import { useWords } from '../kit/texts.ts';
import { useTimes } from '../kit/time.ts';
import { useAct } from '../kit/use-act.ts';
import '../kit/list/list.css';
import { BackupsPart } from './backups-part.tsx';
import { operationsTexts } from './operations-texts.ts';
import { TroublesPart } from './troubles-part.tsx';

/** What happens behind the scenes: what waits, and what failed and can be tried again. */
export function JobsPage() {
  const { jobs } = useWords(operationsTexts);
  const query = useQuery({
    queryKey: ['jobs'],
    refetchInterval: 10_000,
    queryFn: ({ signal }) => read<JobOverview>('/jobs', {}, { signal }),
  });
  return (
    <Page title={jobs.title} meta={jobs.lead}>
      <TroublesPart />
      <Loaded query={query}>
        {(overview) => (
          <div className="stack wide">
            {overview.outboxWaiting > 0 && <p className="notice due">{jobs.outbox(overview.outboxWaiting)}</p>}
            <FailedNotices />
            <Failures overview={overview} />
            <Queues overview={overview} />
          </div>
        )}
      </Loaded>
      <BackupsPart />
    </Page>
  );
}

function Failures({ overview }: { overview: JobOverview }) {
  const { jobs } = useWords(operationsTexts);
  const times = useTimes();
  const sorts = useByTime();
  const { run, busy } = useAct<JobOverview>();
  const retry = async (id: string): Promise<void> => {
    if (await run('POST', `/jobs/${id}/retries`)) await refresh();
  };
  const failed = overview.queues.reduce((sum, queue) => sum + queue.failed, 0);
  // The overview is asked again and again, the list only when there is something new to see.
  useEffect(() => void queries.invalidateQueries({ queryKey: ['list', '/failed-jobs'] }), [failed]);
  const spec: ListSpec<FailedJob> = {
    name: 'failed-jobs',
    path: '/failed-jobs',
    cursorParam: 'after',
    pageSize: 50,
    searchParam: 'q',
    searchHint: jobs.search,
    sorts,
    // Reactions belong to the county.
    placeParam: null,
    filters: [
      { param: 'queue', label: jobs.queue, options: overview.queues.map(({ name }) => ({ value: name, label: name })) },
    ],
    rowKey: (job) => job.id,
    columns: [
      {
        key: 'queue',
        title: jobs.queue,
        text: (job) => job.queue,
        cell: (job) => (
          <>
            <span className="num">{job.queue}</span>
            <div className="second">
              {jobs.event} {job.event}
            </div>
          </>
        ),
      },
      { key: 'event', title: jobs.event, exported: true, text: (job) => job.event },
      { key: 'why', title: jobs.why, text: (job) => job.failure },
      {
        key: 'attempts',
        title: jobs.tries,
        narrow: true,
        text: (job) => String(job.attempts),
        cell: (job) => <Tag tone="hot">{jobs.attempts(job.attempts)}</Tag>,
      },
      {
        key: 'at',
        title: jobs.at,
        narrow: true,
        text: (job) => job.at,
        cell: (job) => <span className="meta">{times.at(job.at)}</span>,
      },
    ],
    action: (job) => (
      <Button size="small" loading={busy} onClick={() => void retry(job.id)}>
        {jobs.retry}
      </Button>
    ),
    empty: <Quiet title={jobs.none} />,
  };
  return (
    <Part title={jobs.failures}>
      <RecordList spec={spec} />
    </Part>
  );
}

// Only when there is something to see: the list has a page of its own.
function FailedNotices() {
  const { failedNotices: words } = useWords(operationsTexts);
  const query = useQuery({
    queryKey: ['failed-notices', 'count'],
    refetchInterval: 60_000,
    queryFn: ({ signal }) => read<FailedNoticeList>('/failed-notices', { limit: 1 }, { signal }),
  });
  if (!query.data) return <Unread query={query} title={words.title} />;
  if (query.data.total === 0) return null;
  return (
    <p className="notice due row apart">
      <span>{words.some(query.data.total)}</span>
      <LinkButton to="/failed-notices">{words.see}</LinkButton>
    </p>
  );
}

function Queues({ overview }: { overview: JobOverview }) {
  const { jobs } = useWords(operationsTexts);
  if (overview.queues.length === 0) return null;
  return (
    <table className="list">
      <thead>
        <tr>
          <th>{jobs.queue}</th>
          <th>{jobs.waiting}</th>
          <th>{jobs.active}</th>
          <th>{jobs.failed}</th>
        </tr>
      </thead>
      <tbody>
        {overview.queues.map((queue) => (
          <tr key={queue.name}>
            <td className="first num">{queue.name}</td>
            <td data-title={jobs.waiting}>{queue.waiting}</td>
            <td data-title={jobs.active}>{queue.active}</td>
            <td data-title={jobs.failed}>{queue.failed > 0 ? <Tag tone="hot">{queue.failed}</Tag> : 0}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
