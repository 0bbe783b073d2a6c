import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';

/** The box that holds XMP in ISO media files (ISO 16684-3, XMP part 3 §1.2.7). */
const xmpUuid = Buffer.from('be7acfcb97a942e89c71999491e3afac', 'hex');
const headBytes = 24;

/** Lets an MP4 or M4A of this machine say this XMP, in place of what it said before; an empty packet: nothing. The box stands last, so that no position in the file moves and it plays from its first byte as before. Throws for what is no such file. */
export async function imprintMp4(path: string, packet: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    const end = await endWithoutXmp(file);
    await file.truncate(end);
    const box = packet === '' ? Buffer.alloc(0) : xmpBox(packet);
    for (let at = 0; at < box.length;) at += (await file.write(box, at, box.length - at, end + at)).bytesWritten;
  } finally {
    await file.close();
  }
}

function xmpBox(packet: string): Buffer {
  const words = Buffer.from(packet);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(headBytes + words.length, 0);
  head.write('uuid', 4, 'latin1');
  return Buffer.concat([head, xmpUuid, words]);
}

/** Where the boxes end that are not ours. */
async function endWithoutXmp(file: FileHandle): Promise<number> {
  const { size } = await file.stat();
  const head = Buffer.alloc(headBytes);
  for (let at = 0; at < size;) {
    await file.read(head, 0, headBytes, at);
    const isLast = at + head.readUInt32BE(0) === size;
    if (isLast && head.toString('latin1', 4, 8) === 'uuid' && head.subarray(8).equals(xmpUuid)) return at;
    at += boxBytes(head, size - at);
  }
  return size;
}

// 1: the length follows in 64 bits; 0: to the end.
function boxBytes(head: Buffer, left: number): number {
  const short = head.readUInt32BE(0);
  const bytes = short === 1 ? Number(head.readBigUInt64BE(8)) : short === 0 ? left : short;
  if (bytes < 8 || bytes > left) throw new Error('not an ISO media file');
  return bytes;
}
