import { pictureHashes, renderHtml, renderPlainBody } from '@xiangyin/document';
import type { StoryText } from '@xiangyin/document';
import { focusByHash, originalPath } from '#media';
import type { Showing } from '#media';
import { inWords } from '#places';
import { addressOf } from '#platform/county-address';
import type { Words } from '#platform/county';
import { found } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import { storyFields } from '../contract.ts';
import type { PublicStoryView, StoryField } from '../contract.ts';
import { placeRefs } from '../lists/public-stories.ts';

/** A story that was ever published, with its valid edition. */
export interface PublicStory {
  readonly id: string;
  readonly slug: string;
  readonly language: 'zh-CN' | 'en';
  readonly kind: 'story' | 'notice';
  readonly publicState: 'published' | 'withdrawn';
  readonly placeIds: readonly string[];
  readonly firstPublishedAt: Date;
  readonly withdrawnAt: Date | null;
  readonly number: number;
  readonly publishedAt: Date;
  readonly text: StoryText;
  readonly textHash: string;
  readonly byline: string;
  readonly sectionSlug: string;
  readonly sectionName: Words;
}

const select = `select s.id, s.slug, s.language, s.kind, s.public_state as "publicState", s.withdrawn_at as "withdrawnAt", coalesce(s.first_published_at, e.published_at) as "firstPublishedAt",
    array(select p.place_id::text from newsroom.story_places p where p.county_id = s.county_id and p.story_id = s.id order by p.place_id = s.place_id desc, p.place_id) as "placeIds",
    e.number, e.published_at as "publishedAt", e.text, e.text_hash as "textHash", e.byline, c.slug as "sectionSlug", c.name as "sectionName"`;
const withEdition =
  'join newsroom.editions e on e.county_id = $1 and e.id = s.edition_id join newsroom.sections c on c.county_id = $1 and c.id = s.section_id';

/** The story with this address, or 404. */
export async function publicStoryBySlug(tx: Tx, slug: string): Promise<PublicStory> {
  const [row] = await tx.named<PublicStory>(
    'newsroom.public-story',
    `${select} from newsroom.stories s ${withEdition} where s.county_id = $1 and s.slug = $2`,
    [tx.countyId, slug],
  );
  return found(row);
}

/** Published stories in the order of their ids, from behind one of them: for whoever wants them all. */
export const publicStoriesAfter = (tx: Tx, afterId: string | null, limit: number): Promise<PublicStory[]> =>
  tx.named<PublicStory>(
    'newsroom.public-stories-after',
    `${select} from (select * from newsroom.stories where county_id = $1 and public_state = 'published' and ($2::uuid is null or id > $2) order by id limit $3) s ${withEdition} order by s.id`,
    [tx.countyId, afterId, limit],
  );

/** Stories as the public API shows them, with these fields and their ids. */
export async function publicViews(
  tx: Tx,
  stories: readonly PublicStory[],
  fields: readonly StoryField[] = storyFields,
): Promise<PublicStoryView[]> {
  const asked = new Set(fields);
  const published = stories.filter(isPublished);
  const marks = asked.has('html')
    ? await focusByHash(
        tx,
        published.flatMap(({ text }) => pictureHashes(text)),
      )
    : new Map<string, Showing>();
  const corrections = asked.has('corrections') ? await correctionsOfAll(tx, published) : new Map();
  const made = {
    places: (story: PublicStory) => placeRefs(tx, tx.ctx.language, story.placeIds),
    html: (story: PublicStory) => (isPublished(story) ? portableHtml(tx, story, marks) : null),
    plain: (story: PublicStory) => (isPublished(story) ? renderPlainBody(story.text) : null),
    corrections: (story: PublicStory) => corrections.get(story.id) ?? [],
  };
  return stories.map((story) => {
    const all: Record<string, unknown> = plainFields(tx, story);
    const said = fields.map((name) => [name, name in made ? made[name as keyof typeof made](story) : all[name]]);
    return { id: story.id, ...Object.fromEntries(said) } as PublicStoryView;
  });
}

const isPublished = ({ publicState }: PublicStory): boolean => publicState === 'published';

const plainFields = (tx: Tx, story: PublicStory) => ({
  slug: story.slug,
  title: story.text.title,
  language: story.language,
  kind: story.kind,
  section: { slug: story.sectionSlug, name: inWords(story.sectionName, tx.ctx.language) },
  byline: story.byline,
  state: story.publicState,
  publishedAt: story.firstPublishedAt.toISOString(),
  withdrawnAt: story.withdrawnAt?.toISOString() ?? null,
  edition: { number: story.number, at: story.publishedAt.toISOString() },
  fingerprint: story.textHash,
  text: isPublished(story) ? story.text : null,
});

// It is read far from here: addresses are whole. 人工智能生成合成内容标识办法 (2025) art. 4: what a machine made goes with its mark.
function portableHtml(tx: Tx, { text, language }: PublicStory, marks: ReadonlyMap<string, Showing>): string {
  const site = addressOf(tx.ctx);
  return renderHtml(text, {
    resolveFigure: (hash, { width, height }) => {
      const machine = marks.get(hash)?.machine;
      return {
        src: `${site}${originalPath(hash)}`,
        width,
        height,
        ...(machine ? { note: tx.ctx.app.wording.say(language, `newsroom.machine.${machine}`) } : {}),
      };
    },
    resolveLink: (href) => (href.startsWith('/') ? `${site}${href}` : href),
  });
}

interface Correction {
  readonly at: string;
  readonly note: string;
  readonly edition: number;
}

async function correctionsOfAll(tx: Tx, stories: readonly PublicStory[]): Promise<Map<string, Correction[]>> {
  const rows = await tx.named<{ storyId: string; at: Date; note: string | null; edition: number }>(
    'newsroom.corrections-of-all',
    `select story_id as "storyId", published_at as at, correction_note as note, number as edition from newsroom.editions
      where county_id = $1 and story_id = any($2::uuid[]) and kind = 'correction' order by number desc`,
    [tx.countyId, stories.map(({ id }) => id)],
  );
  const told = rows.map(({ storyId, at, note, edition }) => ({
    storyId,
    correction: { at: at.toISOString(), note: note ?? '', edition },
  }));
  return new Map(
    [...Map.groupBy(told, ({ storyId }) => storyId)].map(([id, list]) => [id, list.map((one) => one.correction)]),
  );
}
