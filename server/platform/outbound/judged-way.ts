import { lookup } from 'node:dns';
import type { LookupOptions } from 'node:dns';
import { isIP } from 'node:net';
import type { LookupFunction } from 'node:net';
import { isInnerAddress } from './inner-addresses.ts';
import { OutboundFailure } from './outbound-failure.ts';

/** Whether whoever runs the installation allows a machine of the own network: `innerHosts` are `name` or `name:port`. */
export const isAllowedInside = (innerHosts: readonly string[], host: string, port: number | string): boolean =>
  innerHosts.includes(host.toLowerCase()) || innerHosts.includes(`${host.toLowerCase()}:${port}`);

/** For the options of a socket: the way to a host, judged where the connection is made. Throws OutboundFailure (`inner-address`) at once for an inner address that is written out; for a name that leads to one the connection fails with it. */
export function judgedWay(host: string, allowed: boolean): LookupFunction {
  const literal = host.replace(/^\[|\]$/g, '');
  // What is written out is looked up nowhere.
  if (!allowed && isIP(literal) !== 0 && isInnerAddress(literal)) throw new OutboundFailure('inner-address');
  return judgedLookup(allowed);
}

// The address that is judged is the one that is connected to. One inner address among several condemns the name: it changes between two questions.
function judgedLookup(allowed: boolean): LookupFunction {
  return (name: string, options: LookupOptions, done) => {
    lookup(name, { ...options, all: true }, (error, found) => {
      if (error) return done(error, '', 0);
      if (!allowed && found.some((one) => isInnerAddress(one.address)))
        return done(new OutboundFailure('inner-address'), '', 0);
      if (options.all) return done(null, found);
      const [first] = found;
      return done(null, first?.address ?? '', first?.family ?? 4);
    });
  };
}
