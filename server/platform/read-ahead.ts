import { setImmediate } from 'node:timers/promises';

// So many things are worked on between two turns of the event loop: what waits to be asked or read then waits no longer than these.
const slice = 500;

/** Reads a long table page after page, each asked for while the one before is worked on; `next` asks for the page behind one, the first behind undefined, and knows by null that none is left. Gives the pages in slices, with a turn of the event loop between: so the database works on while we do. */
export async function* readAhead<Row>(
  next: (last: Row | undefined) => Promise<readonly Row[] | null>,
): AsyncGenerator<readonly Row[], undefined> {
  let coming = next(undefined);
  for (;;) {
    const page = await coming;
    const last = page?.at(-1);
    if (!page || last === undefined) return undefined;
    coming = next(last);
    // Should nobody read on, its failure is nobody's.
    coming.catch(() => undefined);
    for (let at = 0; at < page.length; at += slice) {
      await setImmediate();
      yield page.slice(at, at + slice);
    }
  }
}
