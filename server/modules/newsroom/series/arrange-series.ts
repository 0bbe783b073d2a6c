import { mustBeInOwnLanguage } from '#places';
import type { Actor } from '#platform/actor';
import { mustBeAsRead } from '#platform/as-read';
import { audit } from '#platform/audit';
import type { Words } from '#platform/county';
import { emit } from '#platform/events';
import { newId } from '#platform/ids';
import { may, mustSomewhere } from '#platform/permits';
import { found, refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { SeriesView } from '../contract.ts';
import { slugFor } from '../edition/slug.ts';
import { seriesChanged } from '../events.ts';
import { storyColumns, storyTables } from '../story/story-queries.ts';
import type { StoryRow } from '../story/story-queries.ts';
import type { NewsroomTables } from '../tables.ts';
import { latinOf } from '../tag/arrange-tag.ts';
import type { TagToAdd } from '../tag/arrange-tag.ts';
import { seriesById, seriesForUpdate, storiesIn } from './series-queries.ts';
import type { SeriesRow } from './series-queries.ts';

/** Begins a series without a story. Refuses: SlugTaken (409). */
export async function beginSeries(ctx: Ctx, actor: Actor, request: TagToAdd): Promise<SeriesRow> {
  const id = newId<'series'>();
  const slug = request.slug ?? (await slugFor(...latinOf(request.name), id));
  return ctx.transaction(async (tx) => {
    mustSomewhere(tx, actor, 'series.arrange');
    mustBeInOwnLanguage(tx, request.name);
    const added = await tx.named(
      'newsroom.begin-series',
      'insert into newsroom.series (county_id, id, slug, name, description, version, made_at) values ($1, $2, $3, $4, $5, 1, $6) on conflict do nothing returning 1',
      [tx.countyId, id, slug, JSON.stringify(request.name), JSON.stringify(request.description ?? {}), tx.at],
    );
    if (added.length === 0) refuse('SlugTaken', {}, [{ path: '/slug', code: 'taken' }]);
    await emit(tx, seriesChanged, actor, { seriesId: id, storyIds: [] });
    await audit(tx, actor, { act: 'series.begin', noun: 'series', subjectId: id });
    return seriesById(tx, id);
  });
}

/** Names a series anew, or says which stories it has in which order; a translation counts as its original. Refuses: StaleVersion (409), InAnotherSeries (409), NotFound (404) for a story the asker may not read. */
export async function changeSeries(
  ctx: Ctx,
  actor: Actor,
  request: {
    seriesId: string;
    version: number;
    name?: Words | undefined;
    description?: Words | undefined;
    storyIds?: readonly string[] | undefined;
  },
): Promise<SeriesRow> {
  return ctx.transaction(async (tx) => {
    mustSomewhere(tx, actor, 'series.arrange');
    const series = await seriesForUpdate(tx, request.seriesId);
    mustBeAsRead(series.version, request.version);
    if (request.name) mustBeInOwnLanguage(tx, request.name);
    const before = await storiesIn(tx, series.id);
    const after = request.storyIds ? await originals(tx, actor, request.storyIds, before) : before;
    if (request.storyIds) await storeOrder(tx, series.id, after);
    await tx.named(
      'newsroom.change-series',
      'update newsroom.series set name = $3, description = $4, version = version + 1 where county_id = $1 and id = $2',
      [
        tx.countyId,
        series.id,
        JSON.stringify(request.name ?? series.name),
        JSON.stringify(request.description ?? series.description),
      ],
    );
    await emit(tx, seriesChanged, actor, { seriesId: series.id, storyIds: [...new Set([...before, ...after])] });
    await audit(tx, actor, {
      act: 'series.change',
      noun: 'series',
      subjectId: series.id,
      detail: { count: after.length },
    });
    return seriesById(tx, series.id);
  });
}

/** A series with its stories; of those the asker may not read, no title. Refuses: NotFound (404). */
export async function readSeries(ctx: Ctx, actor: Actor, id: string): Promise<SeriesView> {
  return ctx.transaction(async (tx) => {
    mustSomewhere(tx, actor, 'series.see');
    const series = await seriesById(tx, id);
    const ids = await storiesIn(tx, id);
    const stories = await storiesById(tx, ids);
    return {
      id: series.id,
      slug: series.slug,
      name: series.name,
      description: series.description,
      version: series.version,
      stories: ids.length,
      items: ids.map((storyId) => {
        const story = found(stories.get(storyId));
        const seen = story.publicState === 'published' || may(tx, actor, 'story.read', story);
        return {
          id: storyId,
          title: seen ? story.title : null,
          language: story.language,
          publicState: story.publicState,
        };
      }),
    };
  });
}

// What stood there before stays, also where the asker may not read it.
async function originals(tx: Tx, actor: Actor, ids: readonly string[], before: readonly string[]): Promise<string[]> {
  const stories = await storiesById(tx, ids);
  const order = ids.map((id) => {
    const story = found(stories.get(id));
    if (!before.includes(id) && !may(tx, actor, 'story.read', story)) refuse('NotFound');
    return story.translationOf ?? story.id;
  });
  return [...new Set(order)];
}

async function storiesById(tx: Tx, ids: readonly string[]): Promise<Map<string, StoryRow>> {
  const rows = await tx.named<StoryRow>(
    'newsroom.stories-by-id',
    `select ${storyColumns} from ${storyTables} where s.county_id = $1 and s.id = any($2::uuid[])`,
    [tx.countyId, ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

async function storeOrder(tx: Tx, seriesId: string, ids: readonly string[]): Promise<void> {
  await tx.named(
    'newsroom.leave-series',
    'delete from newsroom.series_stories where county_id = $1 and series_id = $2 and not story_id = any($3::uuid[])',
    [tx.countyId, seriesId, ids],
  );
  if (ids.length === 0) return;
  const stored = await tx
    .tables<NewsroomTables>()
    .insertInto('newsroom.series_stories')
    .values(ids.map((id, at) => ({ county_id: tx.countyId, story_id: id, series_id: seriesId, position: at + 1 })))
    .onConflict((conflict) =>
      conflict
        .columns(['county_id', 'story_id'])
        .doUpdateSet(({ ref }) => ({ position: ref('excluded.position') }))
        .whereRef('newsroom.series_stories.series_id', '=', 'excluded.series_id'),
    )
    .returning('story_id')
    .execute();
  if (stored.length < ids.length) refuse('InAnotherSeries');
}
