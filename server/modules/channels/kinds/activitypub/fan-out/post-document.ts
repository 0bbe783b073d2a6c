import { callOut } from '#platform/outbound/call-out';
import type { Incoming } from '#platform/outbound/call-out';
import { OutboundFailure } from '#platform/outbound/outbound-failure';
import type { App } from '#platform/app';
import { mediaType } from '../documents/documents.ts';
import type { Document } from '../documents/documents.ts';
import { signingKeyOf } from '../keys.ts';

/** The two forms of signature that servers take: RFC 9421, and the draft that came before it (draft-cavage-http-signatures-12), the only one that older ones know. */
export type Signs = 'rfc9421' | 'cavage';

/** How a server answered. `yes`: it has it. `again`: it did not answer, or is ill. `no`: it does not want it. `gone`: nobody is there any more. */
export interface Posted {
  readonly answer: 'yes' | 'again' | 'no' | 'gone';
  readonly problem: string | null;
  /** The form it took last. */
  readonly signs: Signs;
}

/** Whose name a call is made in. */
export interface Signer {
  readonly keyId: string;
  /** PEM. */
  readonly privateKey: string;
}

const specs = { rfc9421: 'rfc9421', cavage: 'draft-cavage-http-signatures-12' } as const;

/** Sends a document to an inbox, signed in the form that its server took last, and in the other one when it is refused for that. Never throws for what the other side does. */
export async function postDocument(
  app: App,
  to: { readonly inbox: string; readonly document: Document; readonly signer: Signer; readonly signs: Signs },
): Promise<Posted> {
  const body = JSON.stringify(to.document);
  const other: Signs = to.signs === 'rfc9421' ? 'cavage' : 'rfc9421';
  const first = await post(app, to.inbox, body, to.signer, to.signs);
  if (!mayBeTheSignature(first)) return { ...meaningOf(first), signs: to.signs };
  const second = await post(app, to.inbox, body, to.signer, other);
  const said = meaningOf(second);
  return { ...said, signs: said.answer === 'yes' ? other : to.signs };
}

async function post(app: App, inbox: string, body: string, signer: Signer, signs: Signs): Promise<Incoming | string> {
  const { signRequest } = await import('@fedify/fedify/sig');
  try {
    const unsigned = new Request(inbox, { method: 'POST', body, headers: { 'content-type': mediaType } });
    const signed = await signRequest(unsigned, await signingKeyOf(signer.privateKey), new URL(signer.keyId), {
      spec: specs[signs],
    });
    return await callOut(app.settings.innerHosts ?? [], {
      method: 'POST',
      address: inbox,
      headers: { ...Object.fromEntries(signed.headers), accept: mediaType },
      body,
      mostBytes: 4_096,
    });
  } catch (error) {
    if (error instanceof OutboundFailure) return error.problem;
    throw error;
  }
}

const mayBeTheSignature = (answer: Incoming | string): boolean =>
  typeof answer !== 'string' && [400, 401, 403].includes(answer.status);

function meaningOf(answer: Incoming | string): Omit<Posted, 'signs'> {
  if (typeof answer === 'string') return { answer: 'again', problem: answer };
  const { status } = answer;
  if (status >= 200 && status < 300) return { answer: 'yes', problem: null };
  if (status === 410) return { answer: 'gone', problem: 'gone' };
  if (status >= 500 || status === 429 || status === 408) return { answer: 'again', problem: `status-${status}` };
  return { answer: 'no', problem: `status-${status}` };
}
