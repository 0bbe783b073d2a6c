import { colour, darker } from './palette.ts';
import { chance, disc, line, oval, path, type Point, stroke, times } from './shapes.ts';

/** A tree with a round head; (x, y) is the foot of its trunk, `tall` its whole height. */
export function roundTree(
  x: number,
  y: number,
  tall: number,
  leaves: string = colour.moss,
  trunk: string = colour.bark,
): string {
  const r = tall * 0.3;
  return [
    path(
      `M${x - tall * 0.045} ${y}L${x - tall * 0.025} ${y - tall * 0.5}H${x + tall * 0.025}L${x + tall * 0.045} ${y}Z`,
      trunk,
    ),
    disc(x - r * 0.62, y - tall * 0.56, r * 0.78, leaves),
    disc(x + r * 0.66, y - tall * 0.54, r * 0.74, leaves),
    disc(x, y - tall * 0.7, r, leaves),
  ].join('');
}

/** A fir in three tiers. */
export function fir(
  x: number,
  y: number,
  tall: number,
  leaves: string = colour.pine,
  trunk: string = colour.bark,
): string {
  const tier = (top: number, bottom: number, half: number) =>
    path(`M${x} ${y - tall * top}L${x + tall * half} ${y - tall * bottom}H${x - tall * half}Z`, leaves);
  return (
    line([x, y, x, y - tall * 0.3], trunk, tall * 0.06, 'butt') +
    tier(0.62, 0.14, 0.27) +
    tier(0.82, 0.38, 0.21) +
    tier(1, 0.62, 0.15)
  );
}

/** A poplar or cypress: one tall leaf. */
export function poplar(
  x: number,
  y: number,
  tall: number,
  leaves: string = colour.fern,
  trunk: string = colour.bark,
): string {
  return (
    line([x, y, x, y - tall * 0.4], trunk, tall * 0.05, 'butt') +
    oval(x, y - tall * 0.56, tall * 0.14, tall * 0.44, leaves)
  );
}

/** A leafless tree, and the ends of its twigs, on which fruit may hang. */
export function bareTree(
  x: number,
  y: number,
  tall: number,
  tone: string = colour.bark,
  seed = 1,
  depth = 4,
): { svg: string; tips: Point[] } {
  const next = chance(seed * 7919);
  const tips: Point[] = [];
  const grow = (from: Point, angle: number, long: number, width: number, left: number): string => {
    const to: Point = [from[0] + Math.sin(angle) * long, from[1] - Math.cos(angle) * long];
    const limb = line([from, to], tone, width);
    if (left === 0) {
      tips.push(to);
      return limb;
    }
    const spread = 0.42 + next() * 0.25;
    const second =
      grow(to, angle - spread, long * (0.66 + next() * 0.16), width * 0.62, left - 1) +
      grow(to, angle + spread, long * (0.66 + next() * 0.16), width * 0.62, left - 1);
    return limb + second;
  };
  return { svg: grow([x, y], (next() - 0.5) * 0.12, tall * 0.32, tall * 0.075, depth), tips };
}

/** A willow whose branches hang to the right and left. */
export function willow(
  x: number,
  y: number,
  tall: number,
  leaves: string = colour.leaf,
  trunk: string = colour.bark,
): string {
  const crown = y - tall * 0.82;
  return [
    stroke(
      `M${x} ${y}C${x - tall * 0.06} ${y - tall * 0.3} ${x + tall * 0.05} ${y - tall * 0.5} ${x} ${crown + tall * 0.1}`,
      trunk,
      tall * 0.07,
    ),
    oval(x, crown + tall * 0.04, tall * 0.34, tall * 0.18, leaves),
    times(11, (i) => {
      const at = x + (i - 5) * tall * 0.066;
      const drop = tall * (0.42 + (i % 3) * 0.09);
      return stroke(
        `M${at} ${crown}q${(i - 5) * tall * 0.016} ${drop * 0.5} ${(i - 5) * tall * 0.008} ${drop}`,
        i % 2 === 0 ? leaves : darker(leaves, 0.12),
        tall * 0.034,
      );
    }),
  ].join('');
}

/** One stem of bamboo with joints and a few leaves. */
export function bamboo(x: number, y: number, tall: number, tone: string = colour.leaf, width = 18, seed = 1): string {
  const next = chance(seed * 101);
  const joints = Math.max(3, Math.round(tall / 90));
  const stem =
    line([x, y, x, y - tall], tone, width, 'butt') +
    times(joints, (i) =>
      line(
        [x - width * 0.6, y - (tall * (i + 0.5)) / joints, x + width * 0.6, y - (tall * (i + 0.5)) / joints],
        darker(tone, 0.25),
        4,
      ),
    );
  const leaves = times(joints, (i) => {
    const [side, at] = [next() > 0.5 ? 1 : -1, y - (tall * (i + 0.5)) / joints];
    return leafShape(x, at, 62 + next() * 26, side > 0 ? 25 + next() * 25 : 130 + next() * 25, darker(tone, 0.12));
  });
  return stem + leaves;
}

/** One pointed leaf from (x, y), `long`, pointing `turn` degrees clockwise from the right. */
export function leafShape(x: number, y: number, long: number, turn: number, tone: string, fat = 0.22): string {
  const w = long * fat;
  return `<path transform="translate(${x.toFixed(1)} ${y.toFixed(1)}) rotate(${turn.toFixed(1)})" d="M0 0C${long * 0.3} ${-w} ${long * 0.7} ${-w} ${long} 0C${long * 0.7} ${w} ${long * 0.3} ${w} 0 0Z" fill="${tone}"/>`;
}

/** A low round bush. */
export function bush(x: number, y: number, wide: number, tone: string = colour.moss): string {
  return path(
    `M${x - wide / 2} ${y}a${wide * 0.25} ${wide * 0.27} 0 0 1 ${wide * 0.22} ${-wide * 0.26}a${wide * 0.26} ${wide * 0.26} 0 0 1 ${wide * 0.46} ${-wide * 0.03}a${wide * 0.2} ${wide * 0.25} 0 0 1 ${wide * 0.32} ${wide * 0.29}Z`,
    tone,
  );
}

/** A head of cabbage seen from the side. */
export function cabbage(x: number, y: number, size: number, tone: string = colour.leaf): string {
  const pale = colour.spring;
  return [
    leafShape(x, y, size, 205, darker(tone, 0.15), 0.34),
    leafShape(x, y, size, -25, darker(tone, 0.15), 0.34),
    leafShape(x, y, size * 1.02, 235, tone, 0.36),
    leafShape(x, y, size * 1.02, -55, tone, 0.36),
    disc(x, y - size * 0.42, size * 0.42, pale),
    stroke(
      `M${x} ${y - size * 0.08}v${-size * 0.6}M${x} ${y - size * 0.35}l${-size * 0.2} ${-size * 0.22}M${x} ${y - size * 0.35}l${size * 0.2} ${-size * 0.22}`,
      tone,
      size * 0.05,
    ),
  ].join('');
}

/** A persimmon with its four-leaved cap; (x, y) its middle. */
export function persimmonFruit(x: number, y: number, r: number, tone: string = colour.orange): string {
  const cap = times(4, (i) => leafShape(x, y - r * 0.7, r * 0.72, i * 60 - 0, colour.moss, 0.3));
  return oval(x, y, r * 1.06, r * 0.92, tone) + cap + line([x, y - r * 0.7, x, y - r * 1.15], colour.bark, r * 0.16);
}
