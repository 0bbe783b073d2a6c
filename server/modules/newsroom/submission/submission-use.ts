import type { StoryText } from '@xiangyin/document';
import type { Tx } from '#platform/transaction';
import type { SubmissionWhole } from '../contract.ts';
import { ownWords } from './own-words.ts';
import type { Stage } from './own-words.ts';
import type { SubmissionRow } from './submission-queries.ts';

interface Published {
  readonly slug: string;
  readonly language: 'zh-CN' | 'en';
  readonly publishedAt: Date;
  readonly revisionId: string;
  readonly text: StoryText;
}

/** Where the words of a submission were published and how much of the valid edition they are; null before. */
export async function useOf(tx: Tx, submission: SubmissionRow): Promise<SubmissionWhole['use']> {
  const storyId = submission.mergedInto ?? submission.id;
  const [published] = await tx.named<Published>(
    'newsroom.published-text',
    `select s.slug, s.language, e.published_at as "publishedAt", e.revision_id as "revisionId", e.text from newsroom.stories s
       join newsroom.editions e on e.county_id = s.county_id and e.id = s.edition_id
      where s.county_id = $1 and s.id = $2 and s.public_state = 'published'`,
    [tx.countyId, storyId],
  );
  if (!published) return null;
  const until = submission.mergedInto ? submission.sentRevisionId : published.revisionId;
  const { own, all } = ownWords([...(await stagesOf(tx, submission, until)), { text: published.text, isOwn: false }]);
  return {
    storyId,
    slug: published.slug,
    language: published.language,
    publishedAt: published.publishedAt.toISOString(),
    ownCharacters: own,
    characters: all,
  };
}

// The revisions of the sender's story up to one; of those in a row by the same side only the last. What the sender wrote together with others is not theirs alone.
const stagesOf = (tx: Tx, submission: SubmissionRow, untilRevisionId: string): Promise<Stage[]> =>
  tx.named<Stage>(
    'newsroom.stages-of-submission',
    `select x.text, x.own as "isOwn" from (
       select r.text, r.version, h.own, lead(h.own) over (order by r.version) as next from newsroom.revisions r
         cross join lateral (select r.written_by = $3 and not exists (
           select 1 from newsroom.revision_writers w where w.county_id = r.county_id and w.revision_id = r.id and w.person_id <> $3) as own) h
        where r.county_id = $1 and r.story_id = $2
          and r.version <= (select u.version from newsroom.revisions u where u.county_id = $1 and u.id = $4)) x
      where x.next is distinct from x.own order by x.version`,
    [tx.countyId, submission.id, submission.senderId, untilRevisionId],
  );
