import type { MeView } from '@xiangyin/server/contract';
import { read } from '../kit/api.ts';
import { cell } from '../kit/cell.ts';
import { driftNow, learnCountyTime, recallCountyTime } from '../kit/county-time.ts';
import { clear, put, taken } from '../kit/device-store.ts';
import { followAccount, onLanguage } from '../kit/language.ts';
import { onLine } from '../kit/line.ts';
import { isAboutSession, type Problem } from '../kit/problem.ts';
import { endLeftSession } from './end-session.ts';

/** What must be done before the server listens again. `sign-in`: no session. `second-factor`: the code is missing. `enrolment`: a second factor must be set up, in the large console. */
export type Need = 'nothing' | 'sign-in' | 'second-factor' | 'enrolment';

const me = cell<MeView | null>(null);
const need = cell<Need>('nothing');
// Counts sign-ins, so that whoever waits for one hears of it.
const returned = cell<number>(0);

/** Asks who is signed in, and takes the county's clock and the account's language from the answer. Throws Problem. */
async function refresh(): Promise<void> {
  try {
    await endLeftSession();
    const answer = await read<MeView>('/me');
    learnCountyTime(answer.county);
    await rememberPerson(answer);
    take(answer);
    need.set(answer.needs);
  } catch (error) {
    if (isAboutSession(error)) lost(error);
    throw error;
  }
}

// Another person on the same phone sees nothing of what the one before has looked at.
async function rememberPerson(answer: MeView): Promise<void> {
  const before = me.get();
  if (before && before.personId !== answer.personId) await clear('answers').catch(() => undefined);
  await put('answers', 'me', answer).catch(() => undefined);
  await put('answers', 'drift', driftNow()).catch(() => undefined);
}

function take(answer: MeView): void {
  followAccount(answer.language);
  me.set(answer);
}

/** Begins with whoever was here last, so that the phone opens without a line; then asks. */
async function open(): Promise<void> {
  const last = (await taken('answers', 'me').catch(() => undefined)) as MeView | undefined;
  if (last && !me.get()) {
    const drift = await taken('answers', 'drift').catch(() => undefined);
    recallCountyTime({ drift: typeof drift === 'number' ? drift : 0, timeZone: last.county.timeZone });
    me.set(last);
  }
  // The names of duties came in the former language; the account's own may turn it too.
  onLanguage(() => me.get() && void refresh().catch(() => undefined));
  await refresh().catch(() => undefined);
  setInterval(lookAgain, 120_000);
  document.addEventListener('visibilitychange', lookAgain);
  // Whoever opened the phone without a line is asked for nothing once there is one.
  onLine.follow(lookAgain);
}

function lookAgain(): void {
  if (document.visibilityState === 'visible' && onLine.get() && need.get() === 'nothing')
    void refresh().catch(() => undefined);
}

/** A sign-in has led somewhere. */
async function arrived(): Promise<void> {
  await refresh();
  if (need.get() === 'nothing') returned.set(returned.get() + 1);
}

/** The server no longer knows the session: what is on the screen stays, and signing in again goes on with it. */
function lost(problem: Problem): void {
  need.set(problem.code === 'StepUpRequired' ? 'second-factor' : 'sign-in');
}

/** Signed out: what was looked at is forgotten; drafts and what is still to be sent stay for their owner. */
async function forget(): Promise<void> {
  await clear('answers').catch(() => undefined);
  me.set(null);
  need.set('sign-in');
}

/** Who uses this phone. `me` stays when the session ends, until somebody else comes or signs out. */
export const session = { me, need, returned, open, refresh, arrived, lost, forget };
