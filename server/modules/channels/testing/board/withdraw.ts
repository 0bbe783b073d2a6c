import type { Outcome, Sending } from '../../kinds/sending.ts';
import { callBoard } from './call-board.ts';
import type { BoardSettings } from './settings.ts';

/** Takes the post down. One that is not there is down already. */
export async function withdraw(sending: Sending<BoardSettings>): Promise<Outcome> {
  const outcome = await callBoard(sending, `/posts/${sending.copy.remoteId}/removal`, {});
  return outcome === 'absent' ? { outcome: 'accepted', detail: { status: 404 } } : outcome;
}
