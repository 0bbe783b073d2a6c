import { bamboo, colour, darker, line, oval, path, picture, poly, rect, ring, stroke, times } from './kit/index.ts';

/** A game of Chinese chess on the stone table of the pavilion. */
export function villageChess(): string {
  // The board lies in perspective: column 0..8, row 0..9 from far to near.
  const at = (column: number, row: number): readonly [number, number] => {
    const depth = row / 9;
    const y = 250 + depth * depth * 60 + depth * 215;
    const half = 250 + (y - 250) * 0.42;
    return [600 + (column - 4) * (half / 4), y];
  };
  const piece = (column: number, row: number, tone: string) => {
    const [x, y] = at(column, row);
    const r = 25 + row * 1.7;
    const mark =
      tone === colour.persimmon
        ? stroke(`M${x - r * 0.36} ${y - 12}h${r * 0.72}M${x} ${y - 26}v24`, tone, 6)
        : stroke(`M${x - r * 0.3} ${y - 22}l${r * 0.6} 16M${x + r * 0.3} ${y - 22}l${-r * 0.6} 16`, tone, 6);
    return (
      oval(x, y + 2, r, r * 0.66, '#9a7442') +
      oval(x, y - 12, r, r * 0.66, '#efd9ab') +
      `<g transform="translate(${x} ${y - 12}) scale(1 .66) translate(${-x} ${-(y - 12)})">${ring(x, y - 12, r * 0.72, tone, 4)}</g>` +
      mark
    );
  };
  const red: readonly (readonly [number, number])[] = [
    [4, 9],
    [3, 9],
    [1, 7],
    [0, 6],
    [4, 5],
    [8, 9],
    [6, 6],
  ];
  const black: readonly (readonly [number, number])[] = [
    [4, 0],
    [5, 0],
    [7, 2],
    [2, 3],
    [6, 3],
    [0, 0],
    [4, 3],
    [8, 3],
  ];
  const all = [
    ...red.map(([c, r]) => [c, r, colour.persimmon] as const),
    ...black.map(([c, r]) => [c, r, colour.ink] as const),
  ].toSorted((a, b) => a[1] - b[1]);
  return picture(
    '#cfe0b8',
    bamboo(200, 560, 700, '#8fb566', 24, 2),
    bamboo(320, 520, 700, '#a3c27d', 18, 8),
    bamboo(1010, 560, 700, '#8fb566', 24, 5),
    bamboo(900, 520, 700, '#a3c27d', 18, 9),
    path('M-20 -20H1220V20Q900 60 600 66T-20 20Z', colour.slateDark),
    path('M-20 20Q300 60 600 66T1220 20V60Q900 100 600 104T-20 60Z', colour.brick),
    rect(60, 50, 50, 640, colour.brick),
    rect(1090, 50, 50, 640, colour.brick),
    path('M0 560Q600 530 1200 560V675H0Z', '#b3ae94'),
    oval(600, 470, 480, 190, darker(colour.stone, 0.25)),
    oval(600, 446, 480, 190, colour.stonePale),
    poly([at(-0.6, -0.5), at(8.6, -0.5), at(8.7, 9.3), at(-0.7, 9.3)], '#d9b374', 8),
    times(10, (row) => line([at(0, row), at(8, row)], '#7a5a2c', 4)),
    times(9, (c) => line([at(c, 0), at(c, 4)], '#7a5a2c', 4) + line([at(c, 5), at(c, 9)], '#7a5a2c', 4)),
    line([at(0, 4), at(0, 5)], '#7a5a2c', 4),
    line([at(8, 4), at(8, 5)], '#7a5a2c', 4),
    all.map(([c, r, tone]) => piece(c, r, tone)).join(''),
  );
}
