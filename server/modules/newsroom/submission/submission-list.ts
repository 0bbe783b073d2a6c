import type { Actor } from '#platform/actor';
import { cursorOf, readCursorOf } from '#platform/keyset';
import type { SortType } from '#platform/keyset';
import { mustSee, mustSomewhere } from '#platform/permits';
import { found } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { SubmissionListQuery, SubmissionView, SubmissionWhole } from '../contract.ts';
import { inSubtreeSql, reachBy, visibleSql } from '../lists/visible.ts';
import { seek, soughtSql } from '../lists/story-words.ts';
import { storyById, storyColumns } from '../story/story-queries.ts';
import type { StoryRow } from '../story/story-queries.ts';
import { submissionById, submissionColumns } from './submission-queries.ts';
import type { SubmissionRow } from './submission-queries.ts';
import { submissionViews } from './submission-view.ts';
import { useOf } from './submission-use.ts';
import type { Received } from './submission-view.ts';

// The keyset is of the submission's own index, so 10,000 unread ones cost no more than ten: its columns stand first.
const tables = `newsroom.submissions b join newsroom.stories s on s.county_id = b.county_id and s.id = b.id
  join newsroom.sections c on c.county_id = s.county_id and c.id = s.section_id`;
const submissionJson = `(select to_jsonb(x) from (select ${submissionColumns}) x) as submission`;

interface Sort {
  readonly column: string;
  readonly type: SortType;
  readonly descending: boolean;
  value(row: Received): string;
}
const sorts: Readonly<Record<SubmissionListQuery['sort'], Sort>> = {
  '-sentAt': {
    column: 'b.sent_at',
    type: 'timestamptz',
    descending: true,
    value: ({ submission }) => submission.sentAt.toISOString(),
  },
  sentAt: {
    column: 'b.sent_at',
    type: 'timestamptz',
    descending: false,
    value: ({ submission }) => submission.sentAt.toISOString(),
  },
  title: { column: 's.title', type: 'text', descending: false, value: ({ title }) => title },
};

/** What correspondents handed in, as the asker may see it: the desk that of its places, everybody their own; `next` leads on. */
export async function listSubmissions(
  ctx: Ctx,
  actor: Actor,
  query: SubmissionListQuery,
): Promise<{ items: SubmissionView[]; next: string | null }> {
  return ctx.transaction(async (tx) => {
    mustSomewhere(tx, actor, 'submission.list');
    const sort = sorts[query.sort];
    const { where, values, add } = selection(tx, actor, query);
    if (query.q) where.push(soughtSql(await seek(tx, query.q), add));
    if (query.after) {
      const after = readCursorOf(sort.type, query.after);
      where.push(
        `(${sort.column}, b.id) ${sort.descending ? '<' : '>'} (${add(after.value)}::${sort.type}, ${add(after.id)}::uuid)`,
      );
    }
    const direction = sort.descending ? 'desc' : 'asc';
    const { rows } = await tx.client.query<StoryRow & { submission: SubmissionRow }>(
      `select ${storyColumns}, ${submissionJson} from ${tables} where ${where.join(' and ')}
        order by ${sort.column} ${direction}, b.id ${direction} limit ${add(query.limit + 1)}`,
      values,
    );
    const page = rows.slice(0, query.limit).map((row) => ({ ...row, submission: withTimes(row.submission) }));
    const last = page.at(-1);
    return {
      items: await submissionViews(tx, actor, page, query.q),
      next: rows.length > query.limit && last ? cursorOf(sort.value(last), last.id) : null,
    };
  });
}

// As JSON the times are words.
const withTimes = (row: SubmissionRow): SubmissionRow => ({
  ...row,
  sentAt: new Date(row.sentAt),
  decidedAt: row.decidedAt && new Date(row.decidedAt),
});

function selection(
  tx: Tx,
  actor: Actor,
  query: Pick<SubmissionListQuery, 'state' | 'section' | 'place' | 'sender' | 'mine'>,
): { where: string[]; values: unknown[]; add: (value: unknown) => string } {
  const values: unknown[] = [tx.countyId];
  const add = (value: unknown): string => `$${values.push(value)}`;
  const where = ['b.county_id = $1', visibleSql(reachBy(tx, actor, 'submission.list'), actor.id, add)];
  if (query.state) where.push(`b.state = ${add(query.state)}`);
  if (query.section) where.push(`s.section_id = ${add(query.section)}`);
  if (query.sender) where.push(`b.sender_id = ${add(query.sender)}::uuid`);
  if (query.mine === 'true') where.push(`b.sender_id::text = ${add(actor.id)}`);
  if (query.place) where.push(inSubtreeSql(tx, query.place, add));
  return { where, values, add };
}

const mostCounted = 1_000;

/** How many wait within the asker's reach; a thousand stands for all beyond. */
export async function countSubmissions(ctx: Ctx, actor: Actor, place?: string): Promise<{ waiting: number }> {
  return ctx.transaction(async (tx) => {
    mustSomewhere(tx, actor, 'submission.list');
    const { where, values } = selection(tx, actor, { state: 'waiting', place });
    const { rows } = await tx.client.query<{ n: number }>(
      `select count(*) as n from (select 1 from ${tables} where ${where.join(' and ')} limit ${mostCounted}) x`,
      values,
    );
    return { waiting: rows[0]?.n ?? 0 };
  });
}

/** One submission. Refuses: NotFound (404) for one that the asker may not see. */
export async function readSubmission(ctx: Ctx, actor: Actor, id: string): Promise<SubmissionWhole> {
  return ctx.transaction(async (tx) => {
    const story = await storyById(tx, id);
    mustSee(tx, actor, 'submission.list', story);
    const submission = found(await submissionById(tx, id));
    const [view] = await submissionViews(tx, actor, [{ ...story, submission }]);
    return { ...found(view), use: await useOf(tx, submission) };
  });
}
