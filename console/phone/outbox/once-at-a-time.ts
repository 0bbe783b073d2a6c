/** Does what is asked for unless the very same is being done: the second half of a double tap comes before anything is drawn, and gets what the first one gets. */
export function onceAtATime<T>(): (what: string, work: () => Promise<T>) => Promise<T> {
  const underWay = new Map<string, Promise<T>>();
  return (what, work) => {
    const begun = underWay.get(what);
    if (begun) return begun;
    const done = work().finally(() => underWay.delete(what));
    underWay.set(what, done);
    return done;
  };
}
