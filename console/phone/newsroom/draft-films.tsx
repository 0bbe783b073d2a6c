import { useEffect, useState } from 'preact/hooks';
import { say, type TextKey } from '../kit/language.ts';
import { sizeOf } from '../../media/upload/size.ts';
import { dropFilm, filmBytes } from '../outbox/film.ts';
import type { Draft, DraftFilm } from './draft.ts';
import { takeFilm } from './take-film.ts';
import { clockOfSeconds } from './voice-player.tsx';

const most = 5;

/** Films that go with the text: filmed now or chosen on this phone, kept on its disk, sent after the words. */
export function DraftFilms({
  draft,
  add,
  remove,
  taking,
  setTaking,
}: {
  draft: Draft;
  add: (film: DraftFilm) => void;
  remove: (id: string) => void;
  /** Whether a film is being put on this phone's disk: until then the text stays here. */
  taking: boolean;
  setTaking: (taking: boolean) => void;
}) {
  const films = draft.films ?? [];
  const [failed, setFailed] = useState<TextKey | null>(null);
  const take = async (input: HTMLInputElement): Promise<void> => {
    const file = input.files?.[0];
    if (!file) return;
    setFailed(null);
    setTaking(true);
    const taken = await takeFilm(file, draft);
    input.value = '';
    setTaking(false);
    if (typeof taken === 'string') setFailed(taken);
    else add(taken);
  };
  const drop = async (id: string): Promise<void> => {
    remove(id);
    await dropFilm(id).catch(() => undefined);
  };
  return (
    <section class="voices" aria-label={say('film.title')}>
      {films.map((film) => (
        <DraftFilmCard key={film.id} film={film} remove={() => void drop(film.id)} />
      ))}
      {failed !== null && (
        <p class="note hot" role="alert">
          {say(failed)}
        </p>
      )}
      {films.length < most && (
        <label class="btn wide file" aria-busy={taking}>
          {say(taking ? 'film.taking' : 'film.add')}
          <input type="file" accept="video/*" disabled={taking} onChange={(event) => void take(event.currentTarget)} />
        </label>
      )}
      {films.length > 0 && <p class="meta">{say('film.hint')}</p>}
    </section>
  );
}

function DraftFilmCard({ film, remove }: { film: DraftFilm; remove: () => void }) {
  const source = useBytes(film.id);
  return (
    <div class="voice-card">
      <span class="meta">
        {[say('film.one'), ...(film.seconds === null ? [] : [clockOfSeconds(film.seconds)]), sizeOf(film.bytes)].join(
          ' · ',
        )}
      </span>
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- nobody has written down what is said in it */}
      {source && <video class="film" controls playsInline preload="metadata" src={source} />}
      <button type="button" class="plain" onClick={remove}>
        {say('film.remove')}
      </button>
    </div>
  );
}

function useBytes(id: string): string | null {
  const [source, setSource] = useState<string | null>(null);
  useEffect(() => {
    let address: string | null = null;
    let left = false;
    const show = async (): Promise<void> => {
      const bytes = await filmBytes(id).catch(() => undefined);
      if (!bytes || left) return;
      address = URL.createObjectURL(bytes);
      setSource(address);
    };
    void show();
    return () => {
      left = true;
      if (address) URL.revokeObjectURL(address);
    };
  }, [id]);
  return source;
}
