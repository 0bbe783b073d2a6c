import { createHash, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { createServer, request as call } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import httpSignature from '@peertube/http-signature';

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });

/** A server of the fediverse that knows only the old form of signatures, which a library that is not ours verifies and makes. Its one person follows from `/actor`; it has no inbox that all share. */
export class OlderServer implements AsyncDisposable {
  /** What it took, signature and digest proven. */
  readonly taken: Record<string, unknown>[] = [];
  /** How many calls it refused. */
  refused = 0;
  /** What its person's document says besides, such as another inbox. */
  actorSays: Record<string, unknown> = {};
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => void this.#serve(request, response));
  }
  static async start(): Promise<OlderServer> {
    const server = new OlderServer();
    await new Promise<void>((resolve) => server.#server.listen(0, '127.0.0.1', resolve));
    return server;
  }
  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }
  get actor(): string {
    return `${this.origin}/actor`;
  }
  follow(actor: string): Record<string, unknown> {
    return { '@context': context, id: `${this.actor}#follow`, type: 'Follow', actor: this.actor, object: actor };
  }

  /** Posts an activity, signed; `spoil` bends the call after it was signed. Answers the status. */
  post(
    inbox: string,
    activity: Record<string, unknown>,
    spoil: (body: string) => string = (body) => body,
  ): Promise<number> {
    const body = JSON.stringify(activity);
    const url = new URL(inbox);
    return new Promise((resolve, reject) => {
      const sent = spoil(body);
      const outgoing = call(url, {
        method: 'POST',
        headers: {
          host: url.host,
          date: new Date().toUTCString(),
          digest: digestOf(body),
          'content-type': 'application/activity+json',
          'content-length': Buffer.byteLength(sent),
        },
      });
      httpSignature.sign(outgoing, {
        key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
        keyId: `${this.actor}#main-key`,
        headers: ['(request-target)', 'host', 'date', 'digest'],
        authorizationHeaderName: 'Signature',
      });
      outgoing.on('response', (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      });
      outgoing.on('error', reject);
      outgoing.end(sent);
    });
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method === 'GET') return this.#showActor(response);
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString('utf8');
    if (!(await isProven(request, body))) {
      this.refused += 1;
      return void response.writeHead(401).end();
    }
    this.taken.push(JSON.parse(body) as Record<string, unknown>);
    response.writeHead(202).end();
  }

  #showActor(response: ServerResponse): void {
    const publicKeyPem = createPublicKey(privateKey).export({ type: 'spki', format: 'pem' });
    response.writeHead(200, { 'content-type': 'application/activity+json; charset=utf-8' }).end(
      JSON.stringify({
        '@context': [context, 'https://w3id.org/security/v1'],
        id: this.actor,
        type: 'Person',
        preferredUsername: 'actor',
        inbox: `${this.origin}/inbox`,
        publicKey: { id: `${this.actor}#main-key`, owner: this.actor, publicKeyPem },
        ...this.actorSays,
      }),
    );
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

const context = 'https://www.w3.org/ns/activitystreams';
const digestOf = (body: string): string => `SHA-256=${createHash('sha256').update(body).digest('base64')}`;

/** By the old form alone: `Signature` names its key and its headers in it. */
async function isProven(request: IncomingMessage, body: string): Promise<boolean> {
  try {
    const parsed = httpSignature.parseRequest(request, { clockSkew: 300 });
    if (request.headers['digest'] !== digestOf(body)) return false;
    const actor = (await (
      await fetch(parsed.params.keyId, { headers: { accept: 'application/activity+json' } })
    ).json()) as {
      publicKey: { publicKeyPem: string };
    };
    return httpSignature.verifySignature(parsed, actor.publicKey.publicKeyPem);
  } catch {
    return false;
  }
}
