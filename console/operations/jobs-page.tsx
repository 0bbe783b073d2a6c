import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { JobOverview } from '@xiangyin/server/contract';
import { read } from '../kit/api.ts';
import { Loaded } from '../kit/loaded.tsx';
import { Page, Part, Quiet } from '../kit/page.tsx';
import { queries } from '../kit/queries.ts';
import { Tag } from '../kit/tag.tsx';
import { useWords } from '../kit/texts.ts';
import { useTimes } from '../kit/time.ts';
import { useAct } from '../kit/use-act.ts';
import '../kit/list/list.css';
import { operationsTexts } from './operations-texts.ts';

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
      <Loaded query={query}>
        {(overview) => (
          <div className="stack wide">
            {overview.outboxWaiting > 0 && <p className="notice due">{jobs.outbox(overview.outboxWaiting)}</p>}
            <Failures overview={overview} />
            <Queues overview={overview} />
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function Failures({ overview }: { overview: JobOverview }) {
  const { jobs } = useWords(operationsTexts);
  const times = useTimes();
  const { run, busy } = useAct<JobOverview>();
  const retry = async (id: string): Promise<void> => {
    const answer = await run('POST', `/jobs/${id}/retries`);
    if (answer) queries.setQueryData(['jobs'], answer);
  };
  return (
    <Part title={jobs.failures}>
      {overview.failed.length === 0 ? (
        <Quiet title={jobs.none} />
      ) : (
        <ul style={{ listStyle: 'none', margin: 0, padding: 0 }}>
          {overview.failed.map((job) => (
            <li key={job.id} className="row apart" style={{ padding: '10px 0', borderBottom: '1px solid var(--line)' }}>
              <div style={{ minWidth: 0, flex: 1 }}>
                <div>
                  <span className="num">{job.queue}</span> <Tag tone="hot">{jobs.attempts(job.attempts)}</Tag>
                </div>
                <div className="meta" style={{ overflowWrap: 'anywhere' }}>
                  {jobs.event} {job.event} · {times.at(job.at)}
                </div>
                <div className="meta" style={{ overflowWrap: 'anywhere' }}>
                  {job.failure}
                </div>
              </div>
              <Button loading={busy} onClick={() => void retry(job.id)}>
                {jobs.retry}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Part>
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
            <td>{queue.waiting}</td>
            <td>{queue.active}</td>
            <td>{queue.failed > 0 ? <Tag tone="hot">{queue.failed}</Tag> : 0}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
