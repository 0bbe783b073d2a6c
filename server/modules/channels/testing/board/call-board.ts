import { callOut } from '#platform/outbound/call-out';
import { OutboundFailure } from '#platform/outbound/outbound-failure';
import type { Outcome, Testing } from '../../kinds/sending.ts';
import { partsOf } from '../../kinds/sending.ts';
import type { BoardSettings } from './settings.ts';

/** Calls the board once, and says what its answer means for the ledger. */
export async function callBoard(
  { ctx, settings, secrets }: Testing<BoardSettings>,
  path: string,
  body?: Record<string, unknown>,
): Promise<Outcome | 'absent'> {
  try {
    const answer = await callOut(ctx.app.settings.innerHosts ?? [], {
      method: body ? 'POST' : 'GET',
      address: new URL(path, settings.address).href,
      headers: { 'content-type': 'application/json', authorization: `Bearer ${partsOf(secrets)['token']}` },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const detail = { status: answer.status };
    if (answer.status === 404) return 'absent';
    if (answer.status === 401) return { outcome: 'failed', problem: 'denied', detail };
    if (answer.status >= 500) return { outcome: 'failed', problem: 'server', detail };
    if (answer.status >= 300) return { outcome: 'failed', problem: 'refused', detail };
    const { id, address } = Object(JSON.parse(answer.body)) as { id: string; address: string };
    return { outcome: 'published', remoteId: id, address, detail };
  } catch (error) {
    if (!(error instanceof OutboundFailure)) throw error;
    return { outcome: 'failed', problem: error.problem, detail: {} };
  }
}

/** Where nothing can be absent: a board that does not know what it is told about has lost it. */
export const orVanished = (outcome: Outcome | 'absent'): Outcome =>
  outcome === 'absent' ? { outcome: 'failed', problem: 'vanished', detail: {} } : outcome;
