import type { Tx } from '#platform/transaction';
import type { NewsroomTables } from '../tables.ts';

/** Whose a suggestion is, and since when the desk has it. */
export interface SuggestionRow {
  readonly id: string;
  readonly madeBy: string;
  readonly madeAt: Date;
}

/** Notes whose suggestions these are. One that is known already stays whose it was: undoing and moving bring it again, in anybody's hands. */
export async function insertSuggestions(
  tx: Tx,
  storyId: string,
  madeBy: string,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .tables<NewsroomTables>()
    .insertInto('newsroom.suggestions')
    .values(ids.map((id) => ({ county_id: tx.countyId, story_id: storyId, id, made_by: madeBy, made_at: tx.at })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Those who made these suggestions, each once. */
export async function makersOf(tx: Tx, storyId: string, ids: readonly string[]): Promise<string[]> {
  const rows = await tx.named<{ madeBy: string }>(
    'newsroom.makers-of-suggestions',
    'select distinct made_by as "madeBy" from newsroom.suggestions where county_id = $1 and story_id = $2 and id = any($3::uuid[])',
    [tx.countyId, storyId, ids],
  );
  return rows.map((one) => one.madeBy);
}

/** What was ever suggested at a story, the newest first; more than can be open at once is never needed. */
export const suggestionsOf = (tx: Tx, storyId: string, most: number): Promise<SuggestionRow[]> =>
  tx.named<SuggestionRow>(
    'newsroom.suggestions',
    `select id, made_by as "madeBy", made_at as "madeAt" from newsroom.suggestions
      where county_id = $1 and story_id = $2 order by made_at desc, id limit $3`,
    [tx.countyId, storyId, most],
  );
