/** Kilometres east and north. */
export type Spot = readonly [number, number];

const [narrowest, widest] = [280, 800];
const [least, most] = [300, 520];
const margin = 48;

/** How kilometres become units of a drawing as wide as there is room, from 280 to 800, so that words and circles keep their size on a phone: north is up, both ways the same scale, all spots inside with a margin. Undefined where no spot is known. Landmarks outside of it are left out. */
export function drawingOf<Landmark extends { readonly at: Spot }>(
  spots: readonly Spot[],
  landmarks: readonly Landmark[],
  room: number = widest,
): Drawing<Landmark> | undefined {
  if (spots.length === 0) return undefined;
  const width = Math.min(widest, Math.max(narrowest, room));
  const [xs, ys] = [spots.map(([x]) => x), spots.map(([, y]) => y)];
  const [west, east, south, north] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  // A single village is drawn as if it were two kilometres wide.
  const across = Math.max(east - west, 2);
  const upward = Math.max(north - south, 1);
  const unit = Math.min((width - 2 * margin) / across, (most - 2 * margin) / upward);
  const height = Math.max(least, upward * unit + 2 * margin);
  const x = ([east_]: Spot): number => width / 2 + (east_ - (west + east) / 2) * unit;
  const y = ([, north_]: Spot): number => height / 2 - (north_ - (south + north) / 2) * unit;
  const isInside = ({ at }: Landmark): boolean => x(at) > 24 && x(at) < width - 24 && y(at) > 12 && y(at) < height - 12;
  return {
    width,
    height,
    x,
    y,
    length: (km) => km * unit,
    landmarks: landmarks.filter(isInside),
    scaleKm: [50, 20, 10, 5, 2, 1].find((km) => km * unit <= width / 5) ?? 1,
  };
}

/** The same points, those that would lie on one another moved apart until each is `least` from every other, as little as it takes. */
export function apart(points: readonly Spot[], least: number): Spot[] {
  const moved = points.map(([x, y]): [number, number] => [x, y]);
  for (let round = 0; round < 100; round += 1) {
    let isStill = true;
    for (const [at, one] of moved.entries())
      for (const other of moved.slice(at + 1)) {
        const [dx, dy] = [other[0] - one[0], other[1] - one[1]];
        const distance = Math.hypot(dx, dy);
        if (distance >= least) continue;
        isStill = false;
        // Two at the very same point go east and west.
        const [ux, uy] = distance < 0.01 ? [1, 0] : [dx / distance, dy / distance];
        const push = (least - distance) / 2 + 0.05;
        one[0] -= ux * push;
        one[1] -= uy * push;
        other[0] += ux * push;
        other[1] += uy * push;
      }
    if (isStill) break;
  }
  return moved;
}

/** A name with how much room its words take, at the point that it names. */
export interface PlaceName {
  readonly at: Spot;
  readonly width: number;
}

const nameHeight = 18;

/** Where names are written (the middle of their words) so that circles of this radius and other names leave them to be read: below the place if that is free, else above, at its sides, or further off; where nothing is, wherever least is covered. */
export function namesBeside(
  names: readonly PlaceName[],
  circles: readonly Spot[],
  radius: number,
  room: number,
): Spot[] {
  const written: Box[] = [];
  return names.map(({ at: [x, y], width }) => {
    const [down, aside] = [radius + nameHeight / 2 + 3, radius + width / 2 + 5];
    const ways: Spot[] = [
      [0, down],
      [0, -down],
      [aside, 0],
      [-aside, 0],
      [0, 2 * down],
      [0, -2 * down],
    ];
    const boxes = ways.map(([dx, dy]): Box => ({ x: x + dx, y: y + dy, width, height: nameHeight }));
    const [best = boxes[0]] = boxes
      .filter((box) => box.x >= width / 2 && box.x <= room - width / 2)
      .map((box) => ({ box, covered: coveredOf(box, circles, radius, written) }))
      .toSorted((one, other) => one.covered - other.covered)
      .map(({ box }) => box);
    if (best) written.push(best);
    return best ? [best.x, best.y] : [x, y];
  });
}

/** `x` and `y` are its middle. */
interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const coveredOf = (box: Box, circles: readonly Spot[], radius: number, written: readonly Box[]): number =>
  circles.filter(
    ([x, y]) => Math.abs(x - box.x) < radius + box.width / 2 && Math.abs(y - box.y) < radius + box.height / 2,
  ).length +
  written.filter(
    (one) =>
      Math.abs(one.x - box.x) < (one.width + box.width) / 2 && Math.abs(one.y - box.y) < (one.height + box.height) / 2,
  ).length;

interface Drawing<Landmark> {
  readonly width: number;
  readonly height: number;
  readonly x: (spot: Spot) => number;
  readonly y: (spot: Spot) => number;
  readonly length: (km: number) => number;
  readonly landmarks: readonly Landmark[];
  /** How many kilometres the bar in the corner stands for. */
  readonly scaleKm: number;
}
