import type { StoryText } from '@xiangyin/document';
import { found } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import type { NoticeLevel } from '../contract.ts';
import { storyBySlug } from '../story/story-queries.ts';

/** The valid edition of a story. */
export interface PublishedEdition {
  readonly id: string;
  readonly number: number;
  readonly roundId: string;
  readonly text: StoryText;
  readonly textHash: string;
  readonly byline: string;
  readonly level: NoticeLevel | null;
  /** How the hands behind it were kept apart. */
  readonly separation: 'strict' | 'paired' | 'logged';
  readonly publishedAt: Date;
  readonly everUrgent: boolean;
  readonly reviewedAfterwardsAt: Date | null;
}

/** An edition with what its page says of the review behind it, or undefined. */
export async function editionForPage(tx: Tx, editionId: string): Promise<PublishedEdition | undefined> {
  const [row] = await tx.named<PublishedEdition>(
    'newsroom.edition-for-page',
    `select e.id, e.number, e.round_id as "roundId", e.text, e.text_hash as "textHash", e.byline, e.level, (select o.separation from newsroom.rounds o where o.county_id = e.county_id and o.id = e.round_id) as separation, e.published_at as "publishedAt",
       exists (select 1 from newsroom.editions u where u.county_id = e.county_id and u.story_id = e.story_id and u.path = 'urgent') as "everUrgent",
       (select max(g.at) from newsroom.signatures g where g.county_id = e.county_id and g.story_id = e.story_id and g.step = 'after_review' and g.verdict = 'approved'
         and g.at >= (select max(u.published_at) from newsroom.editions u where u.county_id = e.county_id and u.story_id = e.story_id and u.path = 'urgent')) as "reviewedAfterwardsAt"
     from newsroom.editions e where e.county_id = $1 and e.id = $2`,
    [tx.countyId, editionId],
  );
  return row;
}

/** The other languages of a story, published or not yet. */
export interface Sibling {
  readonly id: string;
  readonly language: 'zh-CN' | 'en';
  readonly slug: string | null;
  readonly title: string;
  readonly publicState: string;
}

/** Everything that is the same story in another language. */
export const siblingsOf = (tx: Tx, story: { id: string; translationOf: string | null }): Promise<Sibling[]> =>
  tx.named<Sibling>(
    'newsroom.siblings',
    `select id, language, slug, coalesce(teaser ->> 'title', title) as title, public_state as "publicState" from newsroom.stories
      where county_id = $1 and id <> $2 and state not in ('discarded', 'rejected') and (translation_of = coalesce($3::uuid, $2) or id = $3::uuid) order by id`,
    [tx.countyId, story.id, story.translationOf],
  );

/** What takes a notice's place, and since when it is public. */
export interface Successor {
  readonly slug: string;
  readonly title: string;
  readonly language: string;
  readonly publishedAt: Date;
}

/** The successor of a notice when it is public, in the reader's language if there is one. */
export async function successorOf(tx: Tx, successorId: string, language: string): Promise<Successor | undefined> {
  const [row] = await tx.named<Successor>(
    'newsroom.successor',
    `select coalesce(t.slug, s.slug) as slug, coalesce(t.teaser, s.teaser) ->> 'title' as title, coalesce(t.language, s.language) as language, s.first_published_at as "publishedAt" from newsroom.stories s
       left join newsroom.stories t on t.county_id = s.county_id and t.translation_of = s.id and t.language = $3 and t.public_state = 'published'
      where s.county_id = $1 and s.id = $2 and s.public_state = 'published'`,
    [tx.countyId, successorId, language],
  );
  return row;
}

/** The text of an edition, as it was signed. Refuses NotFound (404). */
export async function editionText(tx: Tx, editionId: string): Promise<StoryText> {
  return found(await editionForPage(tx, editionId)).text;
}

/** What was published under an address. */
interface PublishedStory {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly language: string;
  /** Its latest; of a story that was withdrawn the last that was valid. */
  readonly edition: PublishedEdition;
  /** Null: it stands. */
  readonly withdrawnAt: Date | null;
}

/** A story that was published under this address, with its latest edition, or undefined. */
export async function publishedBySlug(tx: Tx, slug: string): Promise<PublishedStory | undefined> {
  const story = await storyBySlug(tx, slug);
  const edition = story?.editionId ? await editionForPage(tx, story.editionId) : undefined;
  if (!story || !edition) return undefined;
  return {
    id: story.id,
    slug,
    title: edition.text.title,
    language: story.language,
    edition,
    withdrawnAt: story.publicState === 'withdrawn' ? (story.withdrawnAt ?? tx.at) : null,
  };
}
