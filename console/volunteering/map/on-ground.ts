import type { Degrees } from '../../kit/degrees.ts';
import type { Spot } from './map-drawing.ts';

/** Degrees of longitude and latitude, in the order of GeoJSON (RFC 7946 §3.1.1). */
export type Position = [number, number];

const kilometresADegree = 111.195;

/** Where a spot lies whose kilometres are counted from `origin`. A county is taken as flat: at 50 km it is off by less than the breadth of a village. */
export const positionOf = ({ latitude, longitude }: Degrees, [east, north]: Spot): Position => [
  longitude + east / (kilometresADegree * Math.cos((latitude * Math.PI) / 180)),
  latitude + north / kilometresADegree,
];

/** The line around everything within so many kilometres of a spot, closed. */
export const ringAround = (origin: Degrees, [east, north]: Spot, km: number): Position[] =>
  Array.from({ length: 65 }, (_, at) => {
    const angle = ((at % 64) * Math.PI) / 32;
    return positionOf(origin, [east + km * Math.sin(angle), north + km * Math.cos(angle)]);
  });

/** The least box of positions that holds all: its south-west and north-east. */
export function boxOf(positions: readonly Position[]): [Position, Position] {
  const [longitudes, latitudes] = [positions.map(([one]) => one), positions.map(([, one]) => one)];
  return [
    [Math.min(...longitudes), Math.min(...latitudes)],
    [Math.max(...longitudes), Math.max(...latitudes)],
  ];
}

const hidesWithinKm = 2;

/** Names of which a circle hides what the tiles say: those with one at the place or close by. The others are written on the tiles. */
export const coveredNames = <Named extends { readonly at: Spot }>(
  names: readonly Named[],
  circles: readonly { readonly at: Spot }[],
): Named[] =>
  names.filter(({ at: [x, y] }) => circles.some((one) => Math.hypot(one.at[0] - x, one.at[1] - y) <= hidesWithinKm));
