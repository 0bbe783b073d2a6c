import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A call that came in, as the receiver read and verified it. */
export interface Received {
  readonly id: string;
  readonly type: string;
  readonly data: Record<string, unknown>;
  /** Which of its secrets the signatures were made with. */
  readonly secrets: readonly string[];
  /** The same id came before: whoever keeps to the standard acts on it no second time. */
  readonly isRepeated: boolean;
  /** As it came over the line: whoever listens there could send it again. */
  readonly sent: { readonly headers: Readonly<Record<string, string>>; readonly body: string };
}

/** How far a call may be from the receiver's clock, in seconds (ADR 36; Standard Webhooks 1.0.0, "Timestamp tolerance"). */
const windowSeconds = 300;

/** A real receiver of Standard Webhooks on this machine: verifies signature and time by the standard's own text, knows repeated calls by their id, and answers as it is told. */
export class Receiver implements AsyncDisposable {
  readonly received: Received[] = [];
  readonly #server: Server;
  /** Those it knows; without any, nothing is verified. */
  readonly secrets: string[] = [];
  answer: (response: ServerResponse, call: Received) => void = (response) => void response.writeHead(204).end();

  readonly #now: () => Date;

  private constructor(now: () => Date) {
    this.#now = now;
    this.#server = createServer((request, response) => void this.#take(request, response));
  }
  /** `now`: the receiver's clock, which is to agree with that of the program. */
  static async start(now: () => Date = () => new Date()): Promise<Receiver> {
    const receiver = new Receiver(now);
    await new Promise<void>((resolve) => receiver.#server.listen(0, '127.0.0.1', resolve));
    return receiver;
  }
  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }
  get address(): string {
    return `http://127.0.0.1:${this.port}/hook`;
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString('utf8');
    const id = String(request.headers['webhook-id']);
    const timestamp = String(request.headers['webhook-timestamp']);
    const signed = `${id}.${timestamp}.${body}`;
    const given = String(request.headers['webhook-signature']).split(' ');
    const secrets = this.secrets.filter((secret) => given.includes(`v1,${signatureOf(secret, signed)}`));
    if (this.secrets.length > 0 && (secrets.length === 0 || !this.#isFresh(timestamp)))
      return void response.writeHead(401).end();
    const { type, data } = JSON.parse(body) as Pick<Received, 'type' | 'data'>;
    const headers = { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': given.join(' ') };
    const isRepeated = this.received.some((one) => one.id === id);
    const call = { id, type, data, secrets, isRepeated, sent: { headers, body } };
    this.received.push(call);
    this.answer(response, call);
  }

  #isFresh(timestamp: string): boolean {
    return /^\d{1,12}$/.test(timestamp) && Math.abs(this.#now().getTime() / 1_000 - Number(timestamp)) <= windowSeconds;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

const signatureOf = (secret: string, text: string): string =>
  createHmac('sha256', Buffer.from(secret.replace('whsec_', ''), 'base64'))
    .update(text)
    .digest('base64');
