import { cell } from '../kit/cell.ts';
import { allOf, put, remove, taken } from '../kit/device-store.ts';

/** A film on this phone: beside a draft (`kept`), told to the desk and on its way (`waiting`), or not taken (`refused`). Its bytes lie apart. */
export interface Film {
  readonly id: string;
  /** Whose it is; nobody else's session sends it. */
  readonly personId: string;
  /** Headline of the text it goes with. */
  readonly title: string;
  /** The story on the server; null: it is not told yet. */
  readonly storyId: string | null;
  readonly placeId: string | null;
  readonly name: string;
  readonly bytes: number;
  readonly state: 'kept' | 'waiting' | 'refused';
  /** Why the server did not take it; only when refused. */
  readonly reason?: string;
}

/** Every film on this phone, oldest first. */
export const films = cell<readonly Film[]>([]);
/** How many bytes of a film the server has, as far as this page knows. */
export const arrivedOf = cell<ReadonlyMap<string, number>>(new Map());

/** Reads what an earlier visit or another window left; without storage the screen stays as it is. */
export async function openFilms(): Promise<void> {
  const kept = (await allOf('films').catch(() => null)) as Film[] | null;
  if (kept) films.set(kept);
}

/** Keeps a film and, when they are new, its bytes; both are on the disk when this resolves. Throws when the phone has no room. */
export async function keepFilm(film: Film, bytes?: Blob): Promise<void> {
  if (bytes) await put('film-bytes', film.id, bytes);
  await put('films', film.id, film);
  await openFilms();
}

/** The film has arrived, or its owner gave it up. */
export async function dropFilm(id: string): Promise<void> {
  await remove('films', id);
  await remove('film-bytes', id);
  await openFilms();
}

/** The bytes of a film; undefined when this phone has them no more. */
export const filmBytes = async (id: string): Promise<Blob | undefined> =>
  (await taken('film-bytes', id)) as Blob | undefined;

/** The text has arrived: its films follow, a broken line or a closed browser between them. */
export async function letFilmsFollow(ids: readonly string[], storyId: string, title: string): Promise<void> {
  await openFilms();
  for (const film of films.get())
    if (ids.includes(film.id) && film.state === 'kept') await keepFilm({ ...film, storyId, title, state: 'waiting' });
}

/** What of this person follows a text, oldest first. */
export const filmsUnderWay = (all: readonly Film[], personId: string | undefined): Film[] =>
  all.filter((film) => film.personId === personId && film.state === 'waiting');

/** What of this person was not taken. */
export const filmsRefused = (all: readonly Film[], personId: string | undefined): Film[] =>
  all.filter((film) => film.personId === personId && film.state === 'refused');
