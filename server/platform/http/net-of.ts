import { isIPv6 } from 'node:net';

/** What counts as one household: an IPv4 address as it is, also one written as IPv6 (`::ffff:192.0.2.1`); of an IPv6 address its /64, however it is written. */
export function netOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  if (!isIPv6(address)) return address;
  // The standard form of a host in a URL: lower case, no leading zeros, the longest run of zeros as `::`.
  const written = new URL(`http://[${address.replace(/%.*$/, '')}]`).hostname.slice(1, -1);
  const [head = '', tail] = written.split('::');
  const front = head === '' ? [] : head.split(':');
  const back = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = Array.from({ length: 8 - front.length - back.length }, () => '0');
  return [...front, ...zeros, ...back].slice(0, 4).join(':');
}
