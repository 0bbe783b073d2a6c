import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A feed that was pushed. */
export interface Pushed {
  readonly type: string;
  readonly links: string;
  readonly body: string;
  /** Whether its signature is that of the secret; null: it has none. */
  readonly isSigned: boolean | null;
}

/** A real subscriber of W3C WebSub on this machine, written from the standard's own text: confirms what it asked for and nothing else, verifies signatures, and answers as it is told. */
export class Subscriber implements AsyncDisposable {
  readonly pushed: Pushed[] = [];
  /** The questions whether it meant it, as they came. */
  readonly asked: Record<string, string>[] = [];
  /** Topics that it wants; it confirms no other. */
  readonly wanted = new Set<string>();
  secret = '';
  answer: (response: ServerResponse) => void = (response) => void response.writeHead(204).end();
  confirm: (response: ServerResponse, challenge: string) => void = (response, challenge) =>
    void response.writeHead(200).end(challenge);
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => void this.#take(request, response));
  }
  static async start(): Promise<Subscriber> {
    const subscriber = new Subscriber();
    await new Promise<void>((resolve) => subscriber.#server.listen(0, '127.0.0.1', resolve));
    return subscriber;
  }
  get callback(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/push?mine=1`;
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://subscriber');
    if (url.searchParams.get('mine') !== '1') return void response.writeHead(404).end();
    if (request.method === 'GET') return this.#verify(Object.fromEntries(url.searchParams), response);
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    this.#receive(request, Buffer.concat(chunks));
    this.answer(response);
  }

  #verify(query: Record<string, string>, response: ServerResponse): void {
    this.asked.push(query);
    const isWanted = this.wanted.has(query['hub.topic'] ?? '') === (query['hub.mode'] === 'subscribe');
    if (query['hub.mode'] === 'denied' || !isWanted) return void response.writeHead(404).end();
    this.confirm(response, query['hub.challenge'] ?? '');
  }

  #receive(request: IncomingMessage, body: Buffer): void {
    const signature = request.headers['x-hub-signature'];
    this.pushed.push({
      type: String(request.headers['content-type']),
      links: String(request.headers['link']),
      body: body.toString('utf8'),
      isSigned:
        signature === undefined
          ? null
          : signature === `sha256=${createHmac('sha256', this.secret).update(body).digest('hex')}`,
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
