import { colour, darker } from './palette.ts';
import { head, type HeadLook } from './head.ts';
import { disc, line, oval, path, place, type Point, poly } from './shapes.ts';

/** A person without features, moved by the places of hands and feet. Lengths are in units of which a grown person is 205 tall; `size` scales them.
 *  Hands and feet are given in the picture's own coordinates, far one first (seen from the front: the left one first). */
export type Person = HeadLook & {
  x: number;
  y: number;
  size?: number;
  flip?: boolean;
  view?: 'side' | 'front' | 'back';
  /** Degrees the trunk leans forward (from the front: to the right). */
  lean?: number;
  /** Height of the hip: 92 stands, 46 sits, 24 squats. */
  hip?: number;
  hands?: readonly [Point | undefined, Point | undefined];
  feet?: readonly [Point | undefined, Point | undefined];
  top?: string;
  bottom?: string;
  shoes?: string;
  sleeves?: 'long' | 'short';
  skirt?: boolean;
  apron?: string;
  child?: boolean;
  /** 1 or -1 turns elbows or knees to the other side. */
  elbow?: 1 | -1;
  knee?: 1 | -1;
};

/** Draws a person who stands, sits or works where asked. */
export function person(p: Person): string {
  const { size = 1, flip = false, view = 'side', lean = 0, hip = 92, child = false } = p;
  const { top = colour.river, bottom = colour.inkSoft, shoes = colour.ink, sleeves = 'long' } = p;
  const toLocal = ([px, py]: Point): Point => [((px - p.x) / size) * (flip ? -1 : 1), (py - p.y) / size];
  const side = view === 'side';
  const hipAt: Point = [0, -hip];
  const along = (up: number, out: number): Point => {
    const a = (lean * Math.PI) / 180;
    return [hipAt[0] + Math.sin(a) * up + Math.cos(a) * out, hipAt[1] - Math.cos(a) * up + Math.sin(a) * out];
  };
  const shoulders: readonly [Point, Point] = side ? [along(55, 5), along(54, -4)] : [along(54, -20), along(54, 20)];
  const hips: readonly [Point, Point] = side
    ? [
        [3, -hip],
        [-3, -hip],
      ]
    : [
        [-10, -hip],
        [10, -hip],
      ];
  const sits = hip < 80;
  const plainFeet: readonly [Point, Point] = side
    ? sits
      ? [
          [hip * 0.9 + 6, 0],
          [hip * 0.9 - 4, 0],
        ]
      : [
          [9, 0],
          [-7, 0],
        ]
    : [
        [-13, 0],
        [13, 0],
      ];
  const plainHands: readonly [Point, Point] = side
    ? [along(-15, 14), along(-16, 4)]
    : [along(-15, -32), along(-15, 32)];
  const near = 1;
  const leg = (i: 0 | 1): string => {
    const wanted = p.feet?.[i];
    const foot = wanted === undefined ? plainFeet[i] : toLocal(wanted);
    const ankle: Point = [foot[0], foot[1] - 6];
    const bend = (side ? 1 : i === 0 ? -1 : 1) * (p.knee ?? 1);
    const knee = joint(hips[i], ankle, 43.5, 43.5, bend);
    const tone = side && i !== near ? darker(bottom) : bottom;
    const toe = side ? 5 : i === 0 ? -3 : 3;
    return oval(foot[0] + toe, foot[1] - 5, side ? 14 : 11, 7, shoes) + line([hips[i], knee, ankle], tone, 19);
  };
  const arm = (i: 0 | 1): string => {
    const wanted = p.hands?.[i];
    const hand = wanted === undefined ? plainHands[i] : toLocal(wanted);
    const bend = (side ? -1 : i === 0 ? -1 : 1) * (p.elbow ?? 1);
    const elbow = joint(shoulders[i], hand, 36, 36, bend);
    const tone = side && i !== near ? darker(top) : darker(top, 0.07);
    const skin = p.skin ?? colour.skin;
    const wrist: Point = [elbow[0] + (hand[0] - elbow[0]) * 0.8, elbow[1] + (hand[1] - elbow[1]) * 0.8];
    const bare = sleeves === 'short' ? line([elbow, hand], skin, 12) : '';
    return (
      bare +
      disc(hand[0], hand[1], 8.5, skin) +
      line(sleeves === 'short' ? [shoulders[i], elbow] : [shoulders[i], elbow, wrist], tone, 16)
    );
  };
  const wide = side ? 15 : 20;
  const trunk = poly(
    [
      along(56, -wide + 3),
      along(56, wide - 3),
      along(10, wide),
      along(-8, wide + 1),
      along(-8, -wide - 1),
      along(10, -wide),
    ],
    top,
    12,
  );
  const skirt =
    p.skirt === true
      ? path(`M${-wide - 4} ${-hip - 6}H${wide + 4}L${wide + 16} ${-hip * 0.42}H${-wide - 16}Z`, bottom)
      : '';
  const apron =
    p.apron === undefined
      ? ''
      : poly(
          [
            along(40, side ? -2 : -13),
            along(40, side ? wide + 3 : 13),
            along(-30, side ? wide + 8 : 20),
            along(-30, side ? -4 : -20),
          ],
          p.apron,
          6,
        );
  const neck = line([along(56, 1), along(72, side ? 3 : 0)], darker(p.skin ?? colour.skin, 0.1), 13);
  const headAt = along(child ? 84 : 86, side ? 5 : 0);
  const face = place(headAt[0], headAt[1], head(p, view), {
    turn: lean * 0.55 + (p.tilt ?? 0),
    scale: child ? 1.24 : 1,
  });
  const body =
    side || view === 'back'
      ? [arm(0), leg(0), leg(1), skirt, neck, trunk, apron, face, arm(1)]
      : [leg(0), leg(1), skirt, neck, trunk, apron, arm(0), arm(1), face];
  if (view === 'back') body.splice(0, body.length, arm(0), arm(1), leg(0), leg(1), skirt, neck, trunk, face);
  return place(p.x, p.y, body.join(''), { scale: size, flip });
}

/** Where the elbow or knee lies between two ends, bent to the side `bend`; a limb that is too short is drawn straight. */
function joint(from: Point, to: Point, upper: number, lower: number, bend: number): Point {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const far = Math.max(1, Math.hypot(dx, dy));
  const along = (upper * upper - lower * lower + far * far) / (2 * far);
  const off = Math.sqrt(Math.max(0, upper * upper - along * along)) * bend;
  const share = far > upper + lower ? upper / (upper + lower) : along / far;
  return [from[0] + dx * share + (dy / far) * off, from[1] + dy * share - (dx / far) * off];
}
