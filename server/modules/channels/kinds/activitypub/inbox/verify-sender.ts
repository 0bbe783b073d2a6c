import type { App } from '#platform/app';
import { refuse } from '#platform/refuse';
import type { Signer } from '../fan-out/post-document.ts';
import { contextLoader, documentLoader } from './load-document.ts';
import type { Claimed } from './read-activity.ts';

/** Whoever sent an activity, as their server says of them. */
export interface Sender {
  readonly actor: string;
  /** Their own inbox. */
  readonly inbox: string;
  /** That of all people of their server; null: it has none. */
  readonly sharedInbox: string | null;
}

/** A call as it came in. */
export interface Received {
  readonly address: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

/** Proves that an activity comes from the actor that it names: the call is signed (RFC 9421, or the draft before it), within an hour, over the body's digest, with a key that the actor's own document names. Refuses: SignatureRefused (401). */
export async function verifySender(app: App, signer: Signer, received: Received, claimed: Claimed): Promise<Sender> {
  const { verifyRequest } = await import('@fedify/fedify/sig');
  const { isActor, Object: Thing } = await import('@fedify/fedify/vocab');
  const loaders = { documentLoader: documentLoader(app, signer), contextLoader: contextLoader(app) };
  const key = await verifyRequest(requestOf(received), loaders).catch(() => null);
  if (!key?.id || key.ownerId?.href !== claimed.actor) refuse('SignatureRefused');
  const actor = await loaders
    .documentLoader(claimed.actor)
    .then(({ document }) => Thing.fromJsonLd(document, loaders))
    .catch(() => null);
  if (!actor || !isActor(actor) || actor.id?.href !== claimed.actor) refuse('SignatureRefused');
  for await (const own of actor.getPublicKeys(loaders))
    if (own.id?.href === key.id.href) return senderOf(claimed.actor, actor.inboxId, actor.endpoints?.sharedInbox);
  return refuse('SignatureRefused');
}

// Whoever could name another server's inbox would have us write to it.
function senderOf(actor: string, inbox: URL | null, shared: URL | null | undefined): Sender {
  const { host } = new URL(actor);
  if (inbox?.host !== host) refuse('SignatureRefused');
  return { actor, inbox: inbox.href, sharedInbox: shared?.host === host ? shared.href : null };
}

function requestOf({ address, headers, body }: Received): Request {
  const plain = Object.entries(headers).flatMap(([name, value]) =>
    typeof value === 'string' && !/^(connection|content-length|transfer-encoding|keep-alive)$/.test(name)
      ? [[name, value] as [string, string]]
      : [],
  );
  return new Request(address, { method: 'POST', headers: plain, body: new Uint8Array(body) });
}
