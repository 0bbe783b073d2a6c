/** The sounds that telephones record: Opus in WebM (Chrome, WeChat) or Ogg (Firefox), AAC in MP4 (Safari). */
export type SoundType = 'audio/webm' | 'audio/mp4' | 'audio/ogg';

// Codec names stand in the head of a WebM file; behind it only sound follows.
const headBytes = 4_096;
// The element CodecID (86) with its length and the name of a codec for pictures; the two letters alone stand in every tenth recording by chance.
const filmInWebm = /\x86[\x80-\xff]V_/;

/** What the bytes themselves say they are; undefined for anything but a sound, also for a film. */
export function soundType(bytes: Buffer): SoundType | undefined {
  if (bytes.length < 12) return undefined;
  const head = bytes.subarray(0, headBytes);
  if (bytes.readUInt32BE(0) === 0x1a_45_df_a3)
    return head.includes('webm') && head.includes('A_OPUS') && !filmInWebm.test(head.toString('latin1'))
      ? 'audio/webm'
      : undefined;
  if (bytes.toString('latin1', 4, 8) === 'ftyp')
    return bytes.includes('mp4a') && !bytes.includes('vide') ? 'audio/mp4' : undefined;
  if (bytes.toString('latin1', 0, 4) === 'OggS') return head.includes('OpusHead') ? 'audio/ogg' : undefined;
  return undefined;
}
