import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';

/** The type of the paper: Noto Sans SC (OFL 1.1) in some hundred pieces, of which a certificate needs a dozen. */
export class TypePieces {
  readonly #folder: string;
  readonly #ranges: readonly (readonly [piece: string, from: number, to: number])[];
  readonly #bytes = new Map<string, Buffer>();
  constructor() {
    const list = createRequire(import.meta.url).resolve('@fontsource/noto-sans-sc/unicode.json');
    this.#folder = join(dirname(list), 'files');
    const pieces = JSON.parse(readFileSync(list, 'utf8')) as Record<string, string>;
    // Latin letters also stand in the Chinese pieces; the plain subset is asked first.
    const byName = Object.entries(pieces).toSorted(([a], [b]) => Number(a.startsWith('[')) - Number(b.startsWith('[')));
    this.#ranges = byName.flatMap(([name, ranges]) =>
      ranges.split(',').map((range): [string, number, number] => {
        const [from = '', to = from] = range.trim().slice(2).split('-');
        return [name.replaceAll(/[[\]]/g, ''), Number.parseInt(from, 16), Number.parseInt(to, 16)];
      }),
    );
  }
  /** The piece that has a character; undefined where none has. */
  pieceOf(character: string): string | undefined {
    const code = character.codePointAt(0) ?? 0;
    return this.#ranges.find(([, from, to]) => code >= from && code <= to)?.[0];
  }
  bytesOf(piece: string): Buffer {
    const known = this.#bytes.get(piece);
    if (known) return known;
    // WOFF, not WOFF2: the writer of PDF cannot cut the latter to the letters that are used (measured: empty glyphs).
    const bytes = readFileSync(join(this.#folder, `noto-sans-sc-${piece}-400-normal.woff`));
    this.#bytes.set(piece, bytes);
    return bytes;
  }
}
