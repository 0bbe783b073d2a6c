import { colour } from './palette.ts';
import { chance, disc, frameWidth, line, path, rect, times } from './shapes.ts';

/** A plain sun. */
export const sun = (x: number, y: number, radius = 60, tone: string = colour.wheat): string => disc(x, y, radius, tone);

/** A crescent moon, open to the upper right. */
export function crescent(x: number, y: number, radius: number, tone: string = colour.wheat): string {
  const tip = radius * 0.72;
  return path(
    `M${x + tip} ${y - tip} A${radius * 1.02} ${radius * 1.02} 0 1 0 ${x + tip} ${y + tip} A${radius * 0.86} ${radius * 0.86} 0 1 1 ${x + tip} ${y - tip}Z`,
    tone,
  );
}

/** Small stars above the line `below`. */
export function stars(count: number, below: number, seed = 1, tone: string = colour.cream): string {
  const next = chance(seed);
  return times(count, () => disc(next() * frameWidth, next() * below, 2 + next() * 3.2, tone));
}

/** A flat-bottomed cloud about 260 wide at scale 1, (x, y) its lower middle. */
export function cloud(x: number, y: number, scale: number, tone: string = colour.card): string {
  const s = scale;
  return [
    rect(x - 130 * s, y - 46 * s, 260 * s, 46 * s, tone, 23 * s),
    disc(x - 42 * s, y - 52 * s, 48 * s, tone),
    disc(x + 36 * s, y - 62 * s, 62 * s, tone),
  ].join('');
}

/** Slanting rain over the whole frame, or down to `below`. */
export function rain(count: number, tone: string, seed = 3, below = 675): string {
  const next = chance(seed);
  return times(count, () => {
    const [x, y, long] = [next() * 1260, next() * below - 20, 22 + next() * 22];
    return line([x, y, x - long * 0.3, y + long], tone, 3.5);
  });
}

/** Falling snow. */
export function snow(count: number, tone: string = colour.card, seed = 5): string {
  const next = chance(seed);
  return times(count, () => disc(next() * frameWidth, next() * 660, 3 + next() * 5, tone));
}

/** A bird far away, its wings `span` wide. */
export function bird(x: number, y: number, span = 36, tone: string = colour.inkSoft): string {
  const s = span / 2;
  return path(
    `M${x - s} ${y - s * 0.35} Q${x - s * 0.4} ${y - s * 0.5} ${x} ${y} Q${x + s * 0.4} ${y - s * 0.5} ${x + s} ${y - s * 0.35} Q${x + s * 0.4} ${y - s * 0.25} ${x} ${y + s * 0.25} Q${x - s * 0.4} ${y - s * 0.25} ${x - s} ${y - s * 0.35}Z`,
    tone,
  );
}

/** Light around a lamp: two pale discs. */
export function glow(x: number, y: number, radius: number, tone: string = colour.straw): string {
  return `<g opacity="0.16">${disc(x, y, radius, tone)}</g><g opacity="0.28">${disc(x, y, radius * 0.6, tone)}</g>`;
}

/** Steam that rises from (x, y) in `count` curls. */
export function steam(x: number, y: number, tall: number, tone: string = colour.card, count = 3, gap = 46): string {
  return times(count, (i) => {
    const at = x + (i - (count - 1) / 2) * gap;
    const t = tall * (i % 2 === 0 ? 0.82 : 1);
    return `<path d="M${at} ${y} c${-t * 0.16} ${-t * 0.2} ${-t * 0.1} ${-t * 0.34} 0 ${-t * 0.5} s${t * 0.14} ${-t * 0.3} 0 ${-t * 0.5}" fill="none" stroke="${tone}" stroke-width="${t * 0.085}" stroke-linecap="round"/>`;
  });
}
