import { performance } from 'node:perf_hooks';
import { memoryUsage } from 'node:process';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** A process that worked less than this share of a second rests. */
const restingShare = 0.1;
/** So much more than after the last time is worth the pause: about a hundred milliseconds on one core. */
const worthBytes = 64 * 1024 * 1024;
/** So many looks in a row must find it at rest: whoever works on and off is not interrupted. After the start one is enough. */
const restingLooks = 20;

type Collect = (options: { type: 'major'; flavor: 'last-resort' }) => void;

/** Gives memory back to the machine while the process rests: after the start, and after a load. V8 by itself keeps what it once had for as long as little is asked of it. Returns how to end it. */
export function giveMemoryBack({ lookEveryMilliseconds = 1_000 } = {}): () => void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as Collect;
  let kept = 0;
  let rested = 0;
  let before = performance.eventLoopUtilization();
  const looking = setInterval(() => {
    const now = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(now, before);
    before = now;
    rested = utilization > restingShare ? 0 : rested + 1;
    if (rested < (kept === 0 ? 1 : restingLooks) || memoryUsage.rss() < kept + worthBytes) return;
    collect({ type: 'major', flavor: 'last-resort' });
    kept = memoryUsage.rss();
    rested = 0;
    before = performance.eventLoopUtilization();
  }, lookEveryMilliseconds).unref();
  return () => clearInterval(looking);
}
