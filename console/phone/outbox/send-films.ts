import { session } from '../access/session.ts';
import { onLine } from '../kit/line.ts';
import { isAboutSession, mayPass, Problem } from '../kit/problem.ts';
import { arrivals } from './outbox.ts';
import { dropFilm, films, filmsUnderWay, keepFilm, openFilms, type Film } from './film.ts';
import { sendFilm } from './send-film.ts';

const pauses = [3, 6, 12, 30, 60];
let failures = 0;
let timer: ReturnType<typeof setTimeout> | undefined;
let running = false;

/** Sends films beside everything else, one after the other, whenever there is hope: nobody's check-in waits behind an hour of film. */
export function startSendingFilms(): void {
  void openFilms().then(sendFilms);
  onLine.follow(() => onLine.get() && filmsSoon());
  session.returned.follow(filmsSoon);
  session.me.follow(filmsSoon);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && filmsSoon());
}

/** There is hope again: forgets earlier failures and sends. */
export function filmsSoon(): void {
  failures = 0;
  void sendFilms();
}

const mine = (): Film[] => filmsUnderWay(films.get(), session.me.get()?.personId);

async function sendFilms(): Promise<void> {
  if (running || session.need.get() !== 'nothing' || mine().length === 0) return;
  running = true;
  clearTimeout(timer);
  try {
    await alone(sendAll);
  } finally {
    running = false;
    if (mine().length > 0 && session.need.get() === 'nothing')
      timer = setTimeout(() => void sendFilms(), (pauses[Math.min(failures, pauses.length) - 1] ?? 1) * 1_000);
  }
}

// Of two windows of the same phone one sends; the other then sees what is left.
async function alone(work: () => Promise<void>): Promise<void> {
  const turn = async (): Promise<void> => {
    await openFilms();
    await work();
  };
  if ('locks' in navigator) await navigator.locks.request('xiangyin-films', turn);
  else await turn();
}

async function sendAll(): Promise<void> {
  for (const film of mine())
    try {
      await sendFilm(film);
      failures = 0;
      await dropFilm(film.id);
      arrivals.set(arrivals.get() + 1);
    } catch (error) {
      if (isAboutSession(error)) return session.lost(error);
      if (!(error instanceof Problem) || mayPass(error) || mayPassTomorrow(error)) {
        failures += 1;
        return;
      }
      await keepFilm({ ...film, state: 'refused', reason: error.message });
    }
}

// What was begun may have gone after a week without a line, and a day's measure may be full: both come right by themselves.
const mayPassTomorrow = ({ code }: Problem): boolean =>
  code === 'NotFound' || code === 'UploadQuotaReached' || code === 'TooManyOpenUploads' || code === 'UploadMoved';
