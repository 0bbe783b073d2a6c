import type { FilmListView, UploadView } from '@xiangyin/server/contract';
import { read, speakTus } from '../kit/api.ts';
import { say } from '../kit/language.ts';
import { Problem } from '../kit/problem.ts';
import { arrivedOf, filmBytes, films, type Film } from './film.ts';

const kibibyte = 1024;
const [smallest, largest] = [64 * kibibyte, 8 * kibibyte * kibibyte];
/** A piece should take about so long: what a broken line costs at most. */
const [short, long] = [4_000, 15_000];
/** How many bytes the line carries at once; learned while sending, from a poor line's measure on. */
let pieceBytes = 256 * kibibyte;

/** Sends what the server does not have of a film yet. Resolves when all of it is there, or when its owner gave it up meanwhile; throws Problem. */
export async function sendFilm(film: Film): Promise<void> {
  if (await isThere(film)) return;
  const bytes = await filmBytes(film.id);
  if (!bytes) throw new Problem('FilmLost', 410, say('film.lost'));
  const upload = (await begunUpload(film)) ?? (await begin(film));
  for (let at = upload.arrived; at < film.bytes; at = await sendPiece(upload.id, film, bytes, at)) {
    if (!films.get().some(({ id }) => id === film.id)) return;
    tellArrived(film, at);
  }
  tellArrived(film, film.bytes);
}

// Whoever looks after the text may have taken the film from it, or the text away.
async function isThere(film: Film): Promise<boolean> {
  const told = (await toldOf(film.storyId ?? '')).find(({ id }) => id === film.id);
  if (!told) throw new Problem('FilmUnwanted', 410, say('film.unwanted'));
  if (told.state === 'refused') throw new Problem('FilmRefused', 422, told.refusal ?? say('film.failed'));
  return told.state === 'here';
}

async function toldOf(storyId: string): Promise<FilmListView['items']> {
  try {
    return (await read<FilmListView>(`/stories/${storyId}/films`)).items;
  } catch (error) {
    if (error instanceof Problem && error.status === 404) return [];
    throw error;
  }
}

const fingerprintOf = (film: Film): string => `film:${film.id}`;

// The server knows what was begun, also from before this phone was switched off.
async function begunUpload(film: Film): Promise<UploadView | undefined> {
  const { items } = await read<{ items: UploadView[] }>('/uploads');
  return items.find(
    (one) => one.fingerprint === fingerprintOf(film) && (one.state === 'sending' || one.state === 'arrived'),
  );
}

const begin = (film: Film): Promise<UploadView> =>
  speakTus<UploadView>('POST', '/uploads', {
    'upload-length': String(film.bytes),
    'upload-metadata': Object.entries({
      filename: filenameOf(film),
      fingerprint: fingerprintOf(film),
      ...(film.placeId ? { placeId: film.placeId } : {}),
    })
      .map(([name, words]) => `${name} ${base64(words)}`)
      .join(','),
  });

// In the library it is called as its story, not as the telephone counts.
const filenameOf = ({ title, name }: Film): string =>
  `${title.slice(0, 150) || name.slice(0, 150)}${/\.[A-Za-z0-9]{1,5}$/.exec(name)?.[0] ?? ''}`;

const base64 = (words: string): string => btoa(String.fromCharCode(...new TextEncoder().encode(words)));

async function sendPiece(uploadId: string, film: Film, bytes: Blob, at: number): Promise<number> {
  const until = Math.min(film.bytes, at + pieceBytes);
  // Read before it is sent: not every browser sends what lies in its storage.
  const piece = await bytes.slice(at, until).arrayBuffer();
  const began = performance.now();
  try {
    await speakTus('PATCH', `/uploads/${uploadId}`, { 'upload-offset': String(at) }, piece);
  } catch (error) {
    // The answer was lost on the way, or an earlier piece was: the server says where it stands.
    if (error instanceof Problem && error.code === 'UploadMoved' && typeof error.detail['arrived'] === 'number')
      return error.detail['arrived'];
    pieceBytes = Math.max(smallest, pieceBytes / 2);
    throw error;
  }
  learn(performance.now() - began);
  return until;
}

function learn(took: number): void {
  if (took < short) pieceBytes = Math.min(largest, pieceBytes * 2);
  else if (took > long) pieceBytes = Math.max(smallest, pieceBytes / 2);
}

const tellArrived = (film: Film, at: number): void => arrivedOf.set(new Map(arrivedOf.get()).set(film.id, at));
