import { cutWords } from '#places';
import type { Tx } from '#platform/transaction';
import { nearest } from './nearness.ts';
import type { Comparable } from './nearness.ts';

const shown = 3;

interface Row {
  readonly id: string;
  readonly title: string;
  readonly deck: string;
  readonly placeIds: string[];
  readonly tagIds: string[];
}

/** Finds what is related to a published story by its words, tags and places, among the newest of its section, of its places, with its tags and of the county; and the same for those it is now near to. Harmless when it is done again. */
export async function relateStory(tx: Tx, storyId: string): Promise<void> {
  const found = await relateOne(tx, storyId);
  for (const id of found) await relateOne(tx, id);
}

async function relateOne(tx: Tx, storyId: string): Promise<string[]> {
  const rows = await candidates(tx, storyId);
  const all = rows.map((row) => comparable(tx, row));
  const one = all.find(({ id }) => id === storyId);
  const related = one ? nearest(one, all, shown) : [];
  await tx.named(
    'newsroom.forget-related',
    'delete from newsroom.related_stories where county_id = $1 and story_id = $2',
    [tx.countyId, storyId],
  );
  for (const [at, id] of related.entries())
    await tx.named(
      'newsroom.relate',
      // Another publication may relate the same one at this moment: the later word stands.
      `insert into newsroom.related_stories (county_id, story_id, rank, related_id) values ($1, $2, $3, $4)
         on conflict (county_id, story_id, rank) do update set related_id = excluded.related_id`,
      [tx.countyId, storyId, at + 1, id],
    );
  return related;
}

// Each list is read from its own index, so it is as quick with a million stories.
const candidates = (tx: Tx, storyId: string): Promise<Row[]> =>
  tx.named<Row>(
    'newsroom.related-candidates',
    `with me as (select id, section_id from newsroom.stories where county_id = $1 and id = $2),
       near as (
         select id from me
         union (select s.id from newsroom.stories s where s.county_id = $1 and s.section_id = (select section_id from me) and s.public_state = 'published' and s.translation_of is null
           order by s.first_published_at desc limit 80)
         union (select s.id from newsroom.stories s where s.county_id = $1 and s.public_state = 'published' and s.translation_of is null order by s.first_published_at desc limit 120)
         union select n.story_id from newsroom.story_places mine cross join lateral (select p.story_id from newsroom.story_places p
           where p.county_id = $1 and p.place_id = mine.place_id and p.shown_at is not null order by p.shown_at desc limit 40) n where mine.county_id = $1 and mine.story_id = $2
         union select n.story_id from newsroom.story_tags mine cross join lateral (select g.story_id from newsroom.story_tags g
           where g.county_id = $1 and g.tag_id = mine.tag_id order by g.story_id desc limit 60) n where mine.county_id = $1 and mine.story_id = $2)
     select s.id, s.teaser ->> 'title' as title, s.teaser ->> 'deck' as deck,
       array(select p.place_id::text from newsroom.story_places p where p.county_id = $1 and p.story_id = s.id) as "placeIds",
       array(select g.tag_id::text from newsroom.story_tags g where g.county_id = $1 and g.story_id = s.id) as "tagIds"
     from newsroom.stories s where s.county_id = $1 and s.id in (select id from near) and s.public_state = 'published' and s.translation_of is null`,
    [tx.countyId, storyId],
  );

function comparable(tx: Tx, { id, title, deck, placeIds, tagIds }: Row): Comparable {
  const words = cutWords(tx, `${title} ${deck}`).filter((word) => /^(\p{Script=Han}{2,}|[a-z]{4,})$/u.test(word));
  return { id, words: new Set(words), placeIds, tagIds };
}
