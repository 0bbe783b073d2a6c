import { colour, darker, disc, fir, ground, line, path, peaks, picture, rect, ring, snow, times } from './kit/index.ts';

/** A wheel in snow chains on the mountain road. */
export function snowChains(): string {
  const [x, y] = [470, 400];
  const links = (r: number, count: number) =>
    times(count, (i) =>
      ring(x + Math.cos((i * Math.PI * 2) / count) * r, y + Math.sin((i * Math.PI * 2) / count) * r, 11, '#d9dcd8', 6),
    );
  return picture(
    '#b9cbd8',
    peaks(
      [
        [980, 60],
        [1180, 110],
        [800, 150],
      ],
      420,
      '#8fa6ba',
      0.9,
      colour.card,
    ),
    fir(830, 440, 170, '#4d6f72'),
    fir(1120, 460, 210, '#4d6f72'),
    ground([-60, 560, 300, 545, 800, 440, 1260, 420], '#eef4f6'),
    path('M-20 -20H900Q940 120 880 220Q830 260 790 330L760 430H-20Z', colour.persimmon),
    path('M-20 160H868Q866 190 850 214H-20Z', darker(colour.persimmon, 0.18)),
    rect(830, 70, 90, 50, colour.cream, 14),
    path('M180 430A292 292 0 0 1 760 430Z', colour.ink),
    disc(x, y, 238, '#262c2b'),
    disc(x, y, 142, '#9aa5a3'),
    disc(x, y, 112, colour.stonePale),
    times(5, (i) =>
      disc(
        x + Math.cos((i * Math.PI * 2) / 5 - 1.57) * 66,
        y + Math.sin((i * Math.PI * 2) / 5 - 1.57) * 66,
        20,
        colour.slateDark,
      ),
    ),
    disc(x, y, 26, colour.slateDark),
    links(160, 30),
    times(12, (i) => {
      const a = (i * Math.PI) / 6 + 0.2;
      return times(5, (k) =>
        ring(
          x + Math.cos(a + (k % 2) * 0.03) * (176 + k * 16),
          y + Math.sin(a + (k % 2) * 0.03) * (176 + k * 16),
          9.5,
          '#d9dcd8',
          5.5,
        ),
      );
    }),
    ground([-60, 640, 180, 612, 480, 604, 800, 622, 1260, 560], colour.card),
    times(5, (i) => line([700 + i * 96, 640 - i * 12, 748 + i * 96, 634 - i * 12], '#cfdbe2', 12)),
    snow(60, colour.card, 12),
  );
}
