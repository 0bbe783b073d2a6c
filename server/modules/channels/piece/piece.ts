import type { StoryText } from '@xiangyin/document';
import { storyPath } from '#newsroom';
import { codeOf, inWords, placeById, placeName } from '#places';
import { addressOf } from '#platform/county-address';
import { found } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import { machineMarks } from './machine-marks.ts';
import type { MarkedPicture } from './machine-marks.ts';
import { noticeWords } from './notice-words.ts';

/** An edition as channels get it: all that a copy may say, and nothing that is not public. */
export interface Piece {
  readonly storyId: string;
  readonly editionNumber: number;
  readonly kind: 'first' | 'update' | 'correction';
  readonly storyKind: 'story' | 'notice';
  readonly language: string;
  readonly text: StoryText;
  readonly textHash: string;
  /** Its pictures that a machine made or changed, by their hash. */
  readonly marked: ReadonlyMap<string, MarkedPicture>;
  readonly byline: string;
  /** How urgent a notice is, as it was signed; null: the ordinary case, or no notice. */
  readonly level: 'blue' | 'yellow' | 'orange' | 'red' | null;
  /** Until when a notice holds, as things are; null: without end, or no notice. */
  readonly validUntil: Date | null;
  /** Both in one line in its language (`noticeWords`); null: neither is said. */
  readonly notice: string | null;
  /** What was wrong, for the public; null: no correction. */
  readonly correctionNote: string | null;
  readonly sectionSlug: string;
  readonly sectionName: string;
  /** The public page, whole. */
  readonly address: string;
  /** The page of what took the place of a notice, once that is public; null: nothing did. */
  readonly successor: string | null;
  /** Base of the county's addresses. */
  readonly site: string;
  readonly publisher: string;
  readonly firstPublishedAt: Date;
  readonly publishedAt: Date;
  readonly places: readonly { readonly code: string | null; readonly name: string }[];
}

type Row = Omit<
  Piece,
  'address' | 'successor' | 'site' | 'publisher' | 'sectionName' | 'places' | 'marked' | 'notice'
> & {
  slug: string;
  successorSlug: string | null;
  successorLanguage: string | null;
  sectionWords: Record<string, string>;
};

/** What goes into a channel of one edition. Refuses: NotFound (404). */
export async function pieceOf(tx: Tx, editionId: string): Promise<Piece> {
  const [row] = await tx.named<Row>(
    'channels.piece',
    `select e.story_id as "storyId", e.number as "editionNumber", e.kind, s.kind as "storyKind", s.language, e.text, e.text_hash as "textHash", e.byline, e.correction_note as "correctionNote", e.level, s.valid_until as "validUntil",
       c.slug as "sectionSlug", c.name as "sectionWords", s.slug, s.first_published_at as "firstPublishedAt", e.published_at as "publishedAt", n.slug as "successorSlug", n.language as "successorLanguage"
       from newsroom.editions e join newsroom.stories s on s.county_id = e.county_id and s.id = e.story_id join newsroom.sections c on c.county_id = s.county_id and c.id = s.section_id
       left join newsroom.stories n on n.county_id = s.county_id and n.id = s.successor_id and n.public_state = 'published'
      where e.county_id = $1 and e.id = $2`,
    [tx.countyId, editionId],
  );
  const { slug, sectionWords, successorSlug, successorLanguage, ...piece } = found(row);
  const language = piece.language === 'en' ? 'en' : 'zh-CN';
  const site = addressOf(tx.ctx);
  return {
    ...piece,
    sectionName: inWords(sectionWords, language),
    site,
    address: `${site}${storyPath(tx.ctx, slug, piece.language)}`,
    successor: successorSlug && `${site}${storyPath(tx.ctx, successorSlug, successorLanguage ?? piece.language)}`,
    publisher: inWords(tx.ctx.county.publisher, language),
    notice: noticeWords(tx.ctx, piece, language),
    places: await placesIn(tx, piece.storyId, language),
    marked: await machineMarks(tx, piece.text),
  };
}

async function placesIn(tx: Tx, storyId: string, language: 'zh-CN' | 'en'): Promise<Piece['places']> {
  const rows = await tx.named<{ id: string }>(
    'channels.piece-places',
    'select place_id as id from newsroom.story_places where county_id = $1 and story_id = $2 order by place_id',
    [tx.countyId, storyId],
  );
  return rows.flatMap(({ id }) => {
    const place = placeById(tx, id);
    return place ? [{ code: codeOf(place), name: placeName(place, language) }] : [];
  });
}
