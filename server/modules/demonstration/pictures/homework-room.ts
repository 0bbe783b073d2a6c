import {
  colour,
  darker,
  disc,
  line,
  path,
  person,
  picture,
  place,
  poly,
  rect,
  sheet,
  stool,
  times,
} from './kit/index.ts';

/** After school: a child and an elder at the long table under the lamp. */
export function homeworkRoom(): string {
  return picture(
    '#3b4a68',
    rect(70, 60, 260, 240, '#23304c', 6),
    disc(250, 130, 30, colour.wheat),
    rect(194, 60, 12, 240, '#5c6b8a'),
    rect(880, 80, 260, 16, colour.wood, 3),
    times(8, (i) =>
      rect(
        894 + i * 30,
        80 - 60 - (i % 3) * 8 + 2,
        24,
        58 + (i % 3) * 8,
        [colour.persimmon, colour.pine, colour.straw, colour.river][i % 4] ?? colour.pine,
        3,
      ),
    ),
    `<g opacity="0.24">${poly(
      [
        [560, 200],
        [640, 200],
        [940, 470],
        [260, 470],
      ],
      colour.straw,
    )}</g>`,
    stool(316, 500, 150, 150, colour.woodDark),
    stool(906, 500, 150, 150, colour.woodDark),
    person({
      x: 330,
      y: 640,
      size: 2.1,
      hip: 74,
      child: true,
      lean: 14,
      top: colour.persimmon,
      bottom: colour.ink,
      style: 'short',
      hands: [
        [470, 452],
        [452, 458],
      ],
    }),
    person({
      x: 890,
      y: 640,
      size: 2.3,
      hip: 72,
      flip: true,
      lean: 12,
      top: '#7d9a86',
      bottom: colour.ink,
      style: 'bun',
      hair: colour.hairWhite,
      skin: colour.skinWarm,
      hands: [
        [700, 440],
        [752, 452],
      ],
    }),
    line(
      [
        [600, 446],
        [600, 330],
        [540, 250],
      ],
      colour.ink,
      14,
    ),
    path('M480 250L560 190Q640 196 650 262Z', colour.pine),
    disc(566, 256, 26, colour.cream),
    rect(552, 440, 100, 20, colour.ink, 8),
    rect(60, 458, 1080, 46, colour.wood, 10),
    rect(60, 494, 1080, 14, darker(colour.wood)),
    rect(120, 508, 36, 167, darker(colour.wood, 0.25)),
    rect(1044, 508, 36, 167, darker(colour.wood, 0.25)),
    place(
      450,
      462,
      poly(
        [
          [-110, 0],
          [-90, -24],
          [0, -16],
          [90, -24],
          [110, 0],
          [0, 8],
        ],
        colour.card,
        3,
      ) +
        line(
          [
            [0, -16],
            [0, 8],
          ],
          colour.stone,
          4,
        ),
    ),
    line(
      [
        [464, 452],
        [506, 392],
      ],
      colour.straw,
      9,
    ),
    place(
      740,
      464,
      poly(
        [
          [-90, 0],
          [-74, -20],
          [0, -12],
          [74, -20],
          [90, 0],
          [0, 8],
        ],
        colour.cream,
        3,
      ),
    ),
    rect(1000, 408, 60, 52, colour.river, 6),
    times(3, (i) =>
      line(
        [
          [1014 + i * 16, 408],
          [1008 + i * 22, 346],
        ],
        [colour.persimmon, colour.straw, colour.leaf][i] ?? colour.leaf,
        9,
      ),
    ),
    sheet(150, 444, 96, 18, 1, colour.card),
  );
}
