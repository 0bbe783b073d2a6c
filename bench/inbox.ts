import pg from 'pg';
import type { BenchCounty } from './prepare.ts';
import { act, storyBeforeLastSignature } from './sign-off.ts';
import { median } from './statistics.ts';
import type { Times } from './times.ts';

/** What the desk asks of its inbox. */
const asked = [
  ['inbox, newest first', '/submissions?limit=30'],
  ['inbox, longest waiting first', '/submissions?state=waiting&sort=sentAt&limit=30'],
  ['inbox by headline', '/submissions?sort=title&limit=30'],
  ['inbox, words that every text holds', `/submissions?q=${encodeURIComponent('青菜')}&limit=30`],
  ['inbox, words that none holds', `/submissions?q=${encodeURIComponent('没有这样的标题')}&limit=30`],
  ['inbox, how many wait', '/submissions/counts'],
] as const;

/** The inbox with so many submissions that nobody has read, each question beside the same with a single one in it. */
export async function measureInbox(
  county: BenchCounty,
  address: string,
  times: Times,
  { submissions, passes }: { submissions: number; passes: number },
): Promise<void> {
  const model = await storyBeforeLastSignature(address, county, '来稿');
  const owner = new pg.Client({ connectionString: county.postgres.adminUrl('xiangyin') });
  await owner.connect();
  try {
    await owner.query(`update newsroom.submissions set state = 'waiting' where county_id = 1 and id = $1`, [model.id]);
    const paths = [...asked, ['one submission opened', `/submissions/${model.id}`] as const];
    const single = new Map<string, number>();
    for (const [name, path] of paths) single.set(name, median(await took(county, address, path, passes)));
    await multiplySubmissions(owner, model.id, submissions);
    for (const [name, path] of paths)
      for (const one of await took(county, address, path, passes))
        times.note(`${name}, of ${submissions} unread`, one, single.get(name), 'the same with a single one');
  } finally {
    await owner.end();
  }
}

// The first warms the program and is not counted.
async function took(county: BenchCounty, address: string, path: string, passes: number): Promise<number[]> {
  const all: number[] = [];
  for (let n = -1; n < passes; n += 1) {
    const began = performance.now();
    await act(address, county, 'editor', 'GET', path);
    if (n >= 0) all.push(performance.now() - began);
  }
  return all;
}

/** Copies a submission with its story, places and text until there are `count`, each a minute after the other. */
async function multiplySubmissions(owner: pg.Client, id: string, count: number): Promise<void> {
  await owner.query(
    `create temporary table sent as select n, gen_random_uuid() as story, gen_random_uuid() as revision from generate_series(1, $1) n`,
    [count - 1],
  );
  for (const [table, own, key] of [
    ['stories', `'id', c.story, 'revision_id', c.revision, 'round_id', null, 'title', t.title || ' ' || c.n`, 'id'],
    ['revisions', `'id', c.revision, 'story_id', c.story`, 'story_id'],
    ['story_places', `'story_id', c.story`, 'story_id'],
    ['story_words', `'story_id', c.story`, 'story_id'],
    [
      'submissions',
      `'id', c.story, 'sent_revision_id', c.revision, 'sent_at', t.sent_at - c.n * interval '1 minute'`,
      'id',
    ],
  ] as const)
    await owner.query(
      `insert into newsroom.${table} select made.* from newsroom.${table} t, sent c, jsonb_populate_record(t, jsonb_build_object(${own})) made
        where t.county_id = 1 and t.${key} = $1${table === 'revisions' ? ' and t.id = (select s.revision_id from newsroom.stories s where s.county_id = 1 and s.id = $1)' : ''}`,
      [id],
    );
  for (const table of ['stories', 'revisions', 'story_places', 'story_words', 'submissions'])
    await owner.query(`vacuum analyze newsroom.${table}`);
}
