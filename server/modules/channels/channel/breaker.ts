import { systemActor } from '#platform/actor';
import { audit } from '#platform/audit';
import type { Tx } from '#platform/transaction';
import { failures } from '../kinds/sending.ts';
import type { Outcome } from '../kinds/sending.ts';
import { oweCopies } from './owe-copies.ts';

/** So many tries in a row without an answer, and the channel is left alone for a while; then one copy is tried, and all follow it. */
const mostInARow = 5;

/** Notes whether a channel answered: its breaker opens after five failures of the line or the receiver in a row, for 30 seconds and twice as long each time, 15 minutes at most; an answer closes it. One that is gone for good is turned off. */
export async function noteAnswer(tx: Tx, channelId: string, outcome: Outcome): Promise<void> {
  if (outcome.outcome !== 'failed' || !isOfTheLine(outcome)) {
    await tx.named(
      'channels.answered',
      'update channels.channels set failures_in_row = 0, opens_at = null where county_id = $1 and id = $2 and failures_in_row > 0',
      [tx.countyId, channelId],
    );
    if (outcome.outcome === 'failed' && failures[outcome.problem] === 'off')
      await turnOff(tx, channelId, outcome.problem);
    return;
  }
  const now = tx.ctx.app.clock.now();
  await tx.named(
    'channels.unanswered',
    `update channels.channels set failures_in_row = failures_in_row + 1,
       opens_at = case when failures_in_row + 1 >= $3 then $4::timestamptz + least(900, 30 * power(2, least(failures_in_row + 1 - $3, 10))) * interval '1 second' end where county_id = $1 and id = $2`,
    [tx.countyId, channelId, mostInARow, now],
  );
}

// A receiver that refuses one text is well; so is one that asks for patience.
const isOfTheLine = ({ problem }: Extract<Outcome, { outcome: 'failed' }>): boolean =>
  ['unreachable', 'timeout', 'broken-off', 'server', 'tls', 'inner-address', 'denied'].includes(problem);

async function turnOff(tx: Tx, channelId: string, problem: string): Promise<void> {
  const [turned] = await tx.named<{ placeId: string }>(
    'channels.turn-off',
    'update channels.channels set is_on = false, problem = $3, version = version + 1, changed_at = $4 where county_id = $1 and id = $2 and is_on returning place_id as "placeId"',
    [tx.countyId, channelId, problem, tx.at],
  );
  if (!turned) return;
  const by = systemActor('channels');
  const copies = await oweCopies(tx, channelId, by);
  await audit(tx, by, {
    act: 'channel.turn-off',
    noun: 'channel',
    subjectId: channelId,
    placeId: turned.placeId,
    detail: { problem, copies },
  });
}

/** Has a channel tried at once, whatever it did before. */
export const closeBreaker = (tx: Tx, channelId: string): Promise<unknown> =>
  tx.named(
    'channels.close-breaker',
    'update channels.channels set opens_at = $3 where county_id = $1 and id = $2 and opens_at > $3',
    [tx.countyId, channelId, tx.ctx.app.clock.now()],
  );
