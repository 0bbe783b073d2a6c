import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A weight of the type that papers and drawings are set in: Noto Sans SC (OFL 1.1) with the 7,898 characters of everyday Chinese and Latin.
 *  WOFF, not WOFF2: the writer of PDF cuts empty glyphs from the latter (measured). */
export function typefaceOf(weight: 400 | 700): Buffer {
  const file = `@openfonts/noto-sans-sc_chinese-simplified/files/noto-sans-sc-chinese-simplified-${weight}.woff`;
  return readFileSync(fileURLToPath(import.meta.resolve(file)));
}
