import { colour, darker, lighter } from './palette.ts';
import { disc, line, oval, path, type Point, poly, rect, ring, stroke, times, within } from './shapes.ts';

/** A ladder between two middles, `wide` across. */
export function ladder(foot: Point, head: Point, wide: number, tone: string = colour.wood, rungs = 8): string {
  const [dx, dy] = [head[0] - foot[0], head[1] - foot[1]];
  const long = Math.hypot(dx, dy);
  const [ox, oy] = [(-dy / long) * (wide / 2), (dx / long) * (wide / 2)];
  const rung = (i: number) => {
    const share = (i + 0.6) / rungs;
    const [x, y] = [foot[0] + dx * share, foot[1] + dy * share];
    return line([x - ox, y - oy, x + ox, y + oy], darker(tone, 0.12), wide * 0.13);
  };
  return (
    times(rungs, rung) +
    line([foot[0] - ox, foot[1] - oy, head[0] - ox, head[1] - oy], tone, wide * 0.17) +
    line([foot[0] + ox, foot[1] + oy, head[0] + ox, head[1] + oy], tone, wide * 0.17)
  );
}

/** A woven basket seen from the side; (x, y) the middle of its rim. */
export function basket(
  x: number,
  y: number,
  wide: number,
  tall: number,
  tone: string = colour.woodPale,
  name = `basket${Math.round(x)}`,
): string {
  const half = wide / 2;
  const body = `M${x - half} ${y}L${x - half * 0.78} ${y + tall}Q${x} ${y + tall * 1.1} ${x + half * 0.78} ${y + tall}L${x + half} ${y}Z`;
  const cell = Math.max(16, wide / 11);
  const rows = Math.ceil((tall * 1.1) / (cell * 0.55));
  const weave = times(rows, (row) =>
    times(13, (i) =>
      rect(
        x - half + i * cell * 1.1 + (row % 2 === 0 ? 0 : cell * 0.55),
        y + row * cell * 0.55,
        cell * 0.6,
        cell * 0.34,
        darker(tone, 0.2),
        cell * 0.12,
      ),
    ),
  );
  return (
    path(body, tone) +
    within(name, body, weave) +
    rect(x - half - 6, y - wide * 0.035, wide + 12, wide * 0.08, darker(tone, 0.3), wide * 0.04)
  );
}

/** A flat round tray of bamboo seen from above or, with `tall` smaller than `wide`, aslant. */
export function tray(
  x: number,
  y: number,
  wide: number,
  tall: number,
  tone: string = colour.woodPale,
  name = `tray${Math.round(x)}`,
): string {
  const [rx, ry] = [wide / 2, tall / 2];
  const inner = `M${x - rx * 0.92} ${y}a${rx * 0.92} ${ry * 0.92} 0 1 0 ${rx * 1.84} 0a${rx * 0.92} ${ry * 0.92} 0 1 0 ${-rx * 1.84} 0Z`;
  const gap = wide / 16;
  const lines =
    times(34, (i) => line([x - wide + i * gap, y - ry, x - wide + i * gap + tall, y + ry], darker(tone, 0.1), 3)) +
    times(34, (i) => line([x + wide - i * gap, y - ry, x + wide - i * gap - tall, y + ry], darker(tone, 0.1), 3));
  return (
    oval(x, y + tall * 0.03, rx, ry, darker(tone, 0.42)) +
    oval(x, y, rx, ry, darker(tone, 0.22)) +
    path(inner, lighter(tone, 0.2)) +
    within(name, inner, lines)
  );
}

/** A bucket; (x, y) the middle of its rim. */
export function bucket(
  x: number,
  y: number,
  wide: number,
  tall: number,
  tone: string,
  inside?: string,
  handle = true,
): string {
  const half = wide / 2;
  return [
    handle
      ? stroke(
          `M${x - half * 0.96} ${y}C${x - half * 0.8} ${y - tall * 0.75} ${x + half * 0.8} ${y - tall * 0.75} ${x + half * 0.96} ${y}`,
          colour.slateDark,
          Math.max(4, wide * 0.04),
        )
      : '',
    path(
      `M${x - half} ${y}L${x - half * 0.76} ${y + tall}Q${x} ${y + tall * 1.12} ${x + half * 0.76} ${y + tall}L${x + half} ${y}Z`,
      tone,
    ),
    oval(x, y, half, wide * 0.13, darker(tone, 0.35)),
    oval(x, y + wide * 0.02, half * 0.88, wide * 0.095, inside ?? darker(tone, 0.55)),
  ].join('');
}

/** A stool with a plank seat; (x, y) the middle of its seat's upper edge. */
export function stool(x: number, y: number, wide: number, tall: number, tone: string = colour.wood): string {
  return [
    line([x - wide * 0.32, y + 8, x - wide * 0.44, y + tall], darker(tone, 0.15), wide * 0.1, 'butt'),
    line([x + wide * 0.32, y + 8, x + wide * 0.44, y + tall], darker(tone, 0.15), wide * 0.1, 'butt'),
    line([x - wide * 0.37, y + tall * 0.6, x + wide * 0.37, y + tall * 0.6], darker(tone, 0.22), wide * 0.07, 'butt'),
    rect(x - wide / 2, y, wide, Math.max(10, wide * 0.12), tone, 4),
  ].join('');
}

/** A chair with a straight back, facing right; (x, y) the middle of its seat's upper edge. */
export function chair(x: number, y: number, size: number, tone: string = colour.wood, flip = false): string {
  const f = flip ? -1 : 1;
  const w = size * 0.13;
  return [
    line([x - f * size * 0.44, y - size * 1.05, x - f * size * 0.46, y + size], darker(tone, 0.12), w),
    line([x + f * size * 0.42, y + 6, x + f * size * 0.44, y + size], darker(tone, 0.12), w),
    line([x - f * size * 0.44, y - size * 0.95, x - f * size * 0.44, y - size * 0.5], tone, w * 1.8),
    rect(x - size / 2, y, size, size * 0.15, tone, 5),
  ].join('');
}

/** A round paper lantern hanging from (x, y). */
export function lantern(x: number, y: number, size: number, tone: string = colour.apricot): string {
  return [
    line([x, y, x, y + size * 0.3], colour.bark, 4),
    oval(x, y + size * 0.75, size * 0.42, size * 0.46, tone),
    rect(x - size * 0.18, y + size * 0.26, size * 0.36, size * 0.08, colour.bark, 3),
    rect(x - size * 0.18, y + size * 1.16, size * 0.36, size * 0.08, colour.bark, 3),
    oval(x, y + size * 0.75, size * 0.2, size * 0.45, lighter(tone, 0.35)),
  ].join('');
}

/** A traffic cone; (x, y) the middle of its foot. */
export function cone(x: number, y: number, tall: number, tone: string = colour.orange): string {
  const half = tall * 0.3;
  return (
    rect(x - half * 1.25, y - tall * 0.08, half * 2.5, tall * 0.1, darker(tone, 0.2), 4) +
    poly(
      [
        x - half * 0.86,
        y - tall * 0.08,
        x + half * 0.86,
        y - tall * 0.08,
        x + half * 0.16,
        y - tall,
        x - half * 0.16,
        y - tall,
      ],
      tone,
    ) +
    poly(
      [
        x - half * 0.62,
        y - tall * 0.34,
        x + half * 0.62,
        y - tall * 0.34,
        x + half * 0.43,
        y - tall * 0.6,
        x - half * 0.43,
        y - tall * 0.6,
      ],
      colour.card,
    )
  );
}

/** A wheel with spokes. */
export function spokedWheel(
  x: number,
  y: number,
  r: number,
  tyre: string = colour.ink,
  spoke: string = colour.slate,
  count = 12,
): string {
  return (
    times(count, (i) =>
      line(
        [x, y, x + Math.cos((i * Math.PI * 2) / count) * r, y + Math.sin((i * Math.PI * 2) / count) * r],
        spoke,
        Math.max(2, r * 0.025),
      ),
    ) +
    ring(x, y, r * 0.93, colour.stone, r * 0.05) +
    ring(x, y, r, tyre, r * 0.11) +
    disc(x, y, r * 0.1, colour.slateDark)
  );
}

/** A car's or bus's wheel. */
export const wheel = (x: number, y: number, r: number): string =>
  disc(x, y, r, colour.ink) + disc(x, y, r * 0.5, colour.stone) + disc(x, y, r * 0.18, colour.slateDark);

/** A bowl seen from the side; (x, y) the middle of its rim. */
export function bowl(
  x: number,
  y: number,
  wide: number,
  tall: number,
  tone: string,
  inside: string = darker(tone, 0.3),
): string {
  const half = wide / 2;
  return (
    rect(x - half * 0.36, y + tall * 0.9, half * 0.72, tall * 0.16, darker(tone, 0.15), 3) +
    path(
      `M${x - half} ${y}C${x - half * 0.9} ${y + tall * 0.7} ${x - half * 0.5} ${y + tall} ${x} ${y + tall}S${x + half * 0.9} ${y + tall * 0.7} ${x + half} ${y}Z`,
      tone,
    ) +
    oval(x, y, half, wide * 0.1, lighter(tone, 0.3)) +
    oval(x, y + wide * 0.008, half * 0.92, wide * 0.08, inside)
  );
}

/** A teapot with its spout to the right; (x, y) the middle of its belly. */
export function teapot(x: number, y: number, r: number, tone: string): string {
  return [
    stroke(
      `M${x - r * 0.8} ${y - r * 0.45}C${x - r * 1.9} ${y - r * 0.7} ${x - r * 1.8} ${y + r * 0.7} ${x - r * 0.75} ${y + r * 0.4}`,
      darker(tone, 0.12),
      r * 0.2,
    ),
    path(
      `M${x + r * 0.6} ${y + r * 0.35}C${x + r * 1.3} ${y + r * 0.2} ${x + r * 1.2} ${y - r * 0.4} ${x + r * 1.62} ${y - r * 0.7}L${x + r * 1.84} ${y - r * 0.56}C${x + r * 1.6} ${y - r * 0.1} ${x + r * 1.6} ${y + r * 0.6} ${x + r * 0.5} ${y + r * 0.7}Z`,
      tone,
    ),
    oval(x, y + r * 0.05, r * 1.02, r * 0.86, tone),
    rect(x - r * 0.5, y + r * 0.76, r, r * 0.16, darker(tone, 0.2), 4),
    path(`M${x - r * 0.56} ${y - r * 0.66}Q${x} ${y - r * 1.06} ${x + r * 0.56} ${y - r * 0.66}Z`, darker(tone, 0.2)),
    disc(x, y - r * 0.96, r * 0.14, darker(tone, 0.2)),
  ].join('');
}

/** A folded or spread sheet with lines of unreadable writing. */
export function sheet(
  x: number,
  y: number,
  wide: number,
  tall: number,
  rows: number,
  tone: string = colour.card,
  mark: string = colour.stone,
): string {
  const gap = tall / (rows + 1.4);
  return (
    rect(x, y, wide, tall, tone, 4) +
    times(rows, (i) =>
      rect(
        x + wide * 0.12,
        y + gap * (i + 1),
        wide * (i === rows - 1 ? 0.46 : 0.76 - (i % 3) * 0.05),
        Math.max(3, gap * 0.24),
        mark,
        2,
      ),
    )
  );
}

/** A cloth of checks in the outline `d`, within the box given. */
export function checked(
  name: string,
  d: string,
  box: readonly [number, number, number, number],
  tone: string,
  other: string,
  cell = 48,
): string {
  const [x, y, wide, tall] = box;
  const [columns, rows] = [Math.ceil(wide / cell), Math.ceil(tall / cell)];
  const half =
    times(columns, (i) => (i % 2 === 0 ? `<g opacity="0.5">${rect(x + i * cell, y, cell, tall, other)}</g>` : '')) +
    times(rows, (i) => (i % 2 === 0 ? `<g opacity="0.5">${rect(x, y + i * cell, wide, cell, other)}</g>` : ''));
  return path(d, tone) + within(name, d, half);
}
