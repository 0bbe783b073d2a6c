import { encodeAnew, encodeCopy } from './decoding.ts';
import { PictureRefused } from './messages.ts';
import type { Answered, Asked, Part } from './messages.ts';

// A process of its own, because a picture of a stranger is the likeliest way into a program: what breaks here has no network, no secrets and no files.
// It is asked over the channel to its parent, one picture at a time, and ends when the parent does.

process.on('disconnect', () => process.exit());
let begun: Uint8Array[] = [];
process.on('message', (message: Asked | Part) => {
  if ('part' in message) return void begun.push(message.part);
  const bytes = Buffer.concat([...begun, message.bytes]);
  begun = [];
  void answer({ ...message, bytes }).then((answered) => process.send?.(answered));
});

async function answer({ bytes, wanted }: Asked): Promise<Answered> {
  try {
    return {
      made: wanted === null ? await encodeAnew(Buffer.from(bytes)) : await encodeCopy(Buffer.from(bytes), wanted),
    };
  } catch (error) {
    return error instanceof PictureRefused
      ? { refused: error.why, most: error.most }
      : { refused: 'PictureUnreadable' };
  }
}
