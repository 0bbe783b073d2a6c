import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ExplainedError } from '#platform/explained-error';
import { runningInstances } from '#platform/instance';
import type { Instance } from '#platform/instance';
import { isStillRunning } from '#platform/process-identity';
import type { Settings } from '#platform/settings';
import { isReady } from './ask-program.ts';
import { workFolder } from './under-way.ts';

/** The programs that run on this data folder, by name. */
export type Programs = ReadonlyMap<string, Instance>;

/** How long a program may take to end; it leaves by itself after five seconds. */
const endsWithinMilliseconds = 20_000;
/** How long a changed version has to be at work. */
const readyWithinMilliseconds = 90_000;
/** So often may it end with an error before it is given up: once may be a port that is not free yet. */
const mostFalls = 3;

/** Tells each to end and come back, and waits until they have ended. Throws ExplainedError when one does not. */
export async function sendAway(programs: Programs): Promise<void> {
  for (const program of programs.values()) if (isStillRunning(program)) process.kill(program.pid, 'SIGUSR2');
  const until = performance.now() + endsWithinMilliseconds;
  while ([...programs.values()].some(isStillRunning)) {
    if (performance.now() > until)
      throw new ExplainedError(
        '程序没有停下来，什么也没有换；重启它再升级 · The program did not end when it was told to; nothing was exchanged. Restart it, then upgrade',
      );
    await pause(50);
  }
}

/** Waits until each is there again, other than before, and at work, and still so a moment later. Answers whether they are: within 90 seconds, and before the third fall (start.mjs keeps count). */
export async function areBack(root: string, before: Programs, settings: Settings): Promise<boolean> {
  const until = performance.now() + readyWithinMilliseconds;
  let seen: string | null = null;
  while (performance.now() < until && (await falls(root)) < mostFalls) {
    const now = await atWork(before, settings);
    if (now !== null && now === seen) return true;
    seen = now;
    await pause(now === null ? 250 : 1_500);
  }
  return false;
}

/** Counts from nothing again. */
export const forgetFalls = (root: string): Promise<void> => rm(fallsFile(root), { force: true });

const fallsFile = (root: string): string => join(workFolder(root), 'falls');

const falls = async (root: string): Promise<number> =>
  (await readFile(fallsFile(root), 'utf8').catch(() => '')).split('\n').length - 1;

// Which processes are at work; null while one is missing. One that ends again and again is another each time.
async function atWork(before: Programs, settings: Settings): Promise<string | null> {
  const there = backAtWork(before, await runningInstances(settings.varDirectory));
  if (there === null) return null;
  for (const [name, { port }] of there) {
    const listens = name === 'instance' || name.includes('web');
    if (listens && !(await isReady({ ...settings, port }))) return null;
  }
  return [...there.values()].map(({ pid }) => pid).join();
}

/** Those of `now` that are at work in the place of the ones `before`; null while there are fewer of a kind. By kind: one of several workers comes back under whichever of their numbers is free. */
export function backAtWork(before: Programs, now: Programs): Programs | null {
  const gone = new Set([...before.values()].map(({ pid }) => pid));
  const fresh = [...now].filter(([, one]) => !gone.has(one.pid) && !one.isEnding && one.isAtWork !== false);
  const wanted = Map.groupBy(before.keys(), kindOf);
  const there = Map.groupBy(fresh, ([name]) => kindOf(name));
  for (const [kind, names] of wanted) if ((there.get(kind)?.length ?? 0) < names.length) return null;
  return new Map(fresh.filter(([name]) => wanted.has(kindOf(name))));
}

// Without port or number.
const kindOf = (name: string): string => name.replace(/-\d+$/, '');
