import {
  chance,
  colour,
  darker,
  ground,
  line,
  oval,
  path,
  picture,
  place,
  poly,
  ripples,
  stroke,
  times,
  willow,
} from './kit/index.ts';

/** Small fry pour out of a tilted tub into the pond. */
export function fishFry(): string {
  const next = chance(19);
  const fish = (x: number, y: number, turn: number, tone: string) =>
    place(
      x,
      y,
      oval(0, 0, 20, 8.5, tone) + poly([-17, 0, -32, -9, -32, 9], tone, 3) + oval(12, -2, 2.4, 2.4, colour.card),
      { turn },
    );
  const tones = ['#31505c', '#54707a', '#b8663c'];
  return picture(
    '#bfe0d8',
    ground([-60, 230, 300, 190, 800, 240, 1260, 200], '#96c3a5'),
    willow(1070, 300, 330, '#74a465'),
    path('M-20 330Q500 270 1220 330V675H-20Z', '#3c8fa3'),
    ripples(18, 400, 660, '#6db3c2', 8, 300, 1200),
    path('M-20 250Q200 260 290 350Q340 430 260 520Q200 610 210 700H-20Z', '#7b9a4f'),
    path('M520 330C640 340 700 400 690 520Q760 560 640 580Q540 590 520 560Q600 480 500 410Z', '#a8dbe2'),
    stroke('M540 366C620 380 650 440 640 530', '#d6f0f1', 10),
    place(
      370,
      260,
      path('M-190 -110H190L150 120Q0 150 -150 120Z', colour.wood) +
        times(6, (i) => line([-150 + i * 60, -104, -118 + i * 48, 124], darker(colour.wood), 6)) +
        line([-178, -50, 178, -50], colour.slateDark, 15) +
        line([-154, 70, 154, 70], colour.slateDark, 15) +
        oval(0, -110, 192, 44, darker(colour.wood, 0.3)) +
        oval(6, -106, 168, 32, '#a8dbe2'),
      { turn: 52 },
    ),
    times(13, (i) =>
      fish(545 + next() * 110 + i * 2, 350 + i * 15, 40 + next() * 50, tones[Math.floor(next() * 3)] ?? '#31505c'),
    ),
    times(34, () =>
      fish(380 + next() * 780, 420 + next() * 230, next() * 70 - 35, tones[Math.floor(next() * 3)] ?? '#31505c'),
    ),
    stroke('M560 590q70 -30 150 0M520 620q120 -36 240 0', '#a8dbe2', 8),
  );
}
