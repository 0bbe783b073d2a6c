import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The modules in their order, read from the text of `server/modules.ts` (`export const moduleNames = ['places', …] as const`),
 *  so that the checker runs none of the code it judges. Throws when the list is missing or empty. */
export function moduleOrder(root: string): string[] {
  const path = join(root, 'server/modules.ts');
  const list = /\bmoduleNames\b[^=]*=\s*\[([^\]]*)\]/.exec(readFileSync(path, 'utf8'))?.[1] ?? '';
  const names = [...list.matchAll(/['"]([a-z][a-z-]*)['"]/g)].map((found) => found[1] ?? '');
  if (names.length === 0)
    throw new Error(`server/modules.ts has no list: export const moduleNames = ['places', …] as const`);
  return names;
}
