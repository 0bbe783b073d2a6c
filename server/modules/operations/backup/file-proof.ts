import { newHash } from './archive.ts';
import type { Member } from './read-archive.ts';

/** Reads a file of an archive; answers what is wrong with it: a file is called by the hash of its bytes. Nothing for pieces of what was still arriving, which have names of their own, and for mail. */
export async function fileFault({ name, stream }: Member): Promise<string | undefined> {
  const hash = newHash();
  for await (const chunk of stream as AsyncIterable<Buffer>) hash.update(chunk);
  const called = /^files\/\d+\/[0-9a-f]{2}\/([0-9a-f]{64})$/.exec(name)?.[1];
  if (called === undefined || called === hash.digest('hex')) return undefined;
  return `文件与它的校验和不符 · a file does not fit its hash: ${name}`;
}
