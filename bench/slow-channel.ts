import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import pg from 'pg';
import { addReceiver, planBacklog } from './fan-out.ts';
import type { BenchCounty } from './prepare.ts';
import { median, spread } from './statistics.ts';
import type { Figure } from './times.ts';

/** What the fifth channel does with a call: nothing at all, or answer when the others are long through. */
const ills = ['never', 'slow'] as const;
type Ill = (typeof ills)[number];
const others = 4;
/** Planning more copies takes longer; it is over before the first is due. */
const secondsToPlan = 3;

/** Four channels that answer, with a backlog of `stories` in each: the median time from due to receipt, without a fifth channel and with one that never answers, or slowly; the passes in turn. The most we allow ourselves is 1.2 times the run without it. */
export async function measureSlowChannel(
  county: BenchCounty,
  address: string,
  { stories, passes }: { stories: number; passes: number },
): Promise<Figure[]> {
  const receiver = fork(join(import.meta.dirname, 'receiver.ts'), { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const [port] = (await once(receiver, 'message')) as [number];
  const owner = new pg.Client({ connectionString: county.postgres.adminUrl('xiangyin') });
  await owner.connect();
  let named = 0;
  const add = (path: string): Promise<unknown> =>
    addReceiver(county, address, `http://127.0.0.1:${port}/${path}`, `渠道快慢 ${(named += 1)}`);
  const pass = async (ill: Ill | null): Promise<number> => {
    // Each pass has channels of its own: no breaker is open yet, and no edition is there already.
    await owner.query('update channels.channels set is_on = false where county_id = 1');
    for (let n = 0; n < others; n += 1) await add('well');
    if (ill) await add(ill);
    await planBacklog(owner, stories, secondsToPlan);
    const took = await medianOfOthers(owner, stories);
    await owner.query('update channels.channels set is_on = false where county_id = 1');
    receiver.send('let go');
    await lineFree(owner);
    return took;
  };
  try {
    await pass(null);
    const took: Record<Ill | 'without', number[]> = { without: [], never: [], slow: [] };
    for (let n = 0; n < passes; n += 1) {
      took.without.push(await pass(null));
      for (const ill of ills) took[ill].push(await pass(ill));
    }
    return ills.map((ill) => figure(ill, took[ill], took.without));
  } finally {
    await owner.end();
    receiver.kill('SIGTERM');
  }
}

function figure(ill: Ill, took: readonly number[], without: readonly number[]): Figure {
  const [low, high] = spread(took);
  return {
    name: `due to receipt in ${others} channels, p50, beside one that ${ill === 'never' ? 'never answers' : 'answers after 5 s'}`,
    stories: 0,
    unit: 'ms',
    value: median(took),
    low,
    high,
    limit: median(without),
    limitName: 'without it',
    ratio: median(took) / median(without),
  };
}

/** Milliseconds, once all receipts of the other channels are in. */
async function medianOfOthers(owner: pg.Client, stories: number): Promise<number> {
  for (;;) {
    const { rows } = await owner.query<{ n: number; took: number }>(
      `select count(*)::int as n, coalesce(percentile_cont(0.5) within group (order by extract(epoch from a.at - k.planned_at) * 1000), 0)::float8 as took
         from channels.channels h join channels.copies k on k.county_id = 1 and k.channel_id = h.id
         join channels.attempts a on a.county_id = 1 and a.copy_id = k.id and a.outcome = 'accepted'
        where h.county_id = 1 and h.is_on and h.settings ->> 'address' like '%/well'`,
    );
    const [row] = rows;
    if (row && row.n >= others * stories) return row.took;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}

/** Until nothing is in hand any more: what the ill channel held must not be the next pass's. */
async function lineFree(owner: pg.Client): Promise<void> {
  for (;;) {
    const { rows } = await owner.query<{ n: number }>(
      `select count(*)::int as n from channels.copies where county_id = 1 and state = 'sending'`,
    );
    if (rows[0]?.n === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}
