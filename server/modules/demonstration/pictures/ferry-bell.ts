import {
  boat,
  colour,
  darker,
  disc,
  hills,
  line,
  path,
  person,
  picture,
  rect,
  ripples,
  sun,
  times,
} from './kit/index.ts';

/** The bell at the ferry landing, and the ferry coming over. */
export function ferryBell(): string {
  return picture(
    '#f6dfc4',
    sun(300, 170, 72, '#eda76e'),
    hills(280, 46, '#c9c3ae', 2),
    hills(330, 22, '#a5b5a2', 5),
    rect(0, 350, 1200, 325, '#87afbb'),
    rect(215, 362, 170, 9, '#eda76e', 4),
    rect(240, 384, 120, 9, '#eda76e', 4),
    rect(262, 406, 76, 9, '#eda76e', 4),
    ripples(20, 390, 650, '#b9d3d6', 6),
    line(
      [
        [196, 500],
        [196, 330],
      ],
      colour.bark,
      9,
    ),
    line(
      [
        [420, 500],
        [420, 330],
      ],
      colour.bark,
      9,
    ),
    path('M160 336Q308 268 456 336Z', colour.river),
    person({
      x: 350,
      y: 500,
      size: 0.92,
      hip: 46,
      top: colour.card,
      bottom: colour.soil,
      hat: 'straw',
      hands: [
        [392, 432],
        [376, 440],
      ],
      flip: false,
    }),
    person({ x: 262, y: 500, size: 0.92, hip: 46, top: colour.persimmon, bottom: colour.river, style: 'bun' }),
    boat(308, 510, 460, colour.woodDark),
    line(
      [
        [420, 430],
        [560, 600],
      ],
      colour.woodPale,
      9,
    ),
    path('M640 548H1200V600H640Z', colour.wood),
    times(7, (i) => rect(648 + i * 82, 548, 6, 52, darker(colour.wood))),
    times(4, (i) => rect(680 + i * 150, 598, 28, 80, colour.bark)),
    rect(1040, 90, 40, 470, colour.woodDark, 6),
    rect(740, 96, 340, 30, colour.woodDark, 8),
    line(
      [
        [1050, 250],
        [930, 118],
      ],
      colour.woodDark,
      20,
    ),
    rect(834, 120, 12, 40, colour.iron),
    path(
      'M742 376C770 340 760 290 770 240C780 180 800 160 840 160S900 180 910 240C920 290 910 340 938 376Z',
      colour.gold,
    ),
    path('M730 374H950Q954 398 930 398H750Q726 398 730 374Z', darker(colour.gold, 0.2)),
    path('M768 262H912L914 282H766Z', darker(colour.gold, 0.2)),
    disc(840, 412, 24, darker(colour.grain, 0.3)),
    line(
      [
        [840, 430],
        [840, 510],
      ],
      colour.persimmon,
      9,
    ),
    disc(840, 516, 13, colour.persimmon),
  );
}
