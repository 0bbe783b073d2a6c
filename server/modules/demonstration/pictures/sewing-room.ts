import { colour, darker, disc, line, path, picture, poly, rect, ring, stroke, times } from './kit/index.ts';

/** An old pedal sewing machine with blue cloth. */
export function sewingRoom(): string {
  const spool = (x: number, y: number, tone: string) =>
    rect(x - 26, y - 74, 52, 62, tone, 6) +
    times(4, (i) => rect(x - 26, y - 64 + i * 14, 52, 4, darker(tone))) +
    rect(x - 32, y - 84, 64, 14, colour.woodPale, 4) +
    rect(x - 32, y - 16, 64, 16, colour.woodPale, 4);
  return picture(
    colour.paperShade,
    rect(0, 560, 1200, 115, colour.woodPale),
    rect(820, 40, 320, 290, colour.water),
    rect(972, 40, 16, 290, colour.card),
    rect(820, 178, 320, 14, colour.card),
    stroke('M330 440L250 640M870 440L950 640M330 470Q600 560 870 470M290 560H910', colour.iron, 16),
    ring(780, 530, 74, colour.iron, 14),
    times(6, (i) =>
      line([780, 530, 780 + Math.cos((i * Math.PI) / 3) * 70, 530 + Math.sin((i * Math.PI) / 3) * 70], colour.iron, 7),
    ),
    poly([420, 610, 690, 610, 720, 640, 390, 640], colour.iron, 6),
    rect(170, 400, 860, 46, colour.wood, 8),
    rect(170, 436, 860, 16, darker(colour.wood)),
    path('M360 398Q370 380 420 380H850Q880 380 880 398Z', colour.ink),
    path(
      'M720 384C716 300 720 270 700 256C640 232 520 236 470 244V320H420V214C420 180 450 172 500 168C600 158 720 160 790 186C830 206 838 260 840 384Z',
      colour.ink,
    ),
    disc(868, 270, 64, colour.slateDark),
    disc(868, 270, 46, colour.ink),
    disc(868, 270, 14, colour.straw),
    stroke('M520 206Q620 190 740 214', colour.straw, 6),
    stroke('M756 250q24 50 20 100', colour.straw, 6),
    line([445, 318, 445, 384], colour.stone, 9),
    rect(424, 376, 42, 10, colour.stone, 3),
    rect(596, 112, 28, 54, colour.persimmon, 4),
    rect(588, 104, 44, 10, colour.woodPale, 3),
    stroke('M610 128Q520 120 446 190V300', colour.persimmon, 4),
    path(
      'M180 398C260 372 420 400 560 394V402C470 430 420 420 380 470C340 540 330 590 250 616C160 640 90 600 60 520C100 470 120 420 180 398Z',
      colour.river,
    ),
    path(
      'M180 398C170 470 190 540 250 616C220 630 170 630 130 606C110 530 120 450 180 398Z',
      darker(colour.river, 0.25),
    ),
    times(5, (i) => disc(300 + i * 26 - (i % 2) * 30, 440 + i * 22, 7, colour.water)),
    spool(1076, 640, colour.straw),
    spool(1000, 652, colour.persimmon),
    spool(1148, 652, colour.pine),
    ring(938, 376, 17, colour.persimmon, 9),
    ring(984, 384, 17, colour.persimmon, 9),
    line([924, 364, 846, 328], colour.stone, 10),
    line([968, 378, 880, 386], colour.stone, 10),
  );
}
