import { bigHand, colour, oval, picture, rect, times } from './kit/index.ts';

/** Two hands move the beads of a large abacus. */
export function abacusClub(): string {
  const rods = 9;
  const bead = (x: number, y: number) => oval(x, y, 44, 21, '#7b3f24') + oval(x, y - 4, 30, 9, '#98573a');
  const down = [1, 3, 0, 4, 2, 0, 1, 3, 2];
  return picture(
    '#2e6c56',
    rect(80, 40, 1040, 520, '#4a2f1d', 16),
    rect(116, 76, 968, 448, '#e9d7b0', 6),
    times(rods, (i) => {
      const x = 170 + i * 107;
      const up = down[i] ?? 0;
      return (
        rect(x - 4, 76, 8, 448, colour.wood) +
        times(2, (k) => bead(x, k === 0 ? 100 : i % 3 === 0 ? 196 : 144)) +
        times(5, (k) => bead(x, k < up ? 272 + k * 43 : 502 - (4 - k) * 43))
      );
    }),
    rect(100, 222, 1000, 26, '#4a2f1d'),
    bigHand(430, 610, 1.25, {
      turn: 8,
      skin: colour.skin,
      sleeve: colour.persimmon,
      curl: 0.5,
      thumb: [74, -150],
      flip: false,
    }),
    bigHand(860, 620, 1.25, {
      turn: -10,
      skin: colour.skin,
      sleeve: colour.persimmon,
      curl: 0.4,
      thumb: [74, -150],
      flip: true,
    }),
  );
}
