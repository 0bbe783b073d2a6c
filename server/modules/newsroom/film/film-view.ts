import { arrivedBytes, materialViews } from '#media';
import { displayNames } from '#people';
import type { Actor } from '#platform/actor';
import { refusalWords } from '#platform/http/problem';
import { together } from '#platform/together';
import type { Tx } from '#platform/transaction';
import type { FilmView } from '../contract.ts';
import type { StoryRow } from '../story/story-queries.ts';
import { fingerprintOf } from './film-queries.ts';
import type { Film } from './film-queries.ts';
import { mayRemoveFilm } from './remove-film.ts';

/** Films of a story as somebody sees them: how far each has come, or what it became. */
export async function filmViews(tx: Tx, actor: Actor, story: StoryRow, films: readonly Film[]): Promise<FilmView[]> {
  const senders = [...new Set(films.map((film) => film.sentBy))];
  const coming = films.filter((film) => film.materialId === null && film.refusal === null);
  const [names, materials, arrived] = await together(
    displayNames(tx, senders),
    materialViews(
      tx,
      actor,
      films.flatMap((film) => film.materialId ?? []),
    ),
    arrivedBytes(
      tx,
      senders,
      coming.map((film) => fingerprintOf(film.id)),
    ),
  );
  return films.map((film) => ({
    id: film.id,
    name: film.name,
    bytes: film.bytes,
    seconds: film.seconds,
    sentBy: { id: film.sentBy, name: names.get(film.sentBy) ?? '' },
    toldAt: film.toldAt.toISOString(),
    state: film.materialId ? 'here' : film.refusal ? 'refused' : 'coming',
    arrived: film.materialId ? film.bytes : Math.min(film.bytes, arrived.get(fingerprintOf(film.id)) ?? 0),
    refusal: film.refusal && wordsOf(tx, film.refusal, film.refusalDetail),
    material: (film.materialId && materials.get(film.materialId)) || null,
    mayRemove: mayRemoveFilm(tx, actor, story, film),
  }));
}

const wordsOf = (tx: Tx, code: string, detail: Film['refusalDetail']): string =>
  refusalWords(tx.ctx.app.wording, tx.ctx.language, { code, detail: detail ?? {} });
