import {
  colour,
  darker,
  disc,
  line,
  oval,
  path,
  picture,
  place,
  poly,
  rect,
  ring,
  stroke,
  times,
} from './kit/index.ts';

const rabbit = (): string =>
  [
    oval(-22, -128, 16, 58, colour.card, -10),
    oval(24, -128, 16, 58, colour.card, 12),
    oval(-22, -124, 7, 40, colour.rose, -10),
    oval(24, -124, 7, 40, colour.rose, 12),
    disc(0, -58, 54, colour.card),
    disc(0, -52, 8, colour.rose),
    oval(0, 50, 66, 74, colour.card),
    rect(-46, -16, 92, 18, colour.river, 9),
  ].join('');

const glove = (): string =>
  [
    line([-34, -8, -40, -84], colour.persimmon, 26),
    line([-10, -8, -12, -104], colour.persimmon, 26),
    line([15, -8, 18, -98], colour.persimmon, 26),
    line([38, -4, 46, -74], colour.persimmon, 25),
    line([-40, 40, -80, -6], colour.persimmon, 28),
    rect(-52, -24, 104, 100, colour.persimmon, 26),
    rect(-48, 66, 96, 40, darker(colour.persimmon), 8),
  ].join('');

/** The lost-and-found box, open. */
export function lostAndFoundBox(): string {
  return picture(
    colour.wheat,
    rect(0, 520, 1200, 155, colour.straw),
    poly([210, 330, 990, 330, 930, 60, 270, 60], colour.woodDark, 8),
    poly([250, 318, 950, 318, 902, 90, 298, 90], darker(colour.woodDark, 0.3), 4),
    place(
      372,
      290,
      path('M-54 150L-66 -60L-40 -110H40L66 -60L54 150Z', colour.pine) +
        path('M-66 -60L-34 -10L0 -60L34 -10L66 -60L40 -110H-40Z', darker(colour.pine, 0.3)) +
        line([0, -100, 0, -190], colour.iron, 13) +
        stroke('M0 -180V-216a32 32 0 0 1 64 0v18', colour.straw, 20) +
        rect(-66, 40, 132, 18, colour.straw, 8),
      { turn: -16 },
    ),
    place(612, 322, rabbit()),
    place(800, 290, glove(), { turn: 14 }),
    rect(200, 322, 800, 288, colour.wood, 10),
    times(2, (i) => rect(200, 414 + i * 96, 800, 7, darker(colour.wood, 0.18))),
    rect(200, 322, 44, 288, darker(colour.wood, 0.12), 8),
    rect(956, 322, 44, 288, darker(colour.wood, 0.12), 8),
    ring(470, 366, 56, colour.iron, 12),
    ring(610, 366, 56, colour.iron, 12),
    disc(470, 366, 50, colour.sky),
    disc(610, 366, 50, colour.sky),
    stroke('M524 356q16 -16 32 0M416 352L384 316M664 352L696 316', colour.iron, 11),
    ring(826, 400, 42, colour.grain, 10),
    place(
      800,
      436,
      line([0, 0, 0, 128], colour.slateDark, 15) +
        line([0, 124, 26, 124], colour.slateDark, 13) +
        line([0, 96, 22, 96], colour.slateDark, 13),
      { turn: 20 },
    ),
    place(
      846,
      438,
      line([0, 0, 0, 110], colour.grain, 15) +
        line([0, 106, 24, 106], colour.grain, 13) +
        line([0, 80, 20, 80], colour.grain, 13),
      { turn: -12 },
    ),
  );
}
