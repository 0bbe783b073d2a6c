import {
  colour,
  darker,
  disc,
  line,
  oval,
  picture,
  place,
  rect,
  ring,
  spokedWheel,
  stroke,
  times,
} from './kit/index.ts';

/** A bicycle upside down in the repair corner, with its tools. */
export function bicycleRepairCorner(): string {
  const [rear, front, crank, seat, head] = [
    [400, 228],
    [840, 228],
    [588, 268],
    [540, 450],
    [772, 420],
  ] as const;
  const frame = colour.persimmon;
  const spanner =
    ring(0, -66, 24, colour.stonePale, 17) +
    line([0, -42, 0, 74], colour.stonePale, 20) +
    ring(0, 96, 20, colour.stonePale, 15) +
    rect(-11, -104, 22, 34, '#2a6d96');
  return picture(
    '#2a6d96',
    rect(0, 560, 1200, 115, colour.riverDeep),
    spokedWheel(rear[0], rear[1], 165, colour.ink, colour.stonePale, 16),
    spokedWheel(front[0], front[1], 165, colour.ink, colour.stonePale, 16),
    line([rear[0], rear[1], crank[0], crank[1], seat[0], seat[1], rear[0], rear[1]], frame, 18),
    line([crank[0], crank[1], head[0], head[1], seat[0] + 6, seat[1] - 28], frame, 18),
    line([front[0], front[1], head[0] - 4, head[1] + 30, head[0] - 14, 520], frame, 18),
    line([seat[0], seat[1], 530, 514], colour.stone, 14),
    rect(462, 512, 138, 34, colour.ink, 16),
    stroke(`M758 520q-10 36 44 36h64`, colour.stone, 15),
    line([826, 556, 884, 556], colour.ink, 26),
    ring(crank[0], crank[1], 42, colour.stonePale, 12),
    line([crank[0] - 50, crank[1] - 60, crank[0] + 50, crank[1] + 60], colour.iron, 13),
    rect(crank[0] - 92, crank[1] - 78, 66, 18, colour.ink, 6),
    rect(crank[0] + 24, crank[1] + 60, 66, 18, colour.ink, 6),
    ring(165, 320, 96, colour.ink, 30),
    place(96, 252, rect(-28, -20, 56, 40, colour.apricot, 8), { turn: -45 }),
    rect(156, 200, 18, 380, colour.woodDark),
    rect(90, 566, 150, 20, colour.woodDark, 6),
    place(
      1095,
      430,
      rect(-20, -50, 40, 190, colour.straw, 8) +
        line([0, -50, 0, -120], colour.stonePale, 10) +
        line([-52, -122, 52, -122], colour.ink, 20) +
        rect(-62, 136, 124, 18, darker(colour.straw, 0.3), 6),
    ),
    stroke('M1075 560C980 590 960 500 930 580', colour.ink, 10),
    place(330, 606, spanner, { turn: 76 }),
    oval(640, 622, 80, 16, darker(colour.riverDeep)),
    times(3, (i) => disc(604 + i * 36, 616, 12, colour.stonePale)),
  );
}
