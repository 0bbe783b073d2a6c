import {
  chance,
  colour,
  darker,
  faint,
  line,
  oval,
  path,
  person,
  picture,
  place,
  poly,
  rect,
  roundTree,
  times,
} from './kit/index.ts';

/** A beekeeper lifts a frame of honeycomb from the hive. */
export function beekeeper(): string {
  const next = chance(40);
  const hive = (x: number, tone: string) =>
    rect(x, 430, 210, 150, tone, 6) +
    rect(x, 500, 210, 8, darker(tone)) +
    rect(x + 60, 548, 90, 16, colour.ink, 6) +
    rect(x + 10, 580, 24, 40, colour.woodDark) +
    rect(x + 176, 580, 24, 40, colour.woodDark);
  const cell = (x: number, y: number, full: boolean) => poly(sixCorners(x, y), full ? '#e3a62e' : '#c9862a');
  const comb = times(6, (row) =>
    times(10, (i) => cell(-134 + i * 29 + (row % 2) * 14, -60 + row * 25, (i * 7 + row * 3) % 5 !== 0)),
  );
  const bee = (x: number, y: number, turn: number) =>
    place(
      x,
      y,
      faint(0.85, oval(-4, -12, 8, 13, colour.card, -20), oval(8, -12, 8, 13, colour.card, 20)) +
        oval(0, 0, 17, 11, colour.straw) +
        rect(-6, -11, 5, 22, colour.ink, 2) +
        rect(4, -10, 5, 20, colour.ink, 2),
      { turn, scale: 1.3 },
    );
  return picture(
    '#dfe7a9',
    roundTree(130, 470, 360, '#8aa75a'),
    roundTree(1100, 470, 420, '#7b9b52'),
    path('M0 440Q600 400 1200 440V675H0Z', '#b4c673'),
    path('M0 590Q600 560 1200 590V675H0Z', '#8fab57'),
    hive(130, colour.stream),
    hive(800, colour.rose),
    rect(790, 410, 230, 26, colour.slate, 6),
    person({
      x: 520,
      y: 620,
      size: 2.1,
      lean: 6,
      top: colour.card,
      bottom: colour.cream,
      shoes: colour.soil,
      hands: [
        [690, 262],
        [640, 290],
      ],
      tilt: 0,
    }),
    place(
      -16,
      34,
      faint(0.45, path('M494 168H646L630 292Q570 318 510 292Z', colour.ink)) +
        path('M430 176Q520 158 542 110Q570 100 598 110Q620 158 710 176Q570 208 430 176Z', colour.straw) +
        path('M536 132H604L612 154Q570 166 528 154Z', colour.brick),
    ),
    place(
      790,
      260,
      rect(-174, -100, 348, 26, colour.wood, 6) +
        rect(-150, -84, 300, 176, '#a8691f', 4) +
        comb +
        rect(-156, -84, 16, 186, colour.wood) +
        rect(140, -84, 16, 186, colour.wood) +
        rect(-156, 88, 312, 16, colour.wood),
      { turn: -4 },
    ),
    line([650, 300, 652, 240], '#e9bb95', 22),
    times(9, () => bee(640 + next() * 500, 70 + next() * 330, next() * 60 - 30)),
    bee(400, 330, 20),
    bee(300, 250, -15),
  );
}

/** The corners of one cell. */
const sixCorners = (x: number, y: number) =>
  Array.from({ length: 6 }, (_, i): readonly [number, number] => [
    x + Math.sin((i * Math.PI) / 3) * 15,
    y + Math.cos((i * Math.PI) / 3) * 15,
  ]);
