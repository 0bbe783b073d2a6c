import type { Ctx } from '#platform/transaction';
import type { Copy } from '../copy/copy-queries.ts';
import { readThere } from '../elsewhere/read-there.ts';
import type { Kind, Seen } from '../kinds/kind.ts';
import type { Failed, Sending } from '../kinds/sending.ts';
import { failures } from '../kinds/sending.ts';
import { answerCopy } from '../send/answer-copy.ts';
import { makeSending } from '../send/make-sending.ts';

/** Asks a channel of the county about a copy whose turn it is: what became of one that it took over, or which words stand there. Answers what was seen, or that it must be asked again; undefined where the ledger knows the rest. */
export async function lookAtCopy(ctx: Ctx, copy: Copy): Promise<Seen | undefined> {
  const { kind, sending } = await makeSending(ctx, copy, 'send');
  if (copy.state !== 'accepted') return readThatCopy(copy, kind, sending);
  const outcome = (await kind.lookUp?.(sending)) ?? 'absent';
  if (outcome !== 'absent' && outcome.outcome === 'failed' && failures[outcome.problem] === 'again')
    return { problem: outcome.problem };
  await answerCopy(ctx, { copyId: copy.id }, outcome === 'absent' ? vanished : outcome, 'look-up');
  return undefined;
}

const readThatCopy = ({ receipt, address }: Copy, kind: Kind, sending: Sending): Promise<Seen> =>
  receipt?.['by'] === 'person'
    ? readThere(sending, address ?? '')
    : (kind.readBack?.(sending) ?? Promise.resolve({ problem: 'no-answer' }));

const vanished: Failed = { outcome: 'failed', problem: 'vanished', detail: {} };
