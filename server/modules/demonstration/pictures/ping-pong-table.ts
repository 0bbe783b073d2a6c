import {
  colour,
  darker,
  disc,
  faint,
  line,
  oval,
  path,
  picture,
  place,
  poly,
  rect,
  roundTree,
  times,
} from './kit/index.ts';

/** The concrete table-tennis table outdoors, the ball in flight. */
export function pingPongTable(): string {
  const bat = (tone: string) =>
    rect(-16, 60, 32, 120, colour.woodPale, 12) +
    oval(0, 0, 84, 92, tone) +
    path('M-60 62Q0 100 60 62L20 104H-20Z', colour.wood);
  return picture(
    '#cfe3ee',
    roundTree(130, 330, 300, '#79a98a'),
    roundTree(1080, 330, 330, '#68997c'),
    rect(0, 322, 1200, 353, '#d9c7a0'),
    poly([330, 560, 400, 560, 400, 420, 330, 420], colour.slateDark),
    poly([800, 560, 870, 560, 870, 420, 800, 420], colour.slateDark),
    oval(600, 590, 480, 40, '#c2ae84'),
    poly([250, 330, 950, 330, 1130, 470, 70, 470], '#6d98a8'),
    rect(70, 470, 1060, 34, colour.slate),
    line([290, 344, 910, 344], colour.card, 5),
    line([108, 462, 1092, 462], colour.card, 7),
    line([250, 334, 76, 466], colour.card, 8),
    line([950, 334, 1124, 466], colour.card, 8),
    rect(574, 262, 52, 196, colour.brick),
    times(7, (i) =>
      times(2, (k) =>
        rect(
          i % 2 === 0 ? 574 + k * 28 : 574 + k * 38 - 12 * k,
          264 + i * 28,
          i % 2 === 0 ? 24 : 26 - 12 * (1 - k) + 10,
          24,
          '#b35a3d',
          2,
        ),
      ),
    ),
    place(250, 276, bat(colour.persimmon), { turn: 62, scale: 1.15 }),
    place(960, 200, bat(colour.ink), { turn: -48, scale: 1.15 }),
    faint(
      0.75,
      times(6, (i) => disc(380 + i * 52, 236 - Math.sin(((i + 1) / 8) * Math.PI) * 120, 4 + i * 1.6, colour.card)),
    ),
    disc(706, 132, 27, colour.card),
    disc(714, 140, 17, darker(colour.card, 0.06)),
  );
}
