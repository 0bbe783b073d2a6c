import type { QrCode } from '#platform/page-contract';

/** A QR code as one SVG path. Medium error correction is still read from a poster with a torn corner; long texts take `L`, for wider modules are worth more to a phone than the spare ones. */
export async function qrCode(text: string, errorCorrectionLevel: 'L' | 'M' = 'M'): Promise<QrCode> {
  const { default: QRCode } = await import('qrcode');
  // Looking for the best of the eight masks takes four times as long as drawing the code; every one is read.
  // Nor does looking for runs of digits in an address pay: with small letters among them all is bytes.
  const said = /[a-z]/.test(text) ? [{ data: Buffer.from(text), mode: 'byte' as const }] : text;
  const { modules } = QRCode.create(said, { errorCorrectionLevel, maskPattern: 0 });
  const runs: string[] = [];
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size;) {
      let length = 0;
      while (column + length < modules.size && modules.get(row, column + length)) length += 1;
      if (length > 0) runs.push(`M${column} ${row}h${length}v1h-${length}z`);
      column += Math.max(1, length);
    }
  }
  return { path: runs.join(''), size: modules.size };
}
