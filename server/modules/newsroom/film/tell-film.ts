import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { must, mustSee } from '#platform/permits';
import { found, refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { FilmTold } from '../contract.ts';
import { placeOf, storyForUpdate } from '../story/story-queries.ts';
import { filmById, filmsOf } from './film-queries.ts';
import type { Film } from './film-queries.ts';

/** How many films one story may have. */
export const mostFilms = 5;

/** 随稿视频: says that a film follows a text, so that the desk knows of it while its bytes are still on their way. The same id again is the same film.
 *  Refuses: TooManyFilms (422) beyond five for a story, Conflict (409) for an id that is another film's. */
export async function tellFilm(ctx: Ctx, actor: Actor, storyId: string, told: FilmTold): Promise<Film> {
  return ctx.transaction(async (tx) => {
    const story = await storyForUpdate(tx, storyId);
    mustSee(tx, actor, 'story.read', story);
    const known = await filmById(tx, told.id);
    if (known?.storyId === story.id && known.sentBy === actor.id) return known;
    must(tx, actor, 'story.edit', story);
    if (known) refuse('Conflict');
    if ((await filmsOf(tx, story.id)).length >= mostFilms) refuse('TooManyFilms', { most: mostFilms });
    await add(tx, actor, story.id, told);
    await audit(tx, actor, {
      act: 'film.tell',
      noun: 'story',
      subjectId: story.id,
      placeId: placeOf(story),
      detail: { bytes: told.bytes },
    });
    return found(await filmById(tx, told.id));
  });
}

const add = (tx: Tx, actor: Actor, storyId: string, { id, name, bytes, seconds }: FilmTold): Promise<unknown> =>
  tx.named(
    'newsroom.tell-film',
    'insert into newsroom.films (county_id, id, story_id, name, bytes, seconds, sent_by, told_at) values ($1, $2, $3, $4, $5, $6, $7, $8)',
    [tx.countyId, id, storyId, name, bytes, seconds, actor.id, tx.at],
  );
