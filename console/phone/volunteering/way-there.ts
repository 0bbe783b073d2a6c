import type { LookAnswer } from '@xiangyin/server/contract';

/** An address at which the phone's own map begins, with the door as its aim; null where neither words nor degrees are there. Nothing is asked of anybody else: pressing it hands the door to that map (RFC 5870; an iPhone knows its own maps alone). */
export function wayThere({ address, degrees }: LookAnswer, place: string, device = navigator.userAgent): string | null {
  const words = address ? `${place} ${address}` : '';
  const at = degrees ? `${degrees.latitude},${degrees.longitude}` : '';
  if (words === '' && at === '') return null;
  const aim = encodeURIComponent(at || words);
  return /iPhone|iPad/.test(device) ? `https://maps.apple.com/?daddr=${aim}` : `geo:${at || '0,0'}?q=${aim}`;
}
