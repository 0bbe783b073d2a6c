import pg from 'pg';
import type { CommandCall } from '#platform/manifest';
import { inCounty } from '#platform/transaction';
import { outboxLag } from '../metrics/outbox-lag.ts';
import type { Finding } from './finding.ts';

/** A reaction that takes, or waits, longer is slow: most are done within a second. */
const slowMinutes = 10;

/** Whether the work behind the requests gets done: what failed, what has been at it or waited for long, and what nobody hands on. */
export async function lookAtWork(call: CommandCall): Promise<Finding[]> {
  const { failed, slow } = await queueOf(call);
  const minutes = await longestWait(call);
  return [
    {
      ok: failed === 0,
      what: `${failed} 件后台任务失败 · background jobs failed`,
      remedy: '在“后台任务”页看原因并重试 · see why under Jobs and retry',
    },
    {
      ok: slow.length === 0,
      what:
        slow.length === 0
          ? `没有一件后台任务超过 ${slowMinutes} 分钟 · no background job takes or waits longer than ${slowMinutes} minutes`
          : `后台任务慢：${slow.map((one) => `${one.name} ${one.count} 件，最久 ${one.minutes} 分钟`).join('；')} · slow background jobs: ${slow.map((one) => `${one.count} of ${one.name}, the longest ${one.minutes} minutes`).join('; ')}`,
      remedy:
        '看带 worker 角色的进程的日志，多半在等外面的机器，或机器太忙 · look at the log of the process with the role worker: most likely it waits for a machine elsewhere, or this one is too busy',
    },
    {
      ok: minutes < slowMinutes,
      what: `有事最久等了 ${minutes} 分钟没人接着办 · what waits longest to be handed on has waited for ${minutes} minutes`,
      remedy: '要有一个带 worker 角色的进程在运行 · a process with the role worker must run',
    },
  ];
}

interface SlowQueue {
  readonly name: string;
  readonly count: number;
  readonly minutes: number;
}

// By the database's clock, which wrote the times.
async function queueOf({ ownerUrl }: CommandCall): Promise<{ failed: number; slow: SlowQueue[] }> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    const failed = await owner.query<{ n: number }>(`select count(*)::int as n from jobs.job where state = 'failed'`);
    const slow = await owner.query<SlowQueue>(
      `select name, count(*)::int as count, (max(extract(epoch from now() - since)) / 60)::int as minutes
         from (select name, case when state = 'active' then started_on else greatest(created_on, start_after) end as since
                 from jobs.job where state in ('created', 'retry', 'active')) j
        where since < now() - make_interval(mins => $1) group by name order by minutes desc limit 5`,
      [slowMinutes],
    );
    return { failed: failed.rows[0]?.n ?? 0, slow: slow.rows };
  } finally {
    await owner.end();
  }
}

async function longestWait({ app }: CommandCall): Promise<number> {
  let seconds = 0;
  for (const county of app.counties.all())
    seconds = Math.max(seconds, await inCounty(app, county, (ctx) => ctx.transaction((tx) => outboxLag(tx))));
  return Math.floor(seconds / 60);
}
