import { renderPlain } from '@xiangyin/document';
import type { StoryText } from '@xiangyin/document';
import type { WordIndex } from '#platform/manifest';
import { indexStory } from './index-story.ts';

const beforeAll = '00000000-0000-0000-0000-000000000000';

/** The desk's lists as an index of words: the present text of each story, in the order of their ids. */
export const storyIndex: WordIndex = {
  name: 'stories',
  async count(tx) {
    const [row] = await tx.named<{ count: number }>(
      'newsroom.count-story-words',
      'select count(*)::int as count from newsroom.story_words where county_id = $1',
      [tx.countyId],
    );
    return row?.count ?? 0;
  },
  async renew(tx, { after, most, holds }) {
    const rows = await tx.named<{ id: string; text: StoryText }>(
      'newsroom.story-words-after',
      `select s.id, r.text from newsroom.story_words w join newsroom.stories s on s.county_id = w.county_id and s.id = w.story_id
         join newsroom.revisions r on r.county_id = s.county_id and r.id = s.revision_id
        where w.county_id = $1 and w.story_id > $2::uuid order by w.story_id limit $3 for update of w`,
      [tx.countyId, after ?? beforeAll, most],
    );
    for (const row of rows) if (holds(renderPlain(row.text))) await indexStory(tx, row.id, row.text);
    return { seen: rows.length, last: rows.length === most ? (rows.at(-1)?.id ?? null) : null };
  },
};
