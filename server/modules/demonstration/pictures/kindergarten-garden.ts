import {
  cabbage,
  colour,
  darker,
  hills,
  line,
  path,
  person,
  picture,
  place,
  rect,
  stroke,
  sun,
  times,
} from './kit/index.ts';

/** Small children water the cabbages in their raised beds. */
export function kindergartenGarden(): string {
  const can =
    rect(-44, -36, 88, 80, colour.persimmon, 10) +
    path('M40 20L104 -40L116 -28L44 42Z', colour.persimmon) +
    line([98, -50, 126, -22], colour.persimmon, 16) +
    stroke('M-44 -10C-100 -30 -80 60 -44 30', darker(colour.persimmon), 12) +
    stroke('M-30 -36C-20 -80 30 -80 34 -36', darker(colour.persimmon), 12) +
    times(5, (i) => line([118 + i * 7, -20 + i * 9, 138 + i * 10, 30 + i * 12], colour.stream, 6));
  return picture(
    '#e3f0f4',
    sun(1060, 110, 62, '#f3d07a'),
    hills(300, 30, '#cfe0b4', 15),
    rect(0, 330, 1200, 345, '#b5cf8a'),
    times(14, (i) => rect(10 + i * 88, 262, 46, 120, colour.card, 14)),
    rect(0, 296, 1200, 16, colour.card),
    rect(0, 344, 1200, 16, colour.card),
    person({
      x: 190,
      y: 520,
      size: 1.35,
      child: true,
      top: colour.straw,
      bottom: colour.river,
      style: 'pigtails',
      hands: [
        [290, 410],
        [270, 420],
      ],
      lean: 8,
    }),
    place(310, 436, can),
    person({
      x: 1010,
      y: 520,
      size: 1.35,
      child: true,
      flip: true,
      top: colour.river,
      bottom: colour.inkSoft,
      hat: 'cap',
      hatColour: colour.pine,
      hands: [
        [910, 410],
        [930, 420],
      ],
      lean: 8,
    }),
    place(892, 436, can, { flip: true }),
    person({
      x: 600,
      y: 500,
      size: 1.3,
      child: true,
      view: 'front',
      top: '#d88d86',
      bottom: colour.pine,
      style: 'bob',
      hands: [
        [560, 440],
        [640, 440],
      ],
    }),
    rect(60, 500, 520, 40, colour.soil, 10),
    rect(630, 500, 520, 40, colour.soil, 10),
    times(4, (i) => cabbage(130 + i * 126, 520, 92, i % 2 === 0 ? colour.leaf : '#7ea45c')),
    times(4, (i) => cabbage(700 + i * 126, 520, 92, i % 2 === 1 ? colour.leaf : '#7ea45c')),
    rect(50, 530, 540, 110, colour.wood, 8),
    rect(50, 582, 540, 6, darker(colour.wood)),
    rect(620, 530, 540, 110, colour.wood, 8),
    rect(620, 582, 540, 6, darker(colour.wood)),
  );
}
