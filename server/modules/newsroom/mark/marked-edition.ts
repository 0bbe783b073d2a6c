import type { PublishedEdition } from '../page/published-queries.ts';
import type { StripEntry } from '../review/signature-queries.ts';
import type { StoryRow } from '../story/story-queries.ts';
import type { Marked } from './story-mark.ts';

/** What the mark of a valid edition is made of. */
export const markedEdition = (
  story: Pick<StoryRow, 'slug' | 'validUntil'>,
  edition: PublishedEdition,
  strip: readonly StripEntry[],
): Marked => ({
  slug: story.slug ?? '',
  edition: edition.number,
  textHash: edition.textHash,
  title: edition.text.title,
  publishedAt: edition.publishedAt,
  validUntil: story.validUntil,
  strip,
});
