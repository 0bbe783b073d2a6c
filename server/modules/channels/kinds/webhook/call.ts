import { callOut } from '#platform/outbound/call-out';
import type { Incoming } from '#platform/outbound/call-out';
import { OutboundFailure } from '#platform/outbound/outbound-failure';
import { readJson } from '#platform/outbound/read-json';
import { retryAfter } from '#platform/outbound/retry-after';
import type { FailureClass, Outcome, Testing } from '../sending.ts';
import type { WebhookSettings } from './settings.ts';
import { signedHeaders } from '#platform/outbound/signed-call';

// The form of Standard Webhooks: what happened, when, and the thing itself.
type CallType = 'story.published' | 'story.withdrawn' | 'story.ended' | 'story.holds' | 'channel.tested';

/** Calls the receiver once. Never throws for what the other side does. */
export async function call(
  { ctx, settings, secrets, key, at }: Testing<WebhookSettings>,
  type: CallType,
  data: Record<string, unknown>,
): Promise<Outcome> {
  const body = JSON.stringify({ type, timestamp: at.toISOString(), data });
  try {
    const answer = await callOut(ctx.app.settings.innerHosts ?? [], {
      method: 'POST',
      address: settings.address,
      headers: {
        'content-type': 'application/json; charset=utf-8',
        ...signedHeaders({ id: key, at, body }, secrets),
      },
      body,
    });
    return outcomeOf(answer);
  } catch (error) {
    if (!(error instanceof OutboundFailure)) throw error;
    return { outcome: 'failed', problem: error.problem, detail: {} };
  }
}

/** What an answer means. A receiver that says where its copy stands (`{"address": "https://…"}`) has published it; any other success took it over. */
export function outcomeOf(answer: Incoming): Outcome {
  const detail = { status: answer.status };
  if (answer.status >= 200 && answer.status < 300) {
    const receipt = receiptIn(answer);
    return receipt ? { outcome: 'published', ...receipt, detail } : { outcome: 'accepted', detail };
  }
  const afterSeconds = retryAfter(answer);
  const problem = problemOf(answer.status);
  return { outcome: 'failed', problem, detail, ...(afterSeconds === undefined ? {} : { afterSeconds }) };
}

function problemOf(status: number): FailureClass {
  if (status === 410) return 'gone';
  if (status === 401 || status === 403) return 'denied';
  if (status === 429 || status === 503) return 'busy';
  if (status >= 500) return 'server';
  return status >= 300 && status < 400 ? 'redirect' : 'refused';
}

function receiptIn({ body, isCut }: Incoming): { address: string; remoteId: string | null } | undefined {
  if (isCut) return undefined;
  const { address, id } = Object(readJson(body)) as Record<string, unknown>;
  if (typeof address !== 'string' || address.length > 1_000 || !/^https?:\/\//.test(address) || !URL.canParse(address))
    return undefined;
  return { address, remoteId: typeof id === 'string' && id.length <= 200 ? id : null };
}
