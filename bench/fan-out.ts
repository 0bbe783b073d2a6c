import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import pg from 'pg';
import { bareCommits } from './limits.ts';
import type { BenchCounty } from './prepare.ts';
import { act, sign, storyBeforeLastSignature } from './sign-off.ts';
import type { Figure } from './times.ts';

/** What a receiver counted. */
interface Counted {
  sendings: number;
  doubled: number;
}

/** One story to `channels` receivers, then a backlog of `stories` in each of them: how long until every receipt is in, and whether anything came twice. */
export async function measureFanOut(
  county: BenchCounty,
  address: string,
  { channels, stories }: { channels: number; stories: number },
): Promise<Figure[]> {
  const receiver = fork(join(import.meta.dirname, 'receiver.ts'), { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const [port] = (await once(receiver, 'message')) as [number];
  const counted = async (): Promise<Counted> => {
    receiver.send('count');
    const [told] = (await once(receiver, 'message')) as [Counted];
    return told;
  };
  const owner = new pg.Client({ connectionString: county.postgres.adminUrl('xiangyin') });
  await owner.connect();
  try {
    // A newsletter would write to all its receivers of each of these stories: it has figures of its own.
    await owner.query(`update channels.channels set is_on = false where county_id = 1 and kind <> 'webhook'`);
    for (let n = 0; n < channels; n += 1)
      await addReceiver(county, address, `http://127.0.0.1:${port}/${n}`, `接收方 ${n}`);
    const limit = await bareCommits(county.postgres.adminUrl('xiangyin'), 1);
    const story = await storyBeforeLastSignature(address, county, '发往各处');
    const began = performance.now();
    await sign(address, county, 'chief-editor', story, 'final_review');
    await drained(owner);
    const one = performance.now() - began;
    const first = await counted();
    const began2 = performance.now();
    await planBacklog(owner, stories);
    await drained(owner);
    const all = performance.now() - began2;
    const backlog = await counted();
    return [
      { ...figure(`one story until all ${channels} receipts are in`, 's', one / 1_000), note: said(first, channels) },
      {
        ...figure(
          `planned copies delivered, ${channels * stories} at once`,
          '/s',
          (channels * stories) / (all / 1_000),
          limit,
        ),
        note: said(backlog, channels * stories),
      },
    ];
  } finally {
    await owner.end();
    receiver.kill('SIGTERM');
  }
}

const said = ({ sendings, doubled }: Counted, planned: number): string =>
  `${sendings} of ${planned} arrived, ${doubled} of them twice`;

const figure = (name: string, unit: string, value: number, limit?: number): Figure => ({
  name,
  stories: 0,
  unit,
  value,
  low: value,
  high: value,
  ...(limit === undefined ? {} : { limit, limitName: 'bare driver, one row and commit', ratio: value / limit }),
});

/** A channel of signed calls to a receiver. */
export const addReceiver = (county: BenchCounty, address: string, receiver: string, name: string): Promise<unknown> =>
  act(address, county, 'administrator', 'POST', '/channels', {
    name,
    placeId: county.placeId,
    sectionIds: null,
    language: null,
    isOn: true,
    pauseSeconds: 0,
    dailyLimit: null,
    keeperId: null,
    settings: { kind: 'webhook', address: receiver },
  });

/** Copies of published stories in every channel that is on, all due at once `inSeconds` from now, as an evening with a dead line leaves them. */
export async function planBacklog(owner: pg.Client, stories: number, inSeconds = 0): Promise<void> {
  const there = await owner.query<{ n: number }>(
    `select count(*)::int as n from newsroom.stories where county_id = 1 and slug like 'bench-%' and public_state = 'published'`,
  );
  // Whoever counts what arrived would wait for ever for what was never there.
  if ((there.rows[0]?.n ?? 0) < stories) throw new Error(`there are fewer than ${stories} stories to be sent`);
  await owner.query(
    `insert into channels.copies (county_id, id, story_id, edition_id, edition_number, channel, channel_id, state, due_at, hash_sent, planned_at, changed_at)
       select 1, gen_random_uuid(), s.id, s.edition_id, 1, h.kind, h.id, 'planned', now() + make_interval(secs => $2), e.text_hash, now() + make_interval(secs => $2), now()
         from (select * from newsroom.stories where county_id = 1 and slug like 'bench-%' and public_state = 'published' order by slug limit $1) s
         join newsroom.editions e on e.county_id = 1 and e.id = s.edition_id
         cross join channels.channels h where h.county_id = 1 and h.kind = 'webhook' and h.is_on`,
    [stories, inSeconds],
  );
  await owner.query('analyze channels.copies');
}

// A copy for a channel that was turned off while it was planned waits, as it should.
async function drained(owner: pg.Client): Promise<void> {
  for (;;) {
    const { rows } = await owner.query<{ n: number }>(
      `select count(*)::int as n from channels.copies where county_id = 1 and channel = 'webhook' and state in ('planned', 'waiting', 'sending')`,
    );
    if (rows[0]?.n === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}
