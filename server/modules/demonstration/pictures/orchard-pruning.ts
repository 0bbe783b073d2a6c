import {
  bareTree,
  colour,
  hills,
  ladder,
  line,
  person,
  picture,
  place,
  poly,
  rect,
  stroke,
  sun,
  times,
} from './kit/index.ts';

/** A bare pear tree is pruned from the ladder. */
export function orchardPruning(): string {
  const far = [90, 250, 1010, 1140].map((x, i) => bareTree(x, 470, 190, '#9aa39f', i + 3, 3).svg).join('');
  return picture(
    '#dfe3e6',
    sun(960, 130, 56, '#f4ead2'),
    hills(420, 18, '#c9d0cc', 41),
    far,
    rect(0, 470, 1200, 205, '#b7b98f'),
    times(8, (i) => line([20 + i * 160, 500 + (i % 3) * 50, 90 + i * 160, 500 + (i % 3) * 50], '#a6a87c', 7)),
    bareTree(500, 610, 690, '#57463a', 9, 5).svg,
    ladder([840, 640], [690, 200], 84, colour.woodPale, 9),
    person({
      x: 764,
      y: 440,
      size: 1.7,
      flip: true,
      lean: 6,
      top: '#c2562d',
      bottom: colour.riverDeep,
      hat: 'knitted',
      hatColour: colour.pine,
      feet: [
        [760, 420],
        [784, 470],
      ],
      hands: [
        [584, 190],
        [700, 260],
      ],
      tilt: -12,
    }),
    place(
      584,
      190,
      poly([0, -6, -130, -30, -134, -18, -4, 10], '#8d9a9b', 3) + stroke('M0 0q26 -8 34 10', colour.straw, 17),
      { turn: 12 },
    ),
    stroke(
      'M120 620l180 -40M180 606l40 -50M240 592l60 6M80 650l210 -6M140 646l50 -36M600 640l170 -24M660 632l30 -44M700 626l60 14',
      '#57463a',
      13,
    ),
    stroke('M300 580l40 -8M290 644l50 -2M770 616l40 -6', '#57463a', 7),
  );
}
