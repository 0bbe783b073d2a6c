import type { County } from '#platform/county';
import { groundMap } from './contract.ts';
import type { GroundMap } from './contract.ts';

const none: GroundMap = { tiles: '', labels: '', attribution: '', origin: null };

/** The county's ground map as its settings hold it; empty where nothing was entered. */
export const groundMapIn = (settings: County['settings']): GroundMap =>
  groundMap.safeParse(settings['groundMap']).data ?? none;

/** The ground under the county's maps, or null where they are plain drawings. */
export function drawnGround(settings: County['settings']): GroundMap | null {
  const ground = groundMapIn(settings);
  return ground.tiles !== '' && ground.origin ? ground : null;
}

/** The hosts, with scheme and port, that a browser asks for tiles of this county. */
export function tileHosts(settings: County['settings']): string[] {
  const ground = drawnGround(settings);
  const addresses = ground ? [ground.tiles, ground.labels].filter(Boolean) : [];
  return [...new Set(addresses.map((address) => new URL(address).origin))];
}
