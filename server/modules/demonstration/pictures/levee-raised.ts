import {
  colour,
  darker,
  ground,
  hills,
  lantern,
  glow,
  line,
  person,
  picture,
  place,
  type Point,
  rect,
  ripples,
  times,
} from './kit/index.ts';

const bag = (x: number, y: number, turn = 0): string =>
  place(x, y, rect(-52, -25, 104, 50, colour.woodPale, 20) + line([-34, -16, -34, 16], colour.wood, 6), { turn });

/** Neighbours pass sandbags by lantern light along the levee at dusk. */
export function leveeRaised(): string {
  const worker = (x: number, y: number, top: string, left: Point, right: Point, extra: object) =>
    person({ x, y, size: 1.5, view: 'front', top, bottom: colour.night, hands: [left, right], ...extra });
  const pole = (x: number, y: number) =>
    glow(x + 34, y + 54, 130) +
    line([x, y + 300, x, y, x + 34, y], colour.bark, 8) +
    lantern(x + 34, y, 74, colour.straw);
  return picture(
    '#69708c',
    rect(0, 150, 1200, 150, '#8f8294'),
    rect(0, 225, 1200, 130, colour.rose),
    hills(330, 34, '#4f5f78', 3),
    hills(395, 24, '#3d5265', 8),
    ground([-60, 470, 200, 452, 620, 446, 1000, 452, 1260, 470], '#33544a'),
    pole(40, 205),
    pole(1010, 175),
    worker(200, 520, colour.persimmon, [126, 372], [292, 380], { hat: 'cap', hatColour: colour.ink, lean: 5 }),
    worker(430, 515, colour.gold, [340, 384], [524, 374], { style: 'bun' }),
    worker(650, 515, colour.sage, [566, 372], [744, 388], { style: 'short', lean: 6 }),
    worker(860, 520, colour.stream, [788, 394], [930, 436], { hat: 'knitted', hatColour: colour.apricot, lean: 12 }),
    bag(316, 378, -4),
    bag(545, 370, 5),
    bag(766, 388, 8),
    times(4, (i) => bag(952 + i * 106, 496)),
    times(3, (i) => bag(1005 + i * 106, 448)),
    times(2, (i) => bag(1058 + i * 106, 400)),
    ground([-60, 505, 300, 512, 700, 506, 1260, 522], '#24443b'),
    times(13, (i) =>
      place(30 + i * 96, 536, rect(-47, -19, 94, 38, i % 2 === 0 ? colour.earth : darker(colour.woodPale, 0.2), 16)),
    ),
    ground([-60, 560, 240, 550, 560, 566, 900, 552, 1260, 566], colour.riverDeep),
    ripples(16, 590, 660, colour.straw, 5),
  );
}
