import { session } from '../access/session.ts';
import { onLine } from '../kit/line.ts';
import { isAboutSession, mayPass, Problem } from '../kit/problem.ts';
import type { Entry } from './entry.ts';
import { sending, haveArrived, keepEntry, openOutbox, outbox, waitingOf } from './outbox.ts';
import { sendEntry } from './send-entry.ts';

const pauses = [3, 6, 12, 30, 60];
let failures = 0;
let timer: ReturnType<typeof setTimeout> | undefined;
let running = false;

/** Sends what waits, in order, whenever there is hope: at the start, when the line comes back, after a sign-in, when the page is looked at, and after each new act. */
export function startSending(): void {
  void openOutbox().then(sendOutbox);
  onLine.follow(() => onLine.get() && soon());
  session.returned.follow(soon);
  session.me.follow(soon);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && soon());
}

/** There is hope again: forgets earlier failures and sends. */
export function soon(): void {
  failures = 0;
  void sendOutbox();
}

async function sendOutbox(): Promise<void> {
  if (running || session.need.get() !== 'nothing') return;
  running = true;
  clearTimeout(timer);
  try {
    await inTurn(sendAll);
  } finally {
    running = false;
    if (waitingOf(outbox.get(), session.me.get()?.personId).length > 0 && session.need.get() === 'nothing')
      timer = setTimeout(() => void sendOutbox(), (pauses[Math.min(failures, pauses.length) - 1] ?? 1) * 1_000);
  }
}

/** Sends one act now, and keeps nothing of it, but never before what was done earlier: whoever arrived is known to be there before they leave. False: something earlier did not get through, so this has to wait as well. Throws Problem. */
export const sendAfterAll = (entry: Entry): Promise<boolean> =>
  inTurn(async () => {
    await sendAll();
    if (waitingOf(outbox.get(), entry.personId).length > 0) return false;
    await sendEntry(entry);
    await haveArrived(entry);
    return true;
  });

let turn: Promise<unknown> = Promise.resolve();

// One at a time, also of two windows of the same phone: one sends, the other sees what is left.
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = async (): Promise<T> => {
    await openOutbox();
    return work().finally(() => sending.set(null));
  };
  const next = turn.then(() =>
    'locks' in navigator ? navigator.locks.request('xiangyin-outbox', mine).then((done) => done) : mine(),
  );
  turn = next.catch(() => undefined);
  return next;
}

/** How often an entry was answered with an error that may pass, since this page was opened. */
const answeredBadly = new Map<string, number>();
/** From so many on, what stands behind it no longer waits for it. */
const patience = 3;

async function sendAll(): Promise<void> {
  const passedOver = new Set<string>();
  for (let entry = next(passedOver); entry; entry = next(passedOver)) {
    sending.set(entry.id);
    try {
      await sendEntry(entry);
      failures = 0;
      answeredBadly.delete(entry.id);
      await haveArrived(entry);
    } catch (error) {
      if (isAboutSession(error)) return session.lost(error);
      if (!(error instanceof Problem) || mayPass(error)) {
        failures += 1;
        // Without an answer the line is at fault, and the next would fare no better.
        if (!(error instanceof Problem) || error.status < 500) return;
        const times = (answeredBadly.get(entry.id) ?? 0) + 1;
        answeredBadly.set(entry.id, times);
        if (times < patience) return;
        passedOver.add(entry.id);
        continue;
      }
      const latest = outbox.get().find((one) => one.id === entry?.id) ?? entry;
      await keepEntry({ ...latest, state: 'refused', reason: reasonOf(error) });
    }
  }
}

const next = (without: ReadonlySet<string>) =>
  waitingOf(outbox.get(), session.me.get()?.personId).find(({ id }) => !without.has(id));
const reasonOf = (problem: Problem): string =>
  [problem.message, ...problem.fields.map((field) => field.message)]
    .filter((text, at, all) => all.indexOf(text) === at)
    .join(' ');
