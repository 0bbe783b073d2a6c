import { encodeAnew, encodeCopy } from './decoding.ts';
import { PictureRefused } from './messages.ts';
import type { Answered, Asked } from './messages.ts';

// A process of its own, because a picture of a stranger is the likeliest way into a program: what breaks here has no network, no secrets and no files.
// It is asked over the channel to its parent, one picture at a time, and ends when the parent does.

process.on('disconnect', () => process.exit());
process.on('message', (asked: Asked) => void answer(asked).then((answered) => process.send?.(answered)));

async function answer({ bytes, wanted }: Asked): Promise<Answered> {
  try {
    return {
      made: wanted === null ? await encodeAnew(Buffer.from(bytes)) : await encodeCopy(Buffer.from(bytes), wanted),
    };
  } catch (error) {
    return { refused: error instanceof PictureRefused ? error.why : 'PictureUnreadable' };
  }
}
