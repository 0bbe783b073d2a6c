import type { Seen } from '../kinds/kind.ts';
import type { Sending } from '../kinds/sending.ts';
import { comparePage } from './compare-page.ts';
import { fetchThere } from './fetch-there.ts';

/** After so many misses a page that was never seen is not there. */
const mostMisses = 3;

/** Reads a copy back at the address that its receipt names, and compares what can be read there without JavaScript. `entered`: an address that a person of the county entered for it. */
export async function readThere({ ctx, copy, piece }: Sending, entered: string): Promise<Seen> {
  if (copy.address === null) return { uncompared: 'no-page' };
  const wasRead = copy.hashSeen !== null;
  const there = await fetchThere(ctx, copy.address, entered);
  if ('html' in there) return comparePage(there.html, piece.text, wasRead);
  if ('uncompared' in there) return there;
  const isGone =
    there.problem === 'status-410' || (there.problem === 'status-404' && (wasRead || copy.looks >= mostMisses));
  return isGone ? { problem: 'not-there' } : there;
}
