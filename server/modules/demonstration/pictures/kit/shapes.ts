/** A place in the picture: x from the left, y from the top, in a frame of 1200 × 675. */
export type Point = readonly [number, number];

/** Points one after the other, or their numbers alone: x, y, x, y and so on. */
export type Through = readonly Point[] | readonly number[];

export const frameWidth = 1200;
export const frameHeight = 675;

const n = (value: number): string => String(Math.round(value * 10) / 10);

/** A whole picture on a plain ground. */
export function picture(ground: string, ...parts: readonly string[]): string {
  const size = `width="${frameWidth}" height="${frameHeight}" viewBox="0 0 ${frameWidth} ${frameHeight}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${rect(0, 0, frameWidth, frameHeight, ground)}${parts.join('')}</svg>`;
}

/** A box from its upper left corner, with corners rounded by `round`. */
export function rect(x: number, y: number, width: number, height: number, fill: string, round = 0): string {
  return `<rect x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}" rx="${n(round)}" fill="${fill}"/>`;
}

/** A filled disc. */
export function disc(x: number, y: number, radius: number, fill: string): string {
  return `<circle cx="${n(x)}" cy="${n(y)}" r="${n(radius)}" fill="${fill}"/>`;
}

/** An ellipse, turned by `turn` degrees about its middle. */
export function oval(x: number, y: number, rx: number, ry: number, fill: string, turn = 0): string {
  const turned = turn === 0 ? '' : ` transform="rotate(${n(turn)} ${n(x)} ${n(y)})"`;
  return `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(rx)}" ry="${n(ry)}" fill="${fill}"${turned}/>`;
}

/** A circle's line only. */
export function ring(x: number, y: number, radius: number, stroke: string, width: number): string {
  return `<circle cx="${n(x)}" cy="${n(y)}" r="${n(radius)}" fill="none" stroke="${stroke}" stroke-width="${n(width)}"/>`;
}

/** A filled outline given in SVG path words. */
export const path = (d: string, fill: string): string => `<path d="${d}" fill="${fill}"/>`;

/** A filled polygon; `soft` rounds its corners. */
export function poly(points: Through, fill: string, soft = 0): string {
  const edge = soft === 0 ? '' : ` stroke="${fill}" stroke-width="${n(soft)}" stroke-linejoin="round"`;
  return `<polygon points="${pairs(points)}" fill="${fill}"${edge}/>`;
}

/** A line through points, with round ends unless `cap` says otherwise. */
export function line(points: Through, stroke: string, width: number, cap: 'round' | 'butt' = 'round'): string {
  const through = pairs(points);
  return `<polyline points="${through}" fill="none" stroke="${stroke}" stroke-width="${n(width)}" stroke-linecap="${cap}" stroke-linejoin="round"/>`;
}

/** A stroked path in SVG path words; `dash` as in stroke-dasharray. */
export function stroke(d: string, tone: string, width: number, dash = ''): string {
  const dashed = dash === '' ? '' : ` stroke-dasharray="${dash}"`;
  return `<path d="${d}" fill="none" stroke="${tone}" stroke-width="${n(width)}" stroke-linecap="round" stroke-linejoin="round"${dashed}/>`;
}

const pairs = (through: Through): string =>
  asPoints(through)
    .map(([x, y]) => `${n(x)},${n(y)}`)
    .join(' ');

/** The same as points. */
export function asPoints(through: Through): readonly Point[] {
  const points: Point[] = [];
  let x: number | undefined;
  for (const item of through) {
    if (typeof item !== 'number') points.push(item);
    else if (x === undefined) x = item;
    else {
      points.push([x, item]);
      x = undefined;
    }
  }
  return points;
}

/** Path words for a smooth line through points. */
export function smooth(points: readonly Point[]): string {
  const at = (index: number): Point => points[Math.max(0, Math.min(points.length - 1, index))] ?? [0, 0];
  let d = `M${n(at(0)[0])} ${n(at(0)[1])}`;
  for (let i = 0; i < points.length - 1; i += 1) {
    const [before, from, to, after]: readonly [Point, Point, Point, Point] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    const lead: Point = [from[0] + (to[0] - before[0]) / 6, from[1] + (to[1] - before[1]) / 6];
    const trail: Point = [to[0] - (after[0] - from[0]) / 6, to[1] - (after[1] - from[1]) / 6];
    d += `C${[...lead, ...trail, ...to].map(n).join(' ')}`;
  }
  return d;
}

/** Everything inside, moved so that its own origin lies at (x, y); then scaled, turned (degrees), mirrored. */
export function place(
  x: number,
  y: number,
  content: string,
  how: { scale?: number; turn?: number; flip?: boolean } = {},
): string {
  const { scale = 1, turn = 0, flip = false } = how;
  return `<g transform="translate(${n(x)} ${n(y)}) rotate(${n(turn)}) scale(${flip ? -scale : scale} ${scale})">${content}</g>`;
}

/** Everything inside, evenly see-through (0 to 1). */
export const faint = (opacity: number, ...content: readonly string[]): string =>
  `<g opacity="${opacity}">${content.join('')}</g>`;

/** `content` seen only inside the outline `d`; `name` must be unique within the picture. */
export function within(name: string, d: string, ...content: readonly string[]): string {
  return `<clipPath id="${name}"><path d="${d}"/></clipPath><g clip-path="url(#${name})">${content.join('')}</g>`;
}

/** Draws `count` times, giving each its number from 0. */
export function times(count: number, draw: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => draw(index)).join('');
}

/** A repeatable source of numbers from 0 to 1, so that a picture is the same each time it is drawn. */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
