import {
  bareTree,
  basket,
  colour,
  darker,
  disc,
  hills,
  line,
  path,
  persimmonFruit,
  person,
  picture,
  rect,
  times,
} from './kit/index.ts';

/** Picking day: long poles and baskets, a ribbon on the orchard gate. */
export function persimmonPickingDay(): string {
  const tree = bareTree(620, 580, 560, '#5b4334', 14, 5);
  const fruit = tree.tips
    .filter((_, i) => i % 4 !== 3)
    .map(([x, y]) => persimmonFruit(x, y + 18, 26))
    .join('');
  return picture(
    '#bcd8e6',
    hills(430, 30, '#c7d3a0', 33),
    rect(0, 510, 1200, 165, '#93ad62'),
    tree.svg,
    fruit,
    rect(60, 180, 34, 440, colour.woodDark, 4),
    rect(290, 180, 34, 440, colour.woodDark, 4),
    rect(36, 160, 312, 34, colour.wood, 6),
    path('M20 164Q192 80 364 164Z', colour.slateDark),
    path('M86 330Q192 420 298 330V356Q192 446 86 356Z', colour.persimmon),
    path('M192 392L140 350Q120 400 150 420ZM192 392L244 350Q264 400 234 420Z', colour.persimmon),
    path('M186 400L160 500L184 486L192 410L200 486L226 500L200 400Z', darker(colour.persimmon)),
    disc(192, 398, 20, darker(colour.persimmon, 0.25)),
    line([880, 440, 740, 130], colour.woodPale, 11),
    path('M716 100l40 -14l10 50q-26 20 -44 4Z', colour.cream),
    person({
      x: 920,
      y: 620,
      size: 1.6,
      flip: true,
      top: '#b8583a',
      bottom: '#34485a',
      hat: 'straw',
      hands: [
        [852, 380],
        [880, 446],
      ],
      tilt: -16,
      lean: -4,
    }),
    line([500, 470, 478, 200], colour.woodPale, 11),
    path('M456 168l44 0l2 50q-26 16 -44 0Z', colour.cream),
    person({
      x: 470,
      y: 630,
      size: 1.6,
      top: colour.river,
      bottom: '#4d5858',
      hat: 'scarf',
      hatColour: colour.straw,
      hands: [
        [494, 396],
        [500, 470],
      ],
      tilt: -14,
    }),
    basket(700, 560, 150, 80, colour.woodPale),
    times(6, (i) => persimmonFruit(642 + i * 23, 552 - (i % 2) * 14, 23)),
    basket(1070, 570, 180, 90, colour.woodPale),
    times(7, (i) => persimmonFruit(1000 + i * 24, 562 - (i % 2) * 16, 25)),
  );
}
