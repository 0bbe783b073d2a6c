import {
  chance,
  colour,
  darker,
  disc,
  leafShape,
  line,
  oval,
  path,
  picture,
  place,
  rect,
  times,
  tray,
} from './kit/index.ts';

/** Herbs drying in flat baskets, a brass mortar beside them. */
export function herbDrying(): string {
  const next = chance(77);
  const scatter = (
    x: number,
    y: number,
    r: number,
    flatness: number,
    count: number,
    draw: (px: number, py: number) => string,
  ) =>
    times(count, () => {
      const [a, d] = [next() * Math.PI * 2, Math.sqrt(next()) * r];
      return draw(x + Math.cos(a) * d, y + Math.sin(a) * d * flatness);
    });
  return picture(
    '#c9d7a8',
    times(7, (i) => rect(0, 16 + i * 98, 1200, 8, '#bccb98')),
    tray(240, 200, 420, 330, colour.woodPale, 'one'),
    scatter(240, 196, 168, 0.76, 60, (x, y) =>
      leafShape(x, y, 46, next() * 360, next() > 0.5 ? colour.moss : '#63884a', 0.28),
    ),
    tray(690, 170, 400, 280, colour.woodPale, 'two'),
    scatter(690, 166, 158, 0.66, 44, (x, y) => disc(x, y, 15, colour.straw) + disc(x, y, 6, colour.orange)),
    tray(430, 510, 470, 300, '#c99f66', 'three'),
    scatter(430, 504, 184, 0.6, 40, (x, y) =>
      place(x, y, rect(-26, -6, 52, 12, next() > 0.5 ? '#c4704a' : '#a4543a', 5), { turn: next() * 180 }),
    ),
    path('M820 330H1130C1130 470 1090 540 1040 570V600H910V570C860 540 820 470 820 330Z', colour.gold),
    oval(975, 332, 158, 46, darker(colour.gold, 0.3)),
    oval(975, 340, 132, 34, darker(colour.grain, 0.4)),
    line([960, 350, 1090, 130], '#e0b04c', 34),
    oval(1100, 116, 34, 30, '#e0b04c'),
    rect(812, 322, 12, 40, darker(colour.gold), 5),
    path('M820 352C824 372 826 380 832 400H1118C1124 380 1128 368 1130 350Q975 420 820 352Z', '#d9a843'),
    rect(880, 596, 190, 30, darker(colour.gold, 0.2), 8),
  );
}
