import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The program that checks evidence without this system, for Node.js and as a page that is opened from a disk. */
export async function verifierFiles(): Promise<{ 'verify.mjs': string; 'verify.html': string }> {
  const [script, page] = await Promise.all(
    ['verify.mjs', 'verify.html'].map((name) => readFile(join(import.meta.dirname, 'verifier', name), 'utf8')),
  );
  // In the page the same program stands inline: a page opened from a disk may load nothing beside it.
  return { 'verify.mjs': script ?? '', 'verify.html': (page ?? '').replace('/* verify.mjs */', () => script ?? '') };
}
