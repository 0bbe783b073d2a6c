/** In how many rows the names over a picture stand: one after the other, as many as have room. */
export function legendRows(names: readonly string[], width: number): number {
  const room = Math.max(200, width);
  let rows = 1;
  let used = 0;
  for (const name of names) {
    const own = widthOf(name) + 44;
    if (used > 0 && used + own > room) {
      rows += 1;
      used = 0;
    }
    used += own;
  }
  return rows;
}

const widthOf = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (/[\u2E80-\uFFFF]/.test(sign) ? 13 : 7), 0);
