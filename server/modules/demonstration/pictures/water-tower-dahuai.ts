import {
  cloud,
  colour,
  darker,
  disc,
  hills,
  house,
  ladder,
  line,
  oval,
  path,
  person,
  picture,
  rect,
  stroke,
  times,
} from './kit/index.ts';

/** A worker climbs the water tower beside the great locust tree. */
export function waterTowerDahuai(): string {
  const crown: readonly (readonly [number, number, number])[] = [
    [130, 330, 130],
    [260, 190, 160],
    [430, 150, 150],
    [560, 260, 130],
    [380, 320, 150],
    [220, 400, 110],
    [500, 380, 100],
  ];
  return picture(
    '#f2d9a8',
    cloud(680, 120, 0.6, '#f9ecd0'),
    hills(500, 20, '#d5c389', 27),
    house(1010, 590, 190, 80, { wall: '#f8f0dc' }),
    rect(0, 580, 1200, 95, '#a8a560'),
    path('M270 600Q320 480 300 330H400Q390 480 440 600Z', colour.bark),
    stroke('M330 400Q260 330 210 300M370 380Q450 300 520 290', colour.bark, 32),
    crown.map(([x, y, r], i) => disc(x, y, r, i % 2 === 0 ? '#5f8a4c' : '#557e45')).join(''),
    times(40, (i) => oval(90 + ((i * 83) % 520), 110 + ((i * 131) % 340), 13, 7, '#7ba462', (i * 50) % 180)),
    line(
      [
        [800, 290],
        [770, 610],
      ],
      '#5b7484',
      22,
    ),
    line(
      [
        [970, 290],
        [1000, 610],
      ],
      '#5b7484',
      22,
    ),
    line(
      [
        [885, 290],
        [885, 610],
      ],
      '#4a6272',
      20,
    ),
    line(
      [
        [792, 400],
        [984, 500],
      ],
      '#5b7484',
      10,
    ),
    line(
      [
        [984, 400],
        [786, 500],
      ],
      '#5b7484',
      10,
    ),
    rect(740, 90, 290, 190, colour.river, 20),
    rect(740, 150, 290, 14, darker(colour.river)),
    rect(740, 214, 290, 14, darker(colour.river)),
    path('M724 94Q885 -40 1046 94Z', darker(colour.river, 0.25)),
    rect(716, 276, 338, 22, '#4a6272', 6),
    ladder([740, 616], [740, 110], 66, colour.straw, 14),
    person({
      x: 738,
      y: 452,
      size: 1.55,
      view: 'back',
      top: colour.orange,
      bottom: '#33465a',
      hat: 'helmet',
      hatColour: colour.card,
      hands: [
        [716, 188],
        [764, 232],
      ],
      feet: [
        [722, 470],
        [760, 430],
      ],
      hip: 80,
    }),
  );
}
