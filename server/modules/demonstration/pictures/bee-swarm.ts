import {
  basket,
  chance,
  colour,
  disc,
  leafShape,
  line,
  oval,
  path,
  picture,
  rect,
  stroke,
  times,
} from './kit/index.ts';

/** A dark swarm hangs from the plum branch above a straw basket. */
export function beeSwarm(): string {
  const next = chance(61);
  const cluster = times(230, () => {
    const [a, d] = [next() * Math.PI * 2, Math.sqrt(next())];
    const y = 300 + Math.sin(a) * d * 170;
    const wide = 128 - Math.max(0, y - 300) * 0.5;
    return oval(
      610 + Math.cos(a) * d * wide,
      y,
      12,
      8,
      ['#3a2c1c', '#5a4322', '#8a6526', '#2b2218'][Math.floor(next() * 4)] ?? '#3a2c1c',
      next() * 180,
    );
  });
  const blossom = (x: number, y: number) =>
    times(5, (i) =>
      disc(x + Math.cos((i * Math.PI * 2) / 5) * 13, y + Math.sin((i * Math.PI * 2) / 5) * 13, 11, colour.card),
    ) + disc(x, y, 7, colour.rose);
  const blossoms: readonly (readonly [number, number])[] = [
    [170, 70],
    [260, 130],
    [350, 60],
    [480, 120],
    [760, 60],
    [860, 130],
    [950, 80],
    [1040, 150],
    [1110, 60],
    [90, 150],
    [880, 30],
    [1000, 210],
  ];
  return picture(
    '#e7c9c4',
    rect(0, 600, 1200, 75, '#a9b27a'),
    stroke('M-20 40C200 140 380 60 620 110S1000 60 1220 130', colour.bark, 40),
    stroke(
      'M240 86Q200 150 90 160M420 92Q470 30 520 -10M820 96Q900 160 1010 220M700 100Q760 40 780 -10',
      colour.bark,
      18,
    ),
    times(blossoms.length, (i) => blossom(blossoms[i]?.[0] ?? 0, blossoms[i]?.[1] ?? 0)),
    times(7, (i) => leafShape(140 + i * 150, 100 + (i % 3) * 20, 50, 40 + i * 25, '#7f9a55')),
    path(
      'M610 96C700 110 752 220 738 300C722 400 650 470 612 488C574 470 500 400 484 300C470 220 520 110 610 96Z',
      '#4a3820',
    ),
    cluster,
    times(26, () => {
      const [a, d] = [next() * Math.PI * 2, 190 + next() * 190];
      return oval(610 + Math.cos(a) * d, 310 + Math.sin(a) * d * 0.66, 9, 6, '#3a2c1c', next() * 180);
    }),
    basket(610, 540, 340, 116, colour.straw, 'straw'),
    line([440, 540, 780, 540], '#b98d2c', 16),
  );
}
