import { BlockList, isIP } from 'node:net';

const inner = new BlockList();
// Special-purpose registries of IANA (RFC 6890): this host, private, shared, loopback, link-local (with the metadata of clouds), documentation, benchmarks, multicast, reserved.
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  inner.addSubnet(network, prefix, 'ipv4');
// Only what is given out to networks of the world (2000::/3) is outside; of that, those that carry an IPv4 address (6to4, Teredo) and documentation are not.
const world = new BlockList();
world.addSubnet('2000::', 3, 'ipv6');
for (const [network, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  inner.addSubnet(network, prefix, 'ipv6');

/** Whether an address lies inside: this machine, its networks, or whatever is not an ordinary address of the world. An IPv4 address in an IPv6 one (`::ffff:10.0.0.1`, NAT64) lies inside too. */
export function isInnerAddress(address: string): boolean {
  const version = isIP(address);
  if (version === 4) return inner.check(address, 'ipv4');
  if (version !== 6) return true;
  const plain = address.split('%')[0] ?? '';
  return !world.check(plain, 'ipv6') || inner.check(plain, 'ipv6');
}
