import {
  bus,
  colour,
  crescent,
  darker,
  disc,
  hills,
  path,
  person,
  picture,
  poly,
  rect,
  stars,
  times,
} from './kit/index.ts';

/** The last bus stands lit at its shelter under the stars. */
export function nightBus(): string {
  return picture(
    '#1a2440',
    stars(60, 270, 31),
    crescent(180, 120, 62, colour.cream),
    hills(330, 40, '#222f52', 9),
    rect(0, 500, 1200, 175, '#141b30'),
    rect(0, 500, 1200, 22, '#33406a'),
    times(6, (i) => rect(60 + i * 210, 620, 110, 10, '#4a5787', 4)),
    rect(846, 216, 320, 22, colour.slate, 6),
    rect(1130, 230, 16, 280, colour.slate),
    rect(866, 230, 16, 280, colour.slate),
    `<g opacity="0.2">${poly([882, 238, 1130, 238, 1130, 500, 882, 500], colour.straw)}</g>`,
    rect(980, 238, 60, 10, colour.cream, 4),
    rect(990, 440, 130, 14, colour.wood, 4),
    rect(1006, 452, 12, 52, colour.woodDark),
    rect(1092, 452, 12, 52, colour.woodDark),
    person({
      x: 1034,
      y: 506,
      size: 1.05,
      flip: true,
      hip: 54,
      top: colour.persimmon,
      bottom: colour.inkSoft,
      style: 'bob',
    }),
    person({
      x: 922,
      y: 508,
      size: 1.05,
      flip: true,
      top: colour.river,
      bottom: colour.ink,
      hat: 'knitted',
      hatColour: colour.straw,
    }),
    bus(60, 570, 760, '#2b5d8c', colour.straw),
    times(
      3,
      (i) =>
        disc(158 + i * 116, 372, 14, darker(colour.grain, 0.25)) +
        path(`M${132 + i * 116} 411q4 -24 26 -24t26 24Z`, darker(colour.grain, 0.25)),
    ),
    disc(742, 380, 15, darker(colour.grain, 0.25)) + path('M712 424q6 -28 30 -28t30 28Z', darker(colour.grain, 0.25)),
    `<g opacity="0.3">${poly([800, 515, 1190, 570, 1190, 640, 800, 535], colour.straw)}</g>`,
  );
}
