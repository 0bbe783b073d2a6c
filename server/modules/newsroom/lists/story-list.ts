import type { Actor } from '#platform/actor';
import { cursorOf, readCursorOf } from '#platform/keyset';
import type { SortType } from '#platform/keyset';
import type { Ctx, Tx } from '#platform/transaction';
import type { StoryListQuery } from '../contract.ts';
import { storyColumns, storyTables } from '../story/story-queries.ts';
import type { StoryRow } from '../story/story-queries.ts';
import { seek, soughtSql } from './story-words.ts';
import type { Sought } from './story-words.ts';
import { inSubtreeSql, reachOf, visibleSql } from './visible.ts';
import type { Reach } from './visible.ts';

interface Sort {
  readonly column: string;
  readonly type: SortType;
  readonly descending: boolean;
  value(story: StoryRow): string | null;
}
const time = (at: Date | null): string | null => at?.toISOString() ?? null;

// The allow-list: no word of a request ever reaches an ORDER BY. Nulls stand at the far end as a value of their own, so that paging never loses them.
const sorts: Readonly<Record<StoryListQuery['sort'], Sort>> = {
  '-updatedAt': {
    column: 's.updated_at',
    type: 'timestamptz',
    descending: true,
    value: (story) => time(story.updatedAt),
  },
  updatedAt: {
    column: 's.updated_at',
    type: 'timestamptz',
    descending: false,
    value: (story) => time(story.updatedAt),
  },
  '-publishedAt': {
    column: `coalesce(s.first_published_at, '-infinity')`,
    type: 'timestamptz',
    descending: true,
    value: (story) => time(story.firstPublishedAt) ?? '-infinity',
  },
  dueAt: {
    column: `coalesce(s.due_at, 'infinity')`,
    type: 'timestamptz',
    descending: false,
    value: (story) => time(story.dueAt) ?? 'infinity',
  },
  '-createdAt': {
    column: 's.created_at',
    type: 'timestamptz',
    descending: true,
    value: (story) => time(story.createdAt),
  },
  title: { column: 's.title', type: 'text', descending: false, value: (story) => story.title },
};

/** Stories of the desk as the asker may see them, in the wanted order; `next` leads on. */
export async function listStories(
  ctx: Ctx,
  actor: Actor,
  query: StoryListQuery,
): Promise<{ rows: StoryRow[]; next: string | null }> {
  return ctx.transaction(async (tx) => {
    const sort = sorts[query.sort];
    const reach = reachOf(tx, actor);
    const sought = query.q ? await seek(tx, query.q) : undefined;
    const { text, values } = listSql(tx, { actor, reach, sought }, query, sort);
    const name = isPlain(reach, query) ? nameFor(text) : undefined;
    const rows = name
      ? await tx.named<StoryRow>(name, text, values)
      : (await tx.client.query<StoryRow>(text, values)).rows;
    const page = rows.slice(0, query.limit);
    const last = page.at(-1);
    return { rows: page, next: rows.length > query.limit && last ? cursorOf(sort.value(last), last.id) : null };
  });
}

// Planning a list takes about as long as reading it (measured: 0.9 ms for both with a kept plan, 1.5 without), so the database keeps the plans of lists that are asked for again and again: those of the desk without a filter.
// Each connection keeps every plan it made, hence the bound; and a plan for everybody would be wrong where somebody sees their own stories only, be they three or thousands.
const named = new Map<string, string>();
const mostNamed = 32;

function nameFor(text: string): string | undefined {
  if (!named.has(text) && named.size < mostNamed) named.set(text, `newsroom.list-${named.size}`);
  return named.get(text);
}

const isPlain = (
  reach: Reach,
  { q, state, publicState, kind, section, language, mine, editor, place, tag }: StoryListQuery,
): boolean =>
  reach?.length !== 0 &&
  [q, state, publicState, kind, section, language, mine, editor, place, tag].every((one) => one === undefined);

function listSql(
  tx: Tx,
  { actor, reach, sought }: { actor: Actor; reach: Reach; sought: Sought | undefined },
  query: StoryListQuery,
  sort: Sort,
): { text: string; values: unknown[] } {
  const values: unknown[] = [tx.countyId];
  const add = (value: unknown): string => `$${values.push(value)}`;
  const where = ['s.county_id = $1', visibleSql(reach, actor.id, add)];
  if (sought) where.push(soughtSql(sought, add));
  if (query.state) where.push(`s.state = any(${add([query.state].flat())})`);
  if (query.publicState) where.push(`s.public_state = ${add(query.publicState)}`);
  if (query.kind) where.push(`s.kind = ${add(query.kind)}`);
  if (query.section) where.push(`s.section_id = ${add(query.section)}`);
  if (query.tag)
    where.push(
      `exists (select 1 from newsroom.story_tags g where g.county_id = $1 and g.story_id = coalesce(s.translation_of, s.id) and g.tag_id = ${add(query.tag)})`,
    );
  if (query.language) where.push(`s.language = ${add(query.language)}`);
  if (query.mine === 'true') where.push(`s.author_id::text = ${add(actor.id)}`);
  if (query.editor) where.push(`s.editor_id = ${add(query.editor)}`);
  if (query.archived === 'true') where.push('s.archived_at is not null');
  else if (query.archived === 'false' || !query.q) where.push('s.archived_at is null');
  if (query.place) where.push(inSubtreeSql(tx, query.place, add));
  if (query.after) {
    const after = readCursorOf(sort.type, query.after);
    where.push(
      `(${sort.column}, s.id) ${sort.descending ? '<' : '>'} (${add(after.value)}::${sort.type}, ${add(after.id)}::uuid)`,
    );
  }
  const direction = sort.descending ? 'desc' : 'asc';
  return {
    text: `select ${storyColumns} from ${storyTables} where ${where.join(' and ')} order by ${sort.column} ${direction}, s.id ${direction} limit ${query.limit + 1}`,
    values,
  };
}

/** How many stories stand in each working state, within the asker's reach, of a place and all below or of all. Published ones are not counted: there are too many. */
export async function countStories(ctx: Ctx, actor: Actor, placeId?: string): Promise<Record<string, number>> {
  return ctx.transaction(async (tx) => {
    const values: unknown[] = [tx.countyId];
    const add = (value: unknown): string => `$${values.push(value)}`;
    const visible = visibleSql(reachOf(tx, actor), actor.id, add);
    const here = placeId === undefined ? 'true' : inSubtreeSql(tx, placeId, add);
    const count = async (what: string): Promise<{ state: string; n: number }[]> =>
      (
        await tx.client.query<{ state: string; n: number }>(
          `select s.state, count(*) as n from ${storyTables} where s.county_id = $1 and ${visible} and ${here} and ${what} group by s.state`,
          values,
        )
      ).rows;
    const states = Object.fromEntries(
      (await count(`s.state not in ('done', 'discarded') and s.state <> 'rejected'`)).map((row) => [row.state, row.n]),
    );
    const sum = (rows: { n: number }[]): number => rows.reduce((total, row) => total + row.n, 0);
    return {
      ...states,
      afterReview: sum(await count('s.after_review_due_at is not null')),
      withdrawn: sum(await count(`s.public_state = 'withdrawn'`)),
    };
  });
}
