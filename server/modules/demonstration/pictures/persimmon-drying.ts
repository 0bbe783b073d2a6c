import { darker, leafShape, line, oval, path, picture, poly, rect, times } from './kit/index.ts';

/** Strings of peeled persimmons under the wooden eaves. */
export function persimmonDrying(): string {
  const fruit = (x: number, y: number, r: number, tone: string) =>
    path(
      `M${x - r} ${y}C${x - r} ${y - r * 1.05} ${x + r} ${y - r * 1.05} ${x + r} ${y}C${x + r} ${y + r * 0.7} ${x + r * 0.4} ${y + r} ${x} ${y + r * 1.06}C${x - r * 0.4} ${y + r} ${x - r} ${y + r * 0.7} ${x - r} ${y}Z`,
      tone,
    ) +
    times(4, (i) => leafShape(x, y - r * 0.72, r * 0.66, -10 + i * 66, '#6b5a32', 0.32)) +
    oval(x - r * 0.5, y + r * 0.12, r * 0.12, r * 0.34, '#f2a25c', 12);
  const tones = ['#d9702f', '#e07f37', '#c9602a'];
  return picture(
    '#f6e6cb',
    rect(0, 0, 1200, 40, '#3d2b1e'),
    poly([0, 30, 1200, 30, 1200, 96, 0, 96], '#6a4a30'),
    times(13, (i) => rect(10 + i * 98, 20, 40, 104, '#523723', 4)),
    rect(0, 118, 1200, 26, '#8a6340'),
    rect(40, 96, 60, 579, '#6a4a30'),
    rect(40, 96, 14, 579, '#7d5a3c'),
    times(8, (s) => {
      const x = 190 + s * 130;
      const count = [4, 5, 5, 3, 5, 4, 3, 5][s] ?? 4;
      return (
        line([x, 130, x, 200 + (count - 1) * 92], '#b59468', 6) +
        times(count, (i) => fruit(x + (i % 2 === 0 ? -6 : 6), 210 + i * 92, 44, tones[(s + i) % 3] ?? '#d9702f'))
      );
    }),
    rect(0, 640, 1200, 35, darker('#f6e6cb', 0.16)),
  );
}
