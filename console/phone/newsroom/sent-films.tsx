import type { FilmListView, FilmView, MaterialView } from '@xiangyin/server/contract';
import { sizeOf } from '../../media/upload/size.ts';
import { say, type TextKey } from '../kit/language.ts';
import { Part } from '../kit/parts.tsx';
import { useAnswer } from '../kit/use-answer.ts';
import { clockOfSeconds } from './voice-player.tsx';

/** What was filmed beside a story: how far it has come, or to watch; fetched only when somebody plays it. `put`: puts one into the text that is being written. */
export function SentFilms({ storyId, put }: { storyId: string; put?: (material: MaterialView) => void }) {
  const films = useAnswer<FilmListView>(`/stories/${storyId}/films`, { everySeconds: 15 }).value?.items ?? [];
  if (films.length === 0) return null;
  return (
    <Part title={say('film.title')}>
      <div class="voices">
        {films.map((film) => (
          <SentFilm key={film.id} film={film} put={put} />
        ))}
      </div>
    </Part>
  );
}

function SentFilm({ film, put }: { film: FilmView; put: ((material: MaterialView) => void) | undefined }) {
  const { material } = film;
  return (
    <div class="voice-card">
      <span class="meta">
        {[film.sentBy.name, ...(film.seconds === null ? [] : [clockOfSeconds(film.seconds)]), sizeOf(film.bytes)].join(
          ' · ',
        )}
      </span>
      {material?.state === 'ready' ? <Recording material={material} /> : <Standing film={film} />}
      {material?.state === 'ready' && put && (
        <button type="button" class="btn wide" onClick={() => put(material)}>
          {say('film.put')}
        </button>
      )}
    </div>
  );
}

function Recording({ material }: { material: MaterialView }) {
  // A telephone at the edge of a village: the smaller one.
  const path = ['480p', '1080p', 'audio'].flatMap(
    (part) => material.files.find((file) => file.part === part)?.path ?? [],
  )[0];
  if (material.kind === 'audio')
    // oxlint-disable-next-line jsx-a11y/media-has-caption -- nobody has written down what is said in it
    return <audio controls preload="none" src={path} aria-label={material.title} />;
  return (
    // oxlint-disable-next-line jsx-a11y/media-has-caption -- nobody has written down what is said in it
    <video
      class="film"
      controls
      playsInline
      preload="none"
      src={path}
      aria-label={material.title}
      width={material.width ?? 640}
      height={material.height ?? 360}
      {...(material.poster ? { poster: material.poster } : {})}
    />
  );
}

const stateWords = {
  waiting: 'film.state.waiting',
  converting: 'film.state.converting',
  failed: 'film.state.failed',
  stopped: 'film.state.stopped',
} as const satisfies Readonly<Record<string, TextKey>>;

function Standing({ film }: { film: FilmView }) {
  const { state, material, refusal, arrived, bytes } = film;
  if (state === 'refused') return <p class="note due">{refusal}</p>;
  if (!material)
    return (
      <>
        <p role="status">
          {arrived === 0 ? say('film.not-begun') : say('film.coming', { percent: Math.floor((arrived / bytes) * 100) })}
        </p>
        <progress class="wide" value={arrived} max={bytes} aria-label={say('film.title')} />
      </>
    );
  if (material.state === 'ready') return null;
  return (
    <p role="status">
      {say(stateWords[material.state], { percent: material.progress })} {material.problem?.title ?? ''}
    </p>
  );
}
