import type { StoryText } from '@xiangyin/document';
import type { Tx } from '#platform/transaction';
import type { SubmissionWhole } from '../contract.ts';
import { revisionById } from '../story/revision.ts';
import { ownWords } from './own-words.ts';
import type { SubmissionRow } from './submission-queries.ts';

interface Published {
  readonly slug: string;
  readonly language: 'zh-CN' | 'en';
  readonly publishedAt: Date;
  readonly text: StoryText;
}

/** Where the words of a submission were published and how much of the valid edition they are; null before. */
export async function useOf(tx: Tx, submission: SubmissionRow): Promise<SubmissionWhole['use']> {
  const storyId = submission.mergedInto ?? submission.id;
  const [published] = await tx.named<Published>(
    'newsroom.published-text',
    `select s.slug, s.language, e.published_at as "publishedAt", e.text from newsroom.stories s
       join newsroom.editions e on e.county_id = s.county_id and e.id = s.edition_id
      where s.county_id = $1 and s.id = $2 and s.public_state = 'published'`,
    [tx.countyId, storyId],
  );
  const sent = published && (await revisionById(tx, submission.sentRevisionId));
  if (!sent) return null;
  const { own, all } = ownWords(sent.text, published.text);
  return {
    storyId,
    slug: published.slug,
    language: published.language,
    publishedAt: published.publishedAt.toISOString(),
    ownCharacters: own,
    characters: all,
  };
}
