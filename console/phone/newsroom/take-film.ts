import type { TextKey } from '../kit/language.ts';
import { newId } from '../kit/new-id.ts';
import { keepFilm } from '../outbox/film.ts';
import type { Draft, DraftFilm } from './draft.ts';

/** As the server takes it: about a quarter of an hour of a telephone's film. */
const mostBytes = 2 * 1024 ** 3;
const patienceMilliseconds = 5_000;

/** Puts a film that was chosen or made just now on this phone's disk, for the text it goes with. Answers what the draft says of it, or why it stays out. */
export async function takeFilm(file: File, draft: Draft): Promise<DraftFilm | TextKey> {
  if (!/^(video|audio)\//.test(file.type)) return 'film.none';
  if (file.size > mostBytes) return 'film.too-large';
  if (file.size === 0) return 'film.none';
  if (!(await hasRoom(file.size))) return 'film.no-room';
  const film: DraftFilm = {
    id: newId(),
    name: file.name.slice(-200) || 'film',
    bytes: file.size,
    seconds: await lengthOf(file),
  };
  const { personId, title, placeId } = draft;
  try {
    await keepFilm({ ...film, personId, title, placeId, storyId: null, state: 'kept' }, file);
  } catch {
    return 'film.no-room';
  }
  return film;
}

// Asked first: a phone that runs out of room half way may take a minute to say so.
async function hasRoom(bytes: number): Promise<boolean> {
  if (!('storage' in navigator) || !('estimate' in navigator.storage)) return true;
  const { quota, usage } = await navigator.storage.estimate().catch((): StorageEstimate => ({}));
  return quota === undefined || usage === undefined || quota - usage > bytes * 1.05;
}

function lengthOf(file: File): Promise<number | null> {
  const address = URL.createObjectURL(file);
  const video = document.createElement('video');
  return new Promise<number | null>((done) => {
    const timer = setTimeout(() => done(null), patienceMilliseconds);
    const tell = (): void => {
      clearTimeout(timer);
      done(Number.isFinite(video.duration) ? Math.min(7_200, Math.round(video.duration)) : null);
    };
    video.addEventListener('loadedmetadata', tell);
    video.addEventListener('error', tell);
    video.preload = 'metadata';
    video.src = address;
  }).finally(() => URL.revokeObjectURL(address));
}
