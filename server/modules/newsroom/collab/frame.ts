import * as decoding from 'lib0/decoding';

/** A message that the protocol does not know, or that is not for a client to send. */
export class BadFrame extends Error {}

// Of Hocuspocus's kinds of message (MessageType) those that a client may send.
const sync = [0, 4];
const awareness = 1;
const harmless = [2, 3, 7, 9, 10];
const longestPresence = 4_096;

/** Reads a message of the shared editor: the update in it when it changes the text, else undefined. Throws BadFrame for another document's, an unknown kind, or broken bytes. */
export function readFrame(data: Uint8Array, documentName: string): Uint8Array | undefined {
  try {
    const decoder = decoding.createDecoder(data);
    const address = decoding.readVarString(decoder);
    if (address !== documentName) throw new BadFrame();
    const kind = decoding.readVarUint(decoder);
    if (kind === awareness && data.length <= longestPresence) return undefined;
    if (harmless.includes(kind)) return undefined;
    if (!sync.includes(kind)) throw new BadFrame();
    // Step 1 asks for what the client lacks; step 2 and updates bring something.
    const step = decoding.readVarUint(decoder);
    if (step === 0) return undefined;
    if (step !== 1 && step !== 2) throw new BadFrame();
    return decoding.readVarUint8Array(decoder);
  } catch (error) {
    throw error instanceof BadFrame ? error : new BadFrame();
  }
}
