import type { StationView } from '@xiangyin/server/contract';

/** Where something is, in degrees of WGS 84. */
export type Degrees = NonNullable<StationView['degrees']>;

/** Where this device is, and how far it may be off, in metres. */
export interface Measured extends Degrees {
  readonly accuracy: number;
}

/** Why it could not be told: somebody said no, or nothing was received. */
export type NotMeasured = 'denied' | 'failed';

const patienceMilliseconds = 20_000;

/** Asks the device once where it is; the browser asks whoever holds it. Nothing of it is kept here. */
export const measureOnce = (): Promise<Measured | NotMeasured> =>
  new Promise((tell) => {
    if (!('geolocation' in navigator)) return tell('failed');
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude, accuracy } }) => tell({ latitude, longitude, accuracy }),
      (error) => tell(error.code === error.PERMISSION_DENIED ? 'denied' : 'failed'),
      { enableHighAccuracy: true, timeout: patienceMilliseconds, maximumAge: 0 },
    );
  });

const earthMetres = 6_371_000;
const radians = (degree: number): number => (degree * Math.PI) / 180;

/** Metres between two points as the crow flies. */
export function metresBetween(a: Degrees, b: Degrees): number {
  const north = Math.sin(radians(b.latitude - a.latitude) / 2) ** 2;
  const east = Math.sin(radians(b.longitude - a.longitude) / 2) ** 2;
  const chord = north + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * east;
  return 2 * earthMetres * Math.asin(Math.sqrt(Math.min(1, chord)));
}

/** Degrees as they are typed and shown: `30.26412, 118.12907`; five decimals are a metre. */
export const degreesText = ({ latitude, longitude }: Degrees): string =>
  `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;

/** What was typed, as degrees: null for nothing, undefined for what is none. Latitude stands first. */
export function degreesOf(typed: string): Degrees | null | undefined {
  const text = typed.normalize('NFKC').replaceAll(/[°、]/g, ' ').trim();
  if (text === '') return null;
  const [, latitude, longitude] = /^(-?\d{1,2}(?:\.\d+)?)[\s,]+(-?\d{1,3}(?:\.\d+)?)$/.exec(text) ?? [];
  const read = { latitude: Number(latitude), longitude: Number(longitude) };
  return Math.abs(read.latitude) <= 90 && Math.abs(read.longitude) <= 180 ? read : undefined;
}
