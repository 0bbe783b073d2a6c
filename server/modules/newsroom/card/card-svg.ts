/** What a card says. */
export interface CardWords {
  readonly siteName: string;
  readonly publisher: string;
  readonly section: string;
  readonly title: string;
  /** The day, in the reader's words. */
  readonly day: string;
  readonly language: string;
}

const width = 1200;
const height = 630;
const margin = 84;
const titleSizes = [76, 64, 54] as const;

/** The card of a story for other sites: its headline on the county's paper, 1200 × 630. Everything that comes from a text is escaped; it names no file and no address. */
export function cardSvg({ siteName, publisher, section, title, day, language }: CardWords): string {
  const { lines, size } = setTitle(title);
  const line = Math.round(size * 1.32);
  const first = 236 + Math.round(size * 0.36) + Math.max(0, (3 - lines.length) * 26);
  const text = (x: number, y: number, style: string, words: string): string =>
    `<text x="${x}" y="${y}" ${style}>${escaped(words)}</text>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" xml:lang="${escaped(language)}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="${width}" height="${height}" fill="#fbf8f1"/><rect width="22" height="${height}" fill="#1f6147"/>`,
    text(margin, 128, `font-family="${serif}" font-weight="700" font-size="52" fill="#1f2a25"`, siteName),
    text(width - margin, 124, `text-anchor="end" font-family="${sans}" font-size="30" fill="#1f6147"`, section),
    `<path d="M${margin} 164H${width - margin}" stroke="#1f2a25" stroke-width="3"/>`,
    ...lines.map((words, at) =>
      text(
        margin,
        first + at * line,
        `font-family="${serif}" font-weight="700" font-size="${size}" fill="#1f2a25"`,
        words,
      ),
    ),
    `<path d="M${margin} 534H${width - margin}" stroke="#d9d2c0" stroke-width="2"/>`,
    text(margin, 580, `font-family="${sans}" font-size="28" fill="#4d5a53"`, publisher),
    text(width - margin, 580, `text-anchor="end" font-family="${sans}" font-size="28" fill="#4d5a53"`, day),
    '</svg>',
  ].join('');
}

const serif = 'Noto Serif CJK SC, Source Han Serif SC, Songti SC, SimSun, Noto Sans SC, serif';
const sans = 'Noto Sans CJK SC, Source Han Sans SC, PingFang SC, Microsoft YaHei, Noto Sans SC, sans-serif';

// The largest size at which the headline fits; at the smallest it is cut.
function setTitle(title: string): { lines: string[]; size: number } {
  for (const size of titleSizes) {
    const lines = broken(title, (width - 2 * margin) / size);
    if (lines.length <= 3) return { lines, size };
  }
  const size = titleSizes[2];
  const lines = broken(title, (width - 2 * margin) / size);
  const kept = lines.slice(0, 4);
  return { size, lines: lines.length > 4 ? [...kept.slice(0, 3), `${(kept[3] ?? '').replace(/.$/u, '')}…`] : kept };
}

/** Lines of at most so many em: Han characters are one em wide, others a little more than a half. Words of letters stay whole; no line begins with a closing sign. */
function broken(text: string, most: number): string[] {
  const lines: string[] = [''];
  let used = 0;
  for (const piece of text.match(/[\p{L}\p{N}’'-]+?(?=[^\p{L}\p{N}’'-]|\p{Script=Han}|$)|\s+|./gsu) ?? []) {
    const wide = widthOf(piece);
    const mayBreak = !/^[，。、；：！？”’）》】…]/u.test(piece);
    if (used + wide > most && used > 0 && mayBreak) {
      lines.push('');
      used = 0;
    }
    const words = used === 0 ? piece.trimStart() : piece;
    lines[lines.length - 1] += words;
    used += widthOf(words);
  }
  return lines.map((one) => one.trimEnd()).filter(Boolean);
}

const widthOf = (text: string): number =>
  [...text].reduce((sum, one) => sum + (/[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’…]/u.test(one) ? 1 : 0.56), 0);

// Characters that XML cannot hold would make the whole card unreadable.
const escaped = (text: string): string =>
  text
    // oxlint-disable-next-line no-control-regex -- exactly these are forbidden (XML 1.0 §2.2)
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
