import {
  asPoints,
  chance,
  frameHeight,
  frameWidth,
  line,
  path,
  type Point,
  type Through,
  smooth,
  stroke,
  times,
} from './shapes.ts';

/** A range of round hills down to the lower edge: its line lies about `y`, rising and falling by `swing`. */
export function hills(y: number, swing: number, fill: string, seed = 1): string {
  const next = chance(seed * 977);
  const count = 5;
  const points: Point[] = Array.from({ length: count + 3 }, (_, i) => {
    const side = i % 2 === 0 ? 1 : -1;
    return [(i - 1) * (frameWidth / count) + (next() - 0.5) * 90, y + side * swing * (0.45 + next() * 0.55)];
  });
  return path(`${smooth(points)}V${frameHeight + 10}H-300Z`, fill);
}

/** Ground from a smooth line down to the lower edge. */
export function ground(through: Through, fill: string): string {
  const points = asPoints(through);
  return path(`${smooth(points)}V${frameHeight + 10}H${(points[0] ?? [0, 0])[0]}Z`, fill);
}

/** Level ground below `y`. */
export const flat = (y: number, fill: string): string => path(`M0 ${y}H${frameWidth}V${frameHeight}H0Z`, fill);

/** Sharp mountains: each peak is [x, y] and falls to `foot` on both sides over `spread` times its height; `cap` snows its top. */
export function peaks(tops: readonly Point[], foot: number, fill: string, spread = 1, cap?: string): string {
  return tops
    .map(([x, y]) => {
      const half = (foot - y) * spread;
      const snowy = (foot - y) * 0.26;
      const top =
        cap === undefined
          ? ''
          : path(
              `M${x} ${y}L${x + snowy * spread} ${y + snowy}L${x + snowy * spread * 0.4} ${y + snowy * 0.75}L${x} ${y + snowy * 1.1}L${x - snowy * spread * 0.45} ${y + snowy * 0.72}L${x - snowy * spread} ${y + snowy}Z`,
              cap,
            );
      return path(`M${x} ${y}L${x + half} ${foot}V${frameHeight}H${x - half}V${foot}Z`, fill) + top;
    })
    .join('');
}

/** Short quiet strokes on water between two heights. */
export function ripples(
  count: number,
  from: number,
  to: number,
  tone: string,
  seed = 2,
  left = 0,
  right: number = frameWidth,
): string {
  const next = chance(seed * 31);
  return times(count, () => {
    const [x, y, long] = [left + next() * (right - left), from + next() * (to - from), 40 + next() * 70];
    return stroke(
      `M${Math.round(x - long / 2)} ${Math.round(y)}q${Math.round(long / 4)} -7 ${Math.round(long / 2)} 0t${Math.round(long / 2)} 0`,
      tone,
      4.5,
    );
  });
}

/** Tufts of grass scattered in a box. */
export function tufts(
  count: number,
  box: readonly [number, number, number, number],
  tone: string,
  seed = 4,
  tall = 20,
): string {
  const next = chance(seed * 53);
  const [left, top, wide, high] = box;
  return times(count, () => {
    const [x, y, t] = [left + next() * wide, top + next() * high, tall * (0.7 + next() * 0.6)];
    return [
      line([x, y, x - t * 0.4, y - t * 0.8], tone, 4),
      line([x, y, x, y - t], tone, 4),
      line([x, y, x + t * 0.4, y - t * 0.8], tone, 4),
    ].join('');
  });
}
