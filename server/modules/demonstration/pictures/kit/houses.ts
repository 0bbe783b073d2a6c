import { colour, darker } from './palette.ts';
import { disc, line, path, poly, rect, stroke, times } from './shapes.ts';

/** How a house differs from the plain one: whitewashed wall, grey tiles. */
export type HouseLook = {
  wall?: string;
  roof?: string;
  door?: string;
  window?: string;
  windows?: number;
  noDoor?: boolean;
};

/** A village house seen from its long side; (x, y) its lower left corner, `tall` without the roof. */
export function house(x: number, y: number, wide: number, tall: number, look: HouseLook = {}): string {
  const {
    wall = colour.paper,
    roof = colour.slateDark,
    door = colour.woodDark,
    window = colour.slate,
    windows = 2,
    noDoor = false,
  } = look;
  const [doorWide, pane] = [tall * 0.34, tall * 0.3];
  const middle = x + wide / 2;
  return [
    rect(x, y - tall, wide, tall, wall),
    rect(x, y - tall * 0.1, wide, tall * 0.1, darker(wall, 0.12)),
    noDoor ? '' : rect(middle - doorWide / 2, y - tall * 0.68, doorWide, tall * 0.68, door),
    times(windows, (i) => {
      const at = x + (wide * (i * 2 + 1)) / (windows * 2);
      return !noDoor && Math.abs(at - middle) < doorWide
        ? ''
        : rect(at - pane / 2, y - tall * 0.66, pane, pane, window, 3) +
            line([at, y - tall * 0.66, at, y - tall * 0.36], wall, 4, 'butt');
    }),
    tiledRoof(x - wide * 0.07, y - tall, wide * 1.14, tall * 0.46, roof),
  ].join('');
}

/** A roof with upturned eaves and rows of tiles; (x, y) its lower left corner. */
export function tiledRoof(x: number, y: number, wide: number, tall: number, tone: string = colour.slateDark): string {
  const inset = wide * 0.12;
  const rows = Math.max(4, Math.round(wide / 42));
  return [
    path(
      `M${x - wide * 0.02} ${y - tall * 0.16}Q${x + inset * 0.7} ${y - tall * 0.2} ${x + inset} ${y - tall}H${x + wide - inset}Q${x + wide - inset * 0.7} ${y - tall * 0.2} ${x + wide * 1.02} ${y - tall * 0.16}L${x + wide} ${y + tall * 0.08}H${x}Z`,
      tone,
    ),
    times(rows - 1, (i) => {
      const share = (i + 1) / rows;
      const top = x + inset + (wide - inset * 2) * share;
      return line([top, y - tall * 0.94, x + wide * share, y], darker(tone, 0.3), 4, 'butt');
    }),
    rect(x + inset - 8, y - tall - 8, wide - inset * 2 + 16, 14, darker(tone, 0.35), 6),
  ].join('');
}

/** A striped awning with a scalloped edge; (x, y) its upper left corner. */
export function awning(
  x: number,
  y: number,
  wide: number,
  tall: number,
  tone: string,
  other: string = colour.card,
  stripes = 7,
): string {
  const w = wide / stripes;
  const flare = wide * 0.06;
  return times(stripes, (i) => {
    const fill = i % 2 === 0 ? tone : other;
    const [top, low] = [x + w * i, x - flare + ((wide + flare * 2) * i) / stripes];
    const lowWide = (wide + flare * 2) / stripes;
    return (
      poly([top, y, top + w, y, low + lowWide, y + tall, low, y + tall], fill) +
      disc(low + lowWide / 2, y + tall, lowWide / 2, fill)
    );
  });
}

/** An open pavilion with a pointed roof; (x, y) the middle of its floor. */
export function pavilion(
  x: number,
  y: number,
  wide: number,
  tall: number,
  roof: string = colour.slateDark,
  post: string = colour.brick,
): string {
  const half = wide / 2;
  const eave = y - tall * 0.6;
  return [
    line([x - half * 0.78, y, x - half * 0.78, eave], post, wide * 0.035, 'butt'),
    line([x + half * 0.78, y, x + half * 0.78, eave], post, wide * 0.035, 'butt'),
    rect(x - half * 0.86, eave, half * 1.72, tall * 0.05, post),
    path(
      `M${x - half * 1.16} ${eave - tall * 0.06}Q${x - half * 0.4} ${eave - tall * 0.08} ${x} ${y - tall}Q${x + half * 0.4} ${eave - tall * 0.08} ${x + half * 1.16} ${eave - tall * 0.06}L${x + half} ${eave + tall * 0.02}H${x - half}Z`,
      roof,
    ),
    disc(x, y - tall, wide * 0.022, roof),
  ].join('');
}

/** A wall of bricks or stones; (x, y) its upper left corner. */
export function brickWall(
  x: number,
  y: number,
  wide: number,
  tall: number,
  tone: string,
  joint: string,
  high = 36,
): string {
  const rows = Math.ceil(tall / high);
  const long = high * 2.3;
  const inside = times(rows, (row) => {
    const top = y + row * high;
    const bottom = Math.min(y + tall, top + high);
    const shift = row % 2 === 0 ? 0 : long / 2;
    const count = Math.ceil((wide - shift) / long);
    return (
      stroke(`M${x} ${top}h${wide}`, joint, 3) +
      times(count, (i) =>
        shift + i * long === 0 ? '' : line([x + shift + i * long, top, x + shift + i * long, bottom], joint, 3, 'butt'),
      )
    );
  });
  return rect(x, y, wide, tall, tone) + inside;
}
