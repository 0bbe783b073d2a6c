import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const atMost = 8;
const shared = /^server\/modules\//;
// Who changes the process, asks it, or measures time is not to be disturbed.
const needsItsOwn = /\bprocess\.|\bperformance\.|\bmock\b|\bglobalThis\b/;

/** Puts test files together that may run one after the other in one process: loading the whole server takes a second each time, which most of the modules' tests do not.
 *  The others stay alone. Keeps the order by the first of each, and spreads the long ones. */
export function gatherFiles(root: string, files: readonly string[]): string[][] {
  const together = files.filter(
    (file) => shared.test(file) && !needsItsOwn.test(readFileSync(join(root, file), 'utf8')),
  );
  const count = Math.ceil(together.length / atMost);
  const batches = Array.from({ length: count }, (_, at) => together.filter((_file, index) => index % count === at));
  const batchOf = new Map(batches.map((batch) => [batch[0], batch]));
  const taken = new Set(together);
  return files.flatMap((file) => {
    const batch = batchOf.get(file);
    return batch ? [batch] : taken.has(file) ? [] : [[file]];
  });
}
