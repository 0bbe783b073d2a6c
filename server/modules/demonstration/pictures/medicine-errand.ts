import {
  colour,
  darker,
  disc,
  ground,
  hills,
  line,
  path,
  peaks,
  person,
  picture,
  poly,
  rect,
  stroke,
  times,
  tufts,
  wheel,
} from './kit/index.ts';

/** A scooter brings medicine up the mountain road. */
export function medicineErrand(): string {
  return picture(
    '#cbdcea',
    peaks(
      [
        [220, 90],
        [520, 40],
        [900, 70],
      ],
      420,
      '#a7bdd0',
      1,
    ),
    hills(330, 60, '#8fae9c', 17),
    path(
      'M1220 210C900 240 820 280 980 320C1120 350 700 360 620 400L560 420H760C1000 400 1200 380 1100 320C1020 280 1080 250 1220 240Z',
      '#dccfae',
    ),
    ground(
      [
        [-60, 430],
        [400, 400],
        [800, 430],
        [1260, 410],
      ],
      '#5f8a6c',
    ),
    path('M-20 500Q600 450 1220 500V620Q600 600 -20 640Z', '#dccfae'),
    path('M-20 640Q600 600 1220 620V675H-20Z', '#4a7458'),
    tufts(16, [10, 640, 1180, 30], '#6f9a6c', 11, 26),
    wheel(400, 540, 66),
    wheel(800, 540, 66),
    stroke('M400 540H560L600 470', '#b8451f', 30),
    path(
      'M330 470Q360 410 470 414H570L600 500H660Q690 500 700 470L740 330L780 340L760 470Q750 560 660 560H480Q440 470 330 470Z',
      colour.persimmon,
    ),
    line(
      [
        [800, 540],
        [746, 330],
      ],
      colour.slateDark,
      18,
    ),
    line(
      [
        [746, 330],
        [690, 310],
      ],
      colour.ink,
      18,
    ),
    path('M740 490Q800 450 876 500L860 512Q800 480 756 512Z', darker(colour.persimmon)),
    line(
      [
        [300, 412],
        [470, 424],
      ],
      colour.slateDark,
      16,
    ),
    rect(440, 392, 160, 32, colour.ink, 14),
    rect(260, 250, 190, 160, colour.pine, 12),
    rect(260, 250, 190, 34, darker(colour.pine), 12),
    rect(340, 306, 30, 80, colour.card, 4),
    rect(315, 331, 80, 30, colour.card, 4),
    person({
      x: 530,
      y: 560,
      size: 1.95,
      hip: 82,
      lean: 10,
      top: colour.river,
      bottom: colour.inkSoft,
      hat: 'helmet',
      hatColour: colour.straw,
      hands: [
        [690, 312],
        [684, 318],
      ],
      feet: [
        [640, 556],
        [622, 556],
      ],
    }),
    line(
      [
        [690, 318],
        [690, 366],
      ],
      colour.ink,
      5,
    ),
    poly(
      [
        [648, 362],
        [732, 362],
        [740, 470],
        [640, 470],
      ],
      colour.card,
      6,
    ),
    poly(
      [
        [648, 362],
        [732, 362],
        [730, 386],
        [650, 386],
      ],
      '#e4ddcb',
    ),
    rect(680, 404, 18, 50, colour.pine, 3),
    rect(664, 420, 50, 18, colour.pine, 3),
    disc(792, 350, 17, colour.cream),
    times(3, (i) =>
      line(
        [
          [60 + i * 30, 440 + i * 46],
          [190 + i * 30, 440 + i * 46],
        ],
        colour.card,
        9,
      ),
    ),
  );
}
