import type { App } from '#platform/app';
import { callOut } from '#platform/outbound/call-out';
import { mediaType } from '../documents/documents.ts';
import type { Signer } from '../fan-out/post-document.ts';
import { signingKeyOf } from '../keys.ts';

/** A document of another server, as the library wants it. */
interface Loaded {
  readonly contextUrl: null;
  readonly documentUrl: string;
  readonly document: unknown;
}

const mostBytes = 256 * 1024;

/** Reads documents of other servers for one request: through the door that refuses inner addresses, signed by the account that is asked (some servers tell nobody else), only what calls itself by the address it was read from (trust.md A25), and each once.
 *  Throws where there is none. */
export function documentLoader(app: App, signer: Signer): (address: string) => Promise<Loaded> {
  const known = new Map<string, Promise<Loaded>>();
  return (address) => {
    const [plain = address] = address.split('#');
    const loading = known.get(plain) ?? load(app, signer, plain);
    known.set(plain, loading);
    return loading;
  };
}

async function load(app: App, signer: Signer, address: string): Promise<Loaded> {
  const { signRequest } = await import('@fedify/fedify/sig');
  const asked = new Request(address, { headers: { accept: `${mediaType}, application/ld+json` } });
  const signed = await signRequest(asked, await signingKeyOf(signer.privateKey), new URL(signer.keyId), {
    spec: 'draft-cavage-http-signatures-12',
  });
  const document = await read(app, address, Object.fromEntries(signed.headers));
  const { id } = Object(document) as { id?: unknown };
  if (typeof id !== 'string' || id.split('#')[0] !== address)
    throw new Error('the document calls itself by another address');
  return { contextUrl: null, documentUrl: address, document };
}

async function read(app: App, address: string, headers: Record<string, string>): Promise<unknown> {
  const answer = await callOut(app.settings.innerHosts ?? [], {
    method: 'GET',
    address,
    headers,
    mostBytes,
    timeoutMilliseconds: 5_000,
  });
  if (answer.status !== 200 || answer.isCut) throw new Error('no document is there');
  if (!/^application\/(activity|ld)\+json\s*(;|$)/i.test(String(answer.headers['content-type'])))
    throw new Error('what is there is no such document');
  return JSON.parse(answer.body);
}

const contexts = new Map<string, unknown>();
const mostContexts = 50;

/** Reads the words that documents are written in. The library knows the usual ones; others are read once, by the same door. */
export const contextLoader =
  (app: App) =>
  async (address: string): Promise<Loaded> => {
    const { preloadedContexts } = await import('@fedify/fedify/runtime');
    const known = preloadedContexts[address] ?? contexts.get(address);
    if (known) return { contextUrl: null, documentUrl: address, document: known };
    const document = await read(app, address, { accept: 'application/ld+json' });
    if (contexts.size >= mostContexts) contexts.clear();
    contexts.set(address, document);
    return { contextUrl: null, documentUrl: address, document };
  };

/** Whether the server of an actor says that they are no more. */
export const isGone = (app: App, actor: string): Promise<boolean> =>
  callOut(app.settings.innerHosts ?? [], {
    method: 'GET',
    address: actor,
    headers: { accept: mediaType },
    mostBytes: 1_024,
    timeoutMilliseconds: 5_000,
  }).then(
    ({ status }) => status === 410,
    () => false,
  );
