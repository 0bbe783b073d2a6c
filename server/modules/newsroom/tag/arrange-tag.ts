import { mustBeInOwnLanguage } from '#places';
import type { Actor } from '#platform/actor';
import { mustBeAsRead } from '#platform/as-read';
import { audit } from '#platform/audit';
import type { Words } from '#platform/county';
import { emit } from '#platform/events';
import { newId } from '#platform/ids';
import { mustSomewhere } from '#platform/permits';
import { refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import { slugFor } from '../edition/slug.ts';
import { tagChanged } from '../events.ts';
import { addStoryTags, tagById, tagsForUpdate } from './tag-queries.ts';
import type { TagRow } from './tag-queries.ts';

/** A tag to add; without a slug its address is made of its name. */
export interface TagToAdd {
  readonly name: Words;
  readonly description?: Words | undefined;
  readonly slug?: string | undefined;
}

/** Adds a tag to the county's vocabulary. Refuses: TagTaken (409) for a name that is there, SlugTaken (409). */
export async function addTag(ctx: Ctx, actor: Actor, request: TagToAdd): Promise<TagRow> {
  const id = newId<'tag'>();
  const slug = request.slug ?? (await slugFor(...latinOf(request.name), id));
  return ctx.transaction(async (tx) => {
    mustSomewhere(tx, actor, 'tag.add');
    mustBeInOwnLanguage(tx, request.name);
    await mustBeNew(tx, request.name, null);
    const added = await tx.named(
      'newsroom.add-tag',
      `insert into newsroom.tags (county_id, id, slug, name, description, version, made_at) values ($1, $2, $3, $4, $5, 1, $6) on conflict do nothing returning 1`,
      [tx.countyId, id, slug, JSON.stringify(request.name), JSON.stringify(request.description ?? {}), tx.at],
    );
    if (added.length === 0) refuse('SlugTaken', {}, [{ path: '/slug', code: 'taken' }]);
    await emit(tx, tagChanged, actor, { tagId: id });
    await audit(tx, actor, { act: 'tag.add', noun: 'tag', subjectId: id });
    return tagById(tx, id);
  });
}

/** The name that makes an address: English words are shorter than pinyin. */
export const latinOf = (name: Words): [string, 'zh-CN' | 'en'] =>
  name.en ? [name.en, 'en'] : [name['zh-CN'] ?? '', 'zh-CN'];

/** Names or describes a tag anew, everywhere at once; its address stays. Refuses: StaleVersion, TagTaken (409), NotFound (404). */
export async function changeTag(
  ctx: Ctx,
  actor: Actor,
  request: { tagId: string; version: number; name?: Words | undefined; description?: Words | undefined },
): Promise<TagRow> {
  return ctx.transaction(async (tx) => {
    mustSomewhere(tx, actor, 'tag.arrange');
    const tag = [...(await tagsForUpdate(tx, [request.tagId])).values()][0] ?? refuse('NotFound');
    if (tag.mergedInto) refuse('NotFound');
    mustBeAsRead(tag.version, request.version);
    if (request.name) {
      mustBeInOwnLanguage(tx, request.name);
      await mustBeNew(tx, request.name, tag.id);
    }
    await tx.named(
      'newsroom.change-tag',
      'update newsroom.tags set name = $3, description = $4, version = version + 1 where county_id = $1 and id = $2',
      [
        tx.countyId,
        tag.id,
        JSON.stringify(request.name ?? tag.name),
        JSON.stringify(request.description ?? tag.description),
      ],
    );
    await emit(tx, tagChanged, actor, { tagId: tag.id });
    await audit(tx, actor, { act: 'tag.change', noun: 'tag', subjectId: tag.id });
    return tagById(tx, tag.id);
  });
}

/** Merges a tag into another: its stories have that one, and its address leads there. What was merged into it before goes along. Refuses: SameTag (409), NotFound (404). */
export async function mergeTag(ctx: Ctx, actor: Actor, request: { tagId: string; into: string }): Promise<TagRow> {
  return ctx.transaction(async (tx) => {
    mustSomewhere(tx, actor, 'tag.arrange');
    const { tagId, into } = request;
    if (tagId === into) refuse('SameTag');
    const both = await tagsForUpdate(tx, [tagId, into]);
    // Merged already, into this one or into another: there is nothing left of it to merge.
    if ([...both.values()].some(({ mergedInto }) => mergedInto !== null)) refuse('NotFound');
    const gone = await tx.named<{ id: string }>(
      'newsroom.drop-merged-tags',
      'delete from newsroom.story_tags where county_id = $1 and tag_id = $2 returning story_id as id',
      [tx.countyId, tagId],
    );
    await addStoryTags(
      tx,
      gone.map(({ id }) => ({ storyId: id, tagId: into })),
    );
    await tx.named(
      'newsroom.merge-tag',
      'update newsroom.tags set merged_into = $3, version = version + 1 where county_id = $1 and (id = $2 or merged_into = $2)',
      [tx.countyId, tagId, into],
    );
    for (const id of [tagId, into]) await emit(tx, tagChanged, actor, { tagId: id });
    await audit(tx, actor, { act: 'tag.merge', noun: 'tag', subjectId: tagId, detail: { into, count: gone.length } });
    return tagById(tx, into);
  });
}

// Two people who add the same word at once come one after the other.
async function mustBeNew(tx: Tx, name: Words, except: string | null): Promise<void> {
  await tx.named('newsroom.lock-tags', 'select pg_advisory_xact_lock(hashtextextended($1, 8))', [
    `${tx.countyId} tags`,
  ]);
  const rows = await tx.named<{ id: string }>(
    'newsroom.same-tag',
    `select id from newsroom.tags where county_id = $1 and merged_into is null and (lower(name ->> 'zh-CN') = lower($2) or lower(name ->> 'en') = lower($3)) limit 2`,
    [tx.countyId, name['zh-CN'] ?? null, name.en ?? null],
  );
  if (rows.some(({ id }) => id !== except)) refuse('TagTaken', {}, [{ path: '/name', code: 'taken' }]);
}
