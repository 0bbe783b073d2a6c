import { storyTextFromParagraphs, storyTextOf } from '@xiangyin/document';
import type { PlainBlock, StoryText } from '@xiangyin/document';
import { newId } from '#platform/ids';
import type { Tx } from '#platform/transaction';

/** A text for tests and seeds from plain paragraphs. Throws for what is no text. */
export const textOf = (
  title: string,
  paragraphs: readonly PlainBlock[],
  options: { language?: 'zh-CN' | 'en'; deck?: string } = {},
): StoryText =>
  storyTextOf(
    storyTextFromParagraphs({ language: options.language ?? 'zh-CN', title, deck: options.deck ?? '', paragraphs }),
  );

/** Opens a section directly: sections of a test county, where nobody's permission is the matter. */
export async function addSection(
  tx: Tx,
  one: {
    slug: string;
    name: { 'zh-CN'?: string; en?: string };
    description?: { 'zh-CN'?: string; en?: string };
    position: number;
  },
): Promise<string> {
  const id = newId<'section'>();
  await tx.client.query(
    'insert into newsroom.sections (county_id, id, slug, name, description, position) values ($1, $2, $3, $4, $5, $6)',
    [tx.countyId, id, one.slug, JSON.stringify(one.name), JSON.stringify(one.description ?? {}), one.position],
  );
  return id;
}
