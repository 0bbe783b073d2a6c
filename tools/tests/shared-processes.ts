import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const atMost = 16;
// What loads the same code.
const kinds = [/^server\//, /^document\//, /^console\//, /^tools\//];
// Who changes the process, or measures time, is not to be disturbed. What never changes may be asked for, and another process ended.
const needsItsOwn =
  /\bprocess\.(?!env\['XIANGYIN_SEED'\]|(?:execPath|getuid|kill|pid|platform|ppid)\b)|\bperformance\.|\bmock\b|\bglobalThis\b/;

/** Puts test files together that may run one after the other in one process: loading the whole server takes a second each time, which most of its tests do not.
 *  The others stay alone. Keeps the order by the first of each, and spreads the long ones. */
export function gatherFiles(root: string, files: readonly string[]): string[][] {
  const mayShare = files.filter((file) => !needsItsOwn.test(readFileSync(join(root, file), 'utf8')));
  const batches = kinds.flatMap((kind) => spread(mayShare.filter((file) => kind.test(file))));
  const batchOf = new Map(batches.map((batch) => [batch[0], batch]));
  const taken = new Set(batches.flat());
  return files.flatMap((file) => {
    const batch = batchOf.get(file);
    return batch ? [batch] : taken.has(file) ? [] : [[file]];
  });
}

function spread(together: readonly string[]): string[][] {
  const count = Math.ceil(together.length / atMost);
  return Array.from({ length: count }, (_, at) => together.filter((_file, index) => index % count === at));
}
