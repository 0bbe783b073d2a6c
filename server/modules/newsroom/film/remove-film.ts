import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { may, must, mustSee } from '#platform/permits';
import { found } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import { placeOf, storyById } from '../story/story-queries.ts';
import type { StoryRow } from '../story/story-queries.ts';
import { filmById } from './film-queries.ts';
import type { Film } from './film-queries.ts';

/** Whether the person may take a film from its story: it is theirs, or they write at the text. */
export const mayRemoveFilm = (tx: Tx, actor: Actor, story: StoryRow, film: Film): boolean =>
  film.sentBy === actor.id || may(tx, actor, 'story.edit', story);

/** Takes a film from its story. One that is still on its way is sent no further by its telephone; what is in the library stays there. Refuses: NotFound (404), Forbidden (403). */
export async function removeFilm(ctx: Ctx, actor: Actor, storyId: string, filmId: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    const story = await storyById(tx, storyId);
    mustSee(tx, actor, 'story.read', story);
    const known = await filmById(tx, filmId);
    const film = found(known?.storyId === story.id ? known : undefined);
    if (!mayRemoveFilm(tx, actor, story, film)) must(tx, actor, 'story.edit', story);
    await tx.named('newsroom.remove-film', 'delete from newsroom.films where county_id = $1 and id = $2', [
      tx.countyId,
      film.id,
    ]);
    await audit(tx, actor, {
      act: 'film.remove',
      noun: 'story',
      subjectId: story.id,
      placeId: placeOf(story),
      detail: { bytes: film.bytes },
    });
  });
}
