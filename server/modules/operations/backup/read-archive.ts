import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { extract } from 'tar-stream';
import {
  archiveHead,
  archiveManifest,
  isOfLaterForm,
  ArchiveProblem,
  memberNames,
  newHash,
  tailBytes,
  tailOf,
} from './archive.ts';
import type { ArchiveHead, ArchiveManifest } from './archive.ts';

/** An archive that is whole: its head and its manifest. */
export interface WholeArchive {
  readonly path: string;
  readonly bytes: number;
  readonly head: ArchiveHead;
  readonly manifest: ArchiveManifest;
}

/** One member while it is read; it must be read to its end before the next. */
export interface Member {
  readonly name: string;
  readonly bytes: number;
  readonly stream: Readable;
}

/** Reads the whole archive once and believes nothing before: its end, its checksum, its version, and each member against the manifest. Touches nothing.
 *  Throws ArchiveProblem: not-an-archive, cut-off, altered, newer. */
export async function checkArchive(path: string): Promise<WholeArchive> {
  const { bytes, tail } = await endOf(path);
  const hash = newHash();
  const counted = async function* () {
    for await (const chunk of createReadStream(path, { end: bytes - tailBytes - 1 }) as AsyncIterable<Buffer>) {
      hash.update(chunk);
      yield chunk;
    }
  };
  const found = await membersWithHashes(counted()).catch((error: unknown) => {
    throw error instanceof ArchiveProblem ? error : new ArchiveProblem('altered');
  });
  if (!tail.equals(await tailOf(hash.digest('hex')))) throw new ArchiveProblem('altered');
  const head = headIn(found.head);
  const manifest = archiveManifest.parse(JSON.parse(found.manifest));
  const members = new Map(manifest.members.map((one) => [one.name, one.hash]));
  if (members.size !== found.hashes.size || [...members].some(([name, sum]) => found.hashes.get(name) !== sum))
    throw new ArchiveProblem('altered');
  return { path, bytes, head, manifest };
}

// Of what the disk holds the end says most: a copy that broke off has none.
async function endOf(path: string): Promise<{ bytes: number; tail: Buffer }> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const begin = Buffer.alloc(memberNames.head.length);
    await file.read(begin, 0, begin.length, 0);
    if (begin.toString() !== memberNames.head) throw new ArchiveProblem('not-an-archive');
    const tail = Buffer.alloc(tailBytes);
    await file.read(tail, 0, tailBytes, Math.max(0, size - tailBytes));
    if (size % 512 !== 0 || size < tailBytes || !tail.subarray(0, 5).equals(Buffer.from(`${memberNames.seal}\0`)))
      throw new ArchiveProblem('cut-off');
    return { bytes: size, tail };
  } finally {
    await file.close();
  }
}

async function membersWithHashes(
  bytes: AsyncIterable<Buffer>,
): Promise<{ head: string; manifest: string; hashes: Map<string, string> }> {
  const hashes = new Map<string, string>();
  const texts = { head: '', manifest: '' };
  for await (const { name, stream } of membersIn(bytes)) {
    if (name === memberNames.manifest) {
      texts.manifest = (await buffer(stream)).toString();
      continue;
    }
    const hash = newHash();
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      hash.update(chunk);
      if (name === memberNames.head) texts.head += chunk.toString();
    }
    hashes.set(name, hash.digest('hex'));
  }
  return { ...texts, hashes };
}

// A newer form may say other things: its number alone is read first.
function headIn(text: string): ArchiveHead {
  const said = JSON.parse(text) as { format?: unknown; version?: unknown };
  if (isOfLaterForm(said.format)) throw new ArchiveProblem('newer', String(said.version));
  return archiveHead.parse(said);
}

/** The members of a whole archive in their order, without manifest and seal. */
export async function* membersOf({ path, bytes }: WholeArchive): AsyncGenerator<Member> {
  for await (const member of membersIn(createReadStream(path, { end: bytes - tailBytes - 1, highWaterMark: 1 << 18 })))
    if (member.name !== memberNames.manifest) yield member;
    else member.stream.resume();
}

async function* membersIn(bytes: AsyncIterable<Buffer>): AsyncGenerator<Member> {
  const reading = extract();
  const source = Readable.from(bytes, { objectMode: false });
  source.on('error', (error) => reading.destroy(error));
  source.pipe(reading);
  try {
    for await (const entry of reading) {
      const { name, size } = entry.header;
      yield { name, bytes: size, stream: entry as unknown as Readable };
    }
  } finally {
    source.destroy();
  }
}
