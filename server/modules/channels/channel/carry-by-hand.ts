import { systemActor } from '#platform/actor';
import { audit } from '#platform/audit';
import type { Tx } from '#platform/transaction';
import { waitingIn } from '../copy/copy-queries.ts';
import type { Copy } from '../copy/copy-queries.ts';
import { tellKeeper } from '../copy/tell-keeper.ts';
import { turnCopies } from '../copy/turn-copy.ts';

const by = systemActor('channels');

/** A channel refuses the program for good (an account that may not publish any more), as it said of this copy: from now on persons bring copies there, those that wait as those to come, until somebody arranges it anew. Its keeper is told so once, or where it has none, the desk on duty. */
export async function carryByHand(tx: Tx, copy: Copy, problem: string): Promise<void> {
  const { channelId } = copy;
  if (channelId === null) return;
  const [turned] = await tx.named<{ placeId: string }>(
    'channels.carry-by-hand',
    `update channels.channels set carrier = 'person', problem = $3, version = version + 1, changed_at = $4 where county_id = $1 and id = $2 and carrier = 'program' returning place_id as "placeId"`,
    [tx.countyId, channelId, problem, tx.at],
  );
  if (!turned) return;
  const waiting = await waitingIn(tx, channelId, ['planned', 'waiting']);
  await turnCopies(tx, waiting, 'manual', by, { problem });
  await audit(tx, by, {
    act: 'channel.carry-by-hand',
    noun: 'channel',
    subjectId: channelId,
    placeId: turned.placeId,
    detail: { problem },
  });
  await tellKeeper(tx, copy, 'by-hand', problem);
}
