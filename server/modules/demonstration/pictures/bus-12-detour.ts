import { bus, colour, disc, line, picture, place, ring, stroke, times } from './kit/index.ts';

/** The bus takes the new way; three stops on the old one rest. */
export function bus12Detour(): string {
  const cross = (x: number, y: number) =>
    disc(x, y, 40, colour.card) +
    ring(x, y, 40, '#a9afa2', 10) +
    line([x - 15, y - 15, x + 15, y + 15], '#8b9187', 10) +
    line([x + 15, y - 15, x - 15, y + 15], '#8b9187', 10);
  const stop = (x: number, y: number) => disc(x, y, 32, colour.card) + ring(x, y, 32, colour.pine, 12);
  const tree = (x: number, y: number, tone: string) =>
    place(x, y, disc(0, -34, 38, tone) + line([0, 0, 0, 44], colour.bark, 9));
  return picture(
    '#eef2ea',
    stroke('M-80 560H1280', colour.card, 150),
    stroke('M500 560Q640 560 652 420V240Q656 130 760 130H1280', colour.card, 130),
    stroke('M660 560H1180', '#c3cabd', 20, '2 36'),
    stroke('M560 560Q646 556 652 440V240Q656 130 760 130H1240', colour.pine, 26),
    cross(790, 560),
    cross(945, 560),
    cross(1100, 560),
    stop(860, 130),
    stop(1080, 130),
    times(5, (i) => tree(800 + i * 84, 360, i % 2 === 0 ? colour.sage : '#9dbd92')),
    times(5, (i) => tree(60 + i * 92, 180 + (i % 2) * 40, i % 2 === 0 ? colour.sage : '#9dbd92')),
    bus(40, 622, 540, '#2f8060', colour.sky),
  );
}
