import { route } from '#platform/http/route';
import { mustSee } from '#platform/permits';
import { found } from '#platform/refuse';
import { filmListView, filmParams, filmTold, filmView, storyParams } from '../contract.ts';
import { filmsOf } from '../film/film-queries.ts';
import { filmViews } from '../film/film-view.ts';
import { removeFilm } from '../film/remove-film.ts';
import { tellFilm } from '../film/tell-film.ts';
import { storyById } from '../story/story-queries.ts';

/** What correspondents filmed beside a text. The bytes are an upload like any other (tus, `/uploads`). */
export const filmRoutes = [
  route({
    method: 'POST',
    path: '/stories/:id/films',
    ability: 'signed-in',
    summary:
      'Says that a film follows a story: id, name, bytes, seconds. Its bytes are then sent to /uploads under the fingerprint `film:<id>`. The same id again is the same film, so no key is needed.',
    idempotency: 'none',
    perMinute: 60,
    params: storyParams,
    body: filmTold,
    answer: filmView,
    refuses: ['NotFound', 'Forbidden', 'Conflict', 'TooManyFilms'],
    handle: ({ ctx, actor, params, body }) =>
      ctx.transaction(async (tx) => {
        const film = await tellFilm(ctx, actor, params.id, body);
        const [view] = await filmViews(tx, actor, await storyById(tx, params.id), [film]);
        return found(view);
      }),
  }),
  route({
    method: 'GET',
    path: '/stories/:id/films',
    ability: 'signed-in',
    summary: 'The films of a story: how far each has come, or what the library has of it.',
    params: storyParams,
    answer: filmListView,
    refuses: ['NotFound'],
    handle: ({ ctx, actor, params }) =>
      ctx.transaction(async (tx) => {
        const story = await storyById(tx, params.id);
        mustSee(tx, actor, 'story.read', story);
        return { items: await filmViews(tx, actor, story, await filmsOf(tx, story.id)) };
      }),
  }),
  route({
    method: 'DELETE',
    path: '/stories/:id/films/:filmId',
    ability: 'signed-in',
    summary:
      'Takes a film from a story: the sender’s own, or by whoever may write at the text. What is in the library stays.',
    params: filmParams,
    answer: null,
    refuses: ['NotFound', 'Forbidden'],
    handle: ({ ctx, actor, params }) => removeFilm(ctx, actor, params.id, params.filmId),
  }),
];
