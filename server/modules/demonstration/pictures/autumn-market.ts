import {
  awning,
  chance,
  colour,
  darker,
  disc,
  flat,
  hills,
  line,
  oval,
  picture,
  poly,
  rect,
  ring,
  roundTree,
  times,
} from './kit/index.ts';

const pumpkin = (x: number, y: number, r: number): string =>
  line([x, y - r * 0.7, x + r * 0.16, y - r * 1.15], colour.moss, r * 0.22) +
  oval(x - r * 0.55, y, r * 0.62, r * 0.76, darker(colour.orange, 0.1)) +
  oval(x + r * 0.55, y, r * 0.62, r * 0.76, darker(colour.orange, 0.1)) +
  oval(x, y, r * 0.58, r * 0.82, colour.orange);

const stall = (x: number, y: number, wide: number, tone: string, goods: string): string =>
  [
    rect(x + 8, y - 240, 12, 240, colour.wood),
    rect(x + wide - 20, y - 240, 12, 240, colour.wood),
    goods,
    rect(x, y - 92, wide, 92, colour.woodPale, 4),
    rect(x, y - 92, wide, 18, colour.wood, 4),
    awning(x, y - 284, wide, 72, tone),
  ].join('');

/** The autumn market on the square, under the clock tower. */
export function autumnMarket(): string {
  const next = chance(12);
  const chestnuts = times(26, () =>
    disc(480 + next() * 215, 408 + next() * 14 - 20, 15, next() > 0.5 ? colour.brick : colour.woodDark),
  );
  const greens = times(6, (i) => oval(98 + i * 46, 402, 27, 34, i % 2 === 0 ? colour.leaf : colour.moss));
  const apples = times(7, (i) => disc(860 + i * 40, 400, 23, i % 2 === 0 ? colour.persimmon : colour.straw));
  return picture(
    colour.cream,
    hills(300, 30, colour.wheat, 4),
    roundTree(90, 330, 190, colour.apricot),
    roundTree(1110, 330, 220, colour.gold),
    roundTree(330, 330, 150, colour.straw),
    rect(512, 70, 176, 290, colour.paperShade),
    rect(512, 70, 176, 14, colour.brick),
    poly([486, 74, 714, 74, 600, 8], colour.brick),
    disc(600, 140, 50, colour.card),
    ring(600, 140, 50, colour.brick, 8),
    line([600, 140, 600, 108], colour.ink, 8),
    line([600, 140, 622, 152], colour.ink, 8),
    flat(330, '#e6cfa4'),
    stall(60, 480, 330, colour.pine, greens),
    stall(440, 480, 300, colour.persimmon, chestnuts),
    stall(800, 480, 340, colour.river, apples),
    flat(478, '#d8b98a'),
    pumpkin(150, 590, 74),
    pumpkin(290, 612, 56),
    pumpkin(1050, 596, 80),
    pumpkin(915, 622, 52),
    oval(600, 632, 130, 34, darker(colour.woodPale, 0.25)),
    oval(600, 622, 118, 28, colour.woodDark),
    times(34, () => disc(505 + next() * 190, 598 + next() * 30, 15, next() > 0.5 ? colour.brick : '#6d3a26')),
  );
}
