import { renderPlain } from '@xiangyin/document';
import type { StoryText } from '@xiangyin/document';
import { cutWords } from '#places';
import type { Ctx, Tx } from '#platform/transaction';

/** Very long texts are found by their first so many characters, as in the public search. */
const mostCharacters = 40_000;
/** PostgreSQL holds no word of more than 2,046 bytes; nobody asks for one. */
const longestWord = 100;
const atOnce = 200;
const turns = 20;

/** Keeps the words of a story's present text, by which the desk's lists find it; in the transaction that changes the text. */
export async function indexStory(tx: Tx, storyId: string, text: StoryText): Promise<void> {
  await tx.named(
    'newsroom.index-story',
    `insert into newsroom.story_words (county_id, story_id, words) values ($1, $2, strip(to_tsvector('english', $3)))
     on conflict (county_id, story_id) do update set words = excluded.words`,
    [tx.countyId, storyId, wordsOf(tx, text)],
  );
}

function wordsOf(tx: Tx, text: StoryText): string {
  const words = cutWords(tx, renderPlain(text).slice(0, mostCharacters));
  return [...new Set(words)].filter((word) => word.length <= longestWord).join(' ');
}

/** Cuts the words of stories that an older version of the program wrote, so many at a time. */
export async function indexOlder(ctx: Ctx): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) if ((await indexSome(ctx)) < atOnce) return;
}

const indexSome = (ctx: Ctx): Promise<number> =>
  ctx.transaction(async (tx) => {
    const rows = await tx.named<{ id: string; text: StoryText }>(
      'newsroom.not-indexed',
      `select s.id, r.text from newsroom.story_words w join newsroom.stories s on s.county_id = w.county_id and s.id = w.story_id
         join newsroom.revisions r on r.county_id = s.county_id and r.id = s.revision_id
        where w.county_id = $1 and w.words is null limit $2 for update of w skip locked`,
      [tx.countyId, atOnce],
    );
    for (const row of rows) await indexStory(tx, row.id, row.text);
    return rows.length;
  });
