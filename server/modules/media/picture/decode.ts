import { refuse } from '#platform/refuse';
import { isHeic } from '../material/kind-of-file.ts';
import { acceptedFormats, maxPixels } from '../worker/messages.ts';
import type { Original, PictureRefusal, Wanted } from '../worker/messages.ts';
import type { SaidOfItself } from '../worker/read-metadata.ts';
import { PictureWorker } from '../worker/picture-worker.ts';
import { Turns } from './in-turn.ts';

const worker = new PictureWorker();
const turns = new Turns();

/** Decodes what was sent, whatever it claims to be, and encodes it anew, in a process apart (A28). Refuses: UnsupportedMediaType (415), PictureTooLarge (413), PictureUnreadable (422), Unavailable (503) while too many pictures of `whose` wait. */
export async function decodeAnew(sent: Buffer, whose = ''): Promise<Made> {
  if (isHeic(sent)) refuse('UnsupportedMediaType', { expected: 'heic' });
  const answered = await turns.take(whose, () => worker.ask({ bytes: sent, wanted: null }));
  // A picture that breaks the worker, or keeps it busy for too long, is no picture for us.
  if (answered === undefined) refuse('PictureUnreadable');
  return 'refused' in answered ? refuseSent(answered.refused, answered.most) : asBuffer(answered.made);
}

/** A copy of a picture of ours. Refuses: Unavailable (503) when the process that makes it was ended, or too many pictures of `whose` wait. */
export async function rendition(original: Buffer, wanted: Wanted, whose = ''): Promise<Made> {
  const answered = await turns.take(whose, () => worker.ask({ bytes: original, wanted }));
  if (answered === undefined) refuse('Unavailable', { retryAfterSeconds: 5 });
  if ('refused' in answered) throw new Error(`a stored picture cannot be decoded: ${answered.refused}`);
  return asBuffer(answered.made);
}

/** A picture of ours and its size. */
export interface Made {
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
  readonly said?: SaidOfItself;
  readonly looks?: bigint | null;
}

const asBuffer = ({ bytes, ...rest }: Original): Made => ({
  ...rest,
  bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
});

function refuseSent(why: PictureRefusal, most = maxPixels): never {
  if (why === 'UnsupportedMediaType') refuse(why, { accepted: [...acceptedFormats] });
  refuse(why, why === 'PictureTooLarge' ? { megapixels: Math.floor(most / 1_000_000) } : {});
}
