import { found } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import { embargoUntilSql, goesOutAtSql } from '../embargo/embargo.ts';
import type { StoryState } from './states.ts';

/** What the public sees of a story. */
export type PublicState = 'unpublished' | 'published' | 'withdrawn';

/** A story as verbs and permission rules see it. Times in county time. */
export interface StoryRow {
  readonly id: string;
  readonly kind: 'story' | 'notice';
  readonly language: 'zh-CN' | 'en';
  readonly slug: string | null;
  readonly sectionId: string;
  /** The unit of its section: a grant may be narrowed to it. */
  readonly unitId: string | null;
  readonly placeIds: readonly string[];
  readonly authorId: string;
  /** Who looks after it at the desk. */
  readonly editorId: string | null;
  readonly byline: string;
  readonly state: StoryState;
  readonly publicState: PublicState;
  /** The chain it goes by (its slug): in a round the one this began with, else the chosen one, its section's, the county's. */
  readonly path: string;
  /** Chosen for this story; null: as its section. */
  readonly chosenPath: string | null;
  /** The version of the chain that the round in work began with; null outside of a round. */
  readonly versionId: string | null;
  /** Takes the steps that a chain asks of important items only. */
  readonly important: boolean;
  readonly title: string;
  readonly version: number;
  readonly revisionId: string;
  readonly roundId: string | null;
  readonly afterRoundId: string | null;
  readonly turnRoundId: string | null;
  readonly turnReviewDueAt: Date | null;
  readonly editionId: string | null;
  readonly holderId: string | null;
  readonly heldSince: Date | null;
  readonly dueAt: Date | null;
  /** The step at which a reviewer kept it for later; null unless it is `held`. */
  readonly heldFrom: string | null;
  readonly heldBy: string | null;
  /** When whoever kept it for later is reminded; null: never. */
  readonly remindAt: Date | null;
  /** Since when it is out of the working lists. */
  readonly archivedAt: Date | null;
  readonly translationOf: string | null;
  readonly validUntil: Date | null;
  /** Of the notice in work; what the public sees stands in its edition. */
  readonly level: 'blue' | 'yellow' | 'orange' | 'red' | null;
  readonly successorId: string | null;
  readonly correctionNote: string | null;
  /** Of the update in work: what is new, for readers. */
  readonly updateNote: string | null;
  readonly firstPublishedAt: Date | null;
  readonly publishedAt: Date | null;
  readonly correctedAt: Date | null;
  readonly withdrawnAt: Date | null;
  readonly afterReviewDueAt: Date | null;
  /** Before this moment the text in work is not published: its own time, or the one its source names where that is later; null: with its last signature. */
  readonly publishAt: Date | null;
  /** Before this moment no verb publishes it, for its source asked so (of a translation also its original's); null: nobody did. */
  readonly embargoUntil: Date | null;
  /** Who asked, as the desk wrote it. */
  readonly embargoSource: string;
  /** Kept ready until somebody says so. */
  readonly publishHeld: boolean;
  /** The planned release with which it goes out, whatever its own time. */
  readonly releaseId: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** The columns of a StoryRow, from `storyTables`. */
export const storyColumns = `s.id, s.kind, s.language, s.slug, s.section_id as "sectionId", c.unit_id as "unitId",
  array(select p.place_id::text from newsroom.story_places p where p.county_id = s.county_id and p.story_id = s.id order by p.place_id = s.place_id desc, p.place_id) as "placeIds",
  s.author_id as "authorId", s.editor_id as "editorId", s.byline, s.state, s.public_state as "publicState", s.path as "chosenPath", s.important, s.title,
  coalesce((select o.path from newsroom.rounds o where o.county_id = s.county_id and o.id = s.round_id), s.path,
    (select h.slug from newsroom.chains h where h.county_id = c.county_id and h.id = case when s.edition_id is null or s.state = 'done' then null when s.correction_note is null then c.update_chain_id else c.correction_chain_id end),
    (select h.slug from newsroom.chains h where h.county_id = c.county_id and h.id = c.chain_id), (select h.slug from newsroom.chains h where h.county_id = s.county_id and h.is_default), 'full') as path,
  (select o.version_id from newsroom.rounds o where o.county_id = s.county_id and o.id = s.round_id) as "versionId", s.version, s.revision_id as "revisionId", s.round_id as "roundId",
  s.after_round_id as "afterRoundId", s.turn_round_id as "turnRoundId", s.turn_review_due_at as "turnReviewDueAt", s.edition_id as "editionId", s.holder_id as "holderId", s.held_since as "heldSince", s.due_at as "dueAt",
  s.held_from as "heldFrom", s.held_by as "heldBy", s.remind_at as "remindAt", s.archived_at as "archivedAt",
  s.translation_of as "translationOf", s.valid_until as "validUntil", s.level, s.successor_id as "successorId", s.correction_note as "correctionNote", s.update_note as "updateNote",
  s.first_published_at as "firstPublishedAt", s.published_at as "publishedAt", s.corrected_at as "correctedAt", s.withdrawn_at as "withdrawnAt",
  s.after_review_due_at as "afterReviewDueAt", ${goesOutAtSql} as "publishAt", s.publish_held as "publishHeld", s.release_id as "releaseId",
  ${embargoUntilSql} as "embargoUntil", s.embargo_source as "embargoSource", s.created_at as "createdAt", s.updated_at as "updatedAt"`;

/** Stories with their section. */
export const storyTables =
  'newsroom.stories s join newsroom.sections c on c.county_id = s.county_id and c.id = s.section_id';

/** The story, or 404. */
export async function storyById(tx: Tx, id: string): Promise<StoryRow> {
  const [row] = await tx.named<StoryRow>(
    'newsroom.story',
    `select ${storyColumns} from ${storyTables} where s.county_id = $1 and s.id = $2`,
    [tx.countyId, id],
  );
  return found(row);
}

/** The story, locked until the transaction ends, or 404. */
export async function storyForUpdate(tx: Tx, id: string): Promise<StoryRow> {
  const [row] = await tx.named<StoryRow>(
    'newsroom.story-for-update',
    `select ${storyColumns} from ${storyTables} where s.county_id = $1 and s.id = $2 for update of s`,
    [tx.countyId, id],
  );
  return found(row);
}

/** The story with this address, or undefined. */
export async function storyBySlug(tx: Tx, slug: string): Promise<StoryRow | undefined> {
  const [row] = await tx.named<StoryRow>(
    'newsroom.story-by-slug',
    `select ${storyColumns} from ${storyTables} where s.county_id = $1 and s.slug = $2`,
    [tx.countyId, slug],
  );
  return row;
}

/** Other stories whose public pages show something of this one: its original, its translations, notices that it succeeds. */
export async function relatedIds(tx: Tx, story: Pick<StoryRow, 'id' | 'translationOf'>): Promise<string[]> {
  const rows = await tx.named<{ id: string }>(
    'newsroom.related-ids',
    `select id from newsroom.stories where county_id = $1 and translation_of = coalesce($3::uuid, $2) and id <> $2
     union select id from newsroom.stories where county_id = $1 and successor_id = $2
     union select $3::uuid where $3::uuid is not null`,
    [tx.countyId, story.id, story.translationOf],
  );
  return rows.map((row) => row.id);
}

/** What every event of a story says about it. */
export interface EventFacts {
  storyKind: 'story' | 'notice';
  storyId: string;
  sectionId: string;
  placeIds: string[];
  relatedIds: string[];
}

/** Reads them. */
export const eventFacts = async (tx: Tx, story: StoryRow): Promise<EventFacts> => ({
  storyKind: story.kind,
  storyId: story.id,
  sectionId: story.sectionId,
  placeIds: [...story.placeIds],
  relatedIds: await relatedIds(tx, story),
});

/** The first place, for audit rows. */
export const placeOf = (story: Pick<StoryRow, 'placeIds'>): string | null => story.placeIds[0] ?? null;
