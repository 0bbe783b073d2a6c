import { colour, darker, disc, line, oval, path, picture, place, rect, ring, steam, times, tray } from './kit/index.ts';

/** A round tray of dumplings, seen from above, and a pot that steams. */
export function dumplingKitchen(): string {
  const dumpling = (x: number, y: number, turn: number) =>
    place(
      x,
      y,
      path('M-44 16C-40 -34 40 -34 44 16C30 30 -30 30 -44 16Z', colour.card) +
        path('M-44 16C-40 -34 40 -34 44 16C34 -6 22 -14 0 -14S-34 -6 -44 16Z', colour.paperShade) +
        times(5, (i) =>
          line([-24 + i * 12, -22 + Math.abs(2 - i) * 3, -20 + i * 10, -8 + Math.abs(2 - i) * 2], colour.line, 4),
        ),
      { turn, scale: 1.32 },
    );
  const circle = (count: number, r: number, shift: number) =>
    times(count, (i) => {
      const a = ((i + shift) * Math.PI * 2) / count;
      return dumpling(430 + Math.cos(a) * r, 338 + Math.sin(a) * r, (a * 180) / Math.PI + 90);
    });
  return picture(
    '#b9574a',
    tray(430, 338, 610, 610),
    circle(13, 226, 0),
    circle(6, 118, 0.5),
    dumpling(430, 340, 20),
    disc(985, 190, 178, darker(colour.iron, 0.3)),
    ring(985, 190, 164, colour.slate, 22),
    disc(985, 190, 146, '#8fa3a0'),
    times(4, (i) => oval(930 + (i % 2) * 106, 150 + Math.floor(i / 2) * 84, 42, 26, colour.card, i * 30)),
    rect(782, 160, 40, 60, colour.iron, 12),
    rect(1150, 160, 60, 60, colour.iron, 12),
    steam(985, 240, 230, colour.card, 3, 84),
    place(
      965,
      520,
      rect(-180, -30, 360, 60, colour.woodPale, 22) +
        rect(-236, -14, 70, 28, colour.wood, 13) +
        rect(166, -14, 70, 28, colour.wood, 13),
      { turn: -14 },
    ),
    disc(820, 610, 44, colour.paper),
    disc(1090, 610, 44, colour.paper),
  );
}
