import { brickWall, colour, darker, disc, line, path, picture, place, rect, times } from './kit/index.ts';

/** The library's shutter half down, the red box for returned books beside the door. */
export function libraryHalfDay(): string {
  const shelf = (y: number) =>
    rect(420, y, 360, 12, '#8a6340') +
    times(12, (i) =>
      rect(
        430 + i * 29,
        y - 74 + (i % 3) * 8,
        22,
        74 - (i % 3) * 8,
        [colour.persimmon, colour.river, colour.straw, colour.fern, colour.plum][i % 5] ?? colour.fern,
        2,
      ),
    );
  return picture(
    '#b76951',
    brickWall(0, 0, 1200, 600, '#b76951', '#a45a44', 40),
    rect(0, 600, 1200, 75, colour.stone),
    rect(330, 30, 540, 570, colour.card, 6),
    path('M330 60Q600 -60 870 60V90H330Z', colour.paperShade),
    place(
      600,
      50,
      path('M-70 -10Q-36 -34 0 -12Q36 -34 70 -10V28Q36 6 0 26Q-36 6 -70 28Z', colour.pine) +
        line([0, -10, 0, 24], colour.card, 5),
    ),
    rect(390, 110, 420, 490, '#f0cf8a'),
    shelf(440),
    shelf(548),
    rect(390, 110, 420, 226, '#8fa09b'),
    times(9, (i) => rect(390, 130 + i * 24, 420, 6, '#788a85')),
    rect(390, 330, 420, 18, '#5f706b', 4),
    rect(572, 344, 56, 14, colour.ink, 5),
    rect(376, 596, 448, 24, colour.stonePale, 4),
    rect(946, 330, 190, 290, '#c23b22', 16),
    rect(932, 318, 218, 40, darker('#c23b22', 0.2), 14),
    rect(976, 400, 130, 26, colour.ink, 8),
    place(1040, 396, rect(-46, -56, 92, 60, colour.river, 4) + rect(-40, -50, 12, 50, colour.water), { turn: -8 }),
    rect(976, 426, 130, 24, '#c23b22'),
    rect(976, 420, 130, 9, darker('#c23b22', 0.35), 4),
    path('M992 500Q1016 486 1041 500Q1066 486 1090 500V548Q1066 534 1041 548Q1016 534 992 548Z', colour.card),
    line([1041, 502, 1041, 546], '#c23b22', 5),
    rect(90, 470, 150, 130, colour.stonePale, 10),
    times(3, (i) => disc(120 + i * 45, 440 - (i % 2) * 30, 54, i % 2 === 0 ? colour.moss : colour.fern)),
  );
}
