import { colour, disc, faint, glow, hills, line, path, picture, rect, stars, times } from './kit/index.ts';

/** Nine lamps on the stone bridge and in the water below it. */
export function bridgeLamps(): string {
  const top = (x: number) => 300 + ((x - 600) / 600) ** 2 * 62;
  const lamps = Array.from({ length: 9 }, (_, i) => 104 + i * 124);
  const deck = 'M-10 362Q600 238 1210 362V410H-10Z';
  return picture(
    colour.night,
    stars(46, 190, 8),
    hills(300, 40, '#1b3247', 6),
    rect(0, 452, 1200, 230, '#1a3a55'),
    path(deck, colour.slate),
    path('M-10 384Q600 262 1210 384V478H-10Z', colour.slateDark),
    path('M400 478A200 146 0 0 1 800 478ZM80 478A130 86 0 0 1 340 478ZM860 478A130 86 0 0 1 1120 478Z', '#12283c'),
    rect(0, 474, 1200, 210, '#1a3a55'),
    times(9, (i) => {
      const x = lamps[i] ?? 0;
      const y = top(x);
      return (
        line([x, y, x, y - 92], colour.stone, 8) +
        glow(x, y - 110, 78, colour.straw) +
        disc(x, y - 110, 25, colour.wheat)
      );
    }),
    times(9, (i) => {
      const x = lamps[i] ?? 0;
      const start = 500 + Math.abs(4 - i) * 8;
      return faint(
        0.9,
        ...[0, 1, 2, 3, 4].map((k) =>
          rect(x - 34 + k * 5 + (k % 2) * 7, start + k * 31, 68 - k * 10, 13, colour.straw, 6),
        ),
      );
    }),
  );
}
