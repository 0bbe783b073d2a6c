import type { Actor } from '#platform/actor';
import type { RecordName } from '#platform/manifest';
import { may } from '#platform/permits';
import type { Tx } from '#platform/transaction';
import { storyHref } from './story-hrefs.ts';
import { storyColumns, storyTables } from './story-queries.ts';
import type { StoryRow } from './story-queries.ts';

/** Stories as other screens name them: those of these that the person may read. */
export async function storyNames(tx: Tx, actor: Actor, noun: string, ids: readonly string[]): Promise<RecordName[]> {
  if (noun !== 'story' || ids.length === 0) return [];
  const rows = await tx.named<StoryRow>(
    'newsroom.story-names',
    `select ${storyColumns} from ${storyTables} where s.county_id = $1 and s.id = any($2)`,
    [tx.countyId, ids],
  );
  const untitled = tx.ctx.app.wording.say(tx.ctx.language, 'newsroom.untitled');
  return rows
    .filter((story) => may(tx, actor, 'story.read', story))
    .map((story) => ({ id: story.id, title: story.title || untitled, href: storyHref(story.id) }));
}
