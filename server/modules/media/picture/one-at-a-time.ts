let last: Promise<unknown> = Promise.resolve();

/** Runs `work` after whatever was given before: a decoded picture takes up to 100 MB, so two at once are one too many for a small machine. */
export function oneAtATime<T>(work: () => Promise<T>): Promise<T> {
  const mine = last.then(work, work);
  last = mine.catch(() => undefined);
  return mine;
}
