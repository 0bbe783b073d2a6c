import {
  brickWall,
  bucket,
  colour,
  darker,
  disc,
  flat,
  line,
  oval,
  path,
  picture,
  rect,
  stroke,
  times,
  tufts,
  within,
} from './kit/index.ts';

/** The old well under the big tree, with a new rope. */
export function oldWellRope(): string {
  const wall = 'M390 470H810L790 610Q600 650 410 610Z';
  return picture(
    '#eaf1d8',
    flat(500, '#cfdca6'),
    path('M60 675Q150 520 120 300Q118 180 40 0H330Q250 160 262 320Q270 520 360 675Z', colour.bark),
    stroke('M240 250Q360 180 430 60M170 330Q90 260 20 230', colour.bark, 46),
    times(9, (i) =>
      disc(
        [30, 170, 320, 470, 620, 760, 900, 90, 400][i] ?? 0,
        [60, 20, 70, 30, 60, 10, -20, 150, 120][i] ?? 0,
        [120, 140, 120, 130, 110, 110, 90, 80, 90][i] ?? 0,
        i % 2 === 0 ? colour.moss : '#527f5a',
      ),
    ),
    tufts(22, [20, 540, 1160, 120], colour.fern, 6, 34),
    rect(440, 250, 24, 230, colour.woodDark),
    rect(736, 250, 24, 230, colour.woodDark),
    rect(420, 284, 360, 46, colour.wood, 22),
    times(7, (i) => line([562 + i * 15, 280, 570 + i * 15, 334], colour.wheat, 11)),
    line([780, 306, 850, 306, 850, 380, 896, 380], colour.iron, 14),
    line([612, 330, 612, 392], colour.wheat, 10),
    oval(600, 470, 216, 50, colour.stone),
    oval(600, 470, 160, 33, colour.ink),
    bucket(612, 424, 120, 112, colour.wood, colour.stream),
    path('M440 478Q600 532 760 478L816 470L810 520H390L384 470Z', colour.stone),
    path(wall, colour.stonePale),
    within('wellwall', wall, brickWall(360, 490, 500, 150, colour.stonePale, colour.slate, 42)),
    path('M384 470Q400 524 600 524T816 470Q820 500 800 516Q720 546 600 546T400 516Q380 500 384 470Z', colour.stone),
    bucket(1000, 530, 130, 100, darker(colour.wood, 0.1), colour.stream),
    stroke('M905 640q60 -40 120 0t110 -10', colour.wheat, 13),
  );
}
