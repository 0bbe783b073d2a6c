import { useState } from 'preact/hooks';
import { sizeOf } from '../../media/upload/size.ts';
import { session } from '../access/session.ts';
import { act } from '../kit/api.ts';
import { useCell } from '../kit/cell.ts';
import { say } from '../kit/language.ts';
import { isAboutSession, Problem } from '../kit/problem.ts';
import { arrivedOf, dropFilm, type Film } from './film.ts';

/** A film that follows its text: how far it is, and giving it up, which the desk must hear of. */
export function FilmCard({ film }: { film: Film }) {
  const arrived = useCell(arrivedOf).get(film.id) ?? 0;
  const [asked, setAsked] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const isRefused = film.state === 'refused';
  const giveUp = async (): Promise<void> => {
    setProblem(await giveUpFilm(film));
    setAsked(false);
  };
  return (
    <article class="card">
      <p class="when">
        <span class={isRefused ? 'tag hot' : 'tag due'}>{say(isRefused ? 'entry.refused' : 'film.following')}</span>
        <span class="meta">{say('film.one')}</span>
      </p>
      <h2>{film.title}</h2>
      {isRefused ? (
        <p role="alert">{film.reason}</p>
      ) : (
        <>
          <p role="status">
            {say('film.progress', {
              percent: Math.floor((arrived / film.bytes) * 100),
              done: sizeOf(arrived),
              all: sizeOf(film.bytes),
            })}
          </p>
          <progress class="wide" value={arrived} max={film.bytes} aria-label={say('film.following')} />
        </>
      )}
      {problem !== null && (
        <p class="note hot" role="alert">
          {problem}
        </p>
      )}
      {isRefused || asked ? (
        <>
          {asked && <p>{say('film.drop.sure')}</p>}
          <div class="two">
            {asked && (
              <button type="button" class="btn" onClick={() => setAsked(false)}>
                {say('stay')}
              </button>
            )}
            <button type="button" class="btn" onClick={() => void giveUp()}>
              {say('entry.drop')}
            </button>
          </div>
        </>
      ) : (
        <button type="button" class="plain" onClick={() => setAsked(true)}>
          {say('entry.drop')}
        </button>
      )}
    </article>
  );
}

// Without a line it stays: the desk would wait for it for ever. Null: it is given up; else why not.
async function giveUpFilm(film: Film): Promise<string | null> {
  try {
    await act('DELETE', `/stories/${film.storyId ?? ''}/films/${film.id}`);
  } catch (error) {
    if (isAboutSession(error)) session.lost(error);
    const isGone = error instanceof Problem && error.status === 404;
    if (!isGone) return error instanceof Problem ? error.message : say('problem.offline');
  }
  await dropFilm(film.id);
  return null;
}
