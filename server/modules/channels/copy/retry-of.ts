import type { Retry } from '../contract.ts';
import { capabilitiesOf } from '../kinds/registry.ts';
import type { Copy } from './copy-queries.ts';
import { isLeftStanding, stands } from './states.ts';

/** What trying a copy again does, as it stands; null: nothing can be tried. */
export function retryOf(copy: Copy): Retry | null {
  const { state, carrier } = copy;
  if (copy.channelId === null) return state === 'published' || state === 'drifted' ? 'look' : null;
  if (isLeftStanding(copy) || isBeingRecalled(copy)) return 'take-down';
  // Of a channel that is off nothing but a recall leaves, nor is anybody handed anything.
  if (copy.isOn !== true) return null;
  if (state === 'failed') return carrier === 'person' ? 'hand-over' : 'send';
  // Where other words stand they are looked at again: somebody may have mended them there. What can be written over is sent anew.
  if (state === 'drifted') return canWriteOver(copy) ? 'send' : 'look';
  if (isUnseen(copy)) return 'look';
  if (state === 'published' && copy.uncompared === 'accepted') return 'accept-no-longer';
  if (carrier === 'person') return null;
  if (isUntold(copy)) return copy.holdsOnAt ? 'tell-hold' : 'tell-end';
  // It waits for its own next try already; a person need not.
  return state === 'waiting' && copy.waitsFor === 'retry' ? 'send' : null;
}

const isBeingRecalled = ({ state, carrier, tries }: Copy): boolean =>
  state === 'withdrawing' && carrier === 'program' && tries > 0;

// What a person brought there is only looked at.
const canWriteOver = ({ carrier, settings }: Copy): boolean =>
  carrier === 'program' && capabilitiesOf(settings).correct === 'edit';

// Its receipt is in, and the place that it names did not answer when it was read back.
const isUnseen = ({ state, problem, endedAt, holdsOnAt }: Copy): boolean =>
  state === 'published' && problem !== null && endedAt === null && holdsOnAt === null;

// Its channel does not know yet that the notice has ended, or that it goes on.
const isUntold = (copy: Copy): boolean =>
  stands(copy) && (copy.endedAt !== null || copy.holdsOnAt !== null) && copy.problem !== null;
