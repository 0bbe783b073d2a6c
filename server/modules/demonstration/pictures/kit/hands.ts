import { colour, darker } from './palette.ts';
import { line, path, place, type Point, rect, times } from './shapes.ts';

/** A big hand from above, fingers pointing up, wrist at (x, y); about 230 long at scale 1. `curl` shortens the fingers; `flip` makes it the other hand. */
export function bigHand(
  x: number,
  y: number,
  scale: number,
  look: { skin?: string; sleeve?: string; turn?: number; flip?: boolean; curl?: number; thumb?: Point } = {},
): string {
  const { skin = colour.skin, sleeve = colour.river, turn = 0, flip = false, curl = 0, thumb = [-78, -128] } = look;
  const reach = 1 - curl * 0.5;
  const tips: readonly Point[] = [
    [-36, -112 - 96 * reach],
    [-10, -116 - 112 * reach],
    [17, -114 - 100 * reach],
    [42, -106 - 74 * reach],
  ];
  const roots: readonly Point[] = [
    [-32, -100],
    [-10, -104],
    [13, -102],
    [34, -96],
  ];
  const fingers = tips.map((tip, i) => line([roots[i] ?? tip, tip], skin, 25)).join('');
  const gaps = times(3, (i) => line([-21 + i * 23, -118, -22 + i * 24, -132 - 40 * reach], darker(skin, 0.2), 3.5));
  const content = [
    line([[-24, -46], [(thumb[0] - 46) / 2, -78], thumb], skin, 28),
    fingers,
    path('M-46 -104Q-46 -118 -32 -118H36Q48 -116 48 -100L40 -30Q38 0 24 10H-22Q-36 2 -40 -30Z', skin),
    gaps,
    rect(-34, -6, 68, 190, sleeve, 10),
    rect(-40, -10, 80, 30, darker(sleeve, 0.2), 8),
  ].join('');
  return place(x, y, content, { scale, turn, flip });
}
