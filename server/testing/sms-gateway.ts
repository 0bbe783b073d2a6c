import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A short message as the gateway took it. */
export interface ShortMessage {
  readonly to: string;
  readonly from: string | null;
  readonly body: string;
}

/** A gateway for tests that brings answers back, and answers as Twilio documents its Messages resource: 201 with a `sid`; 401 without the account's name and password; 400 with code 21211 for a number it cannot reach; 405 for another method, 404 elsewhere. */
export class SmsGateway implements AsyncDisposable {
  readonly messages: ShortMessage[] = [];
  /** The body of every request, taken or not. */
  asked = 0;
  /** What is answered instead of taking a message, such as 503. */
  refusal: number | null = null;
  /** What stands at the end of each `sid`. */
  sidEnds = '';
  readonly #server: Server;
  private constructor(server: Server) {
    this.#server = server;
  }

  static async start(): Promise<SmsGateway> {
    const server = createServer((request, response) => void gateway.#answer(request, response));
    const gateway = new SmsGateway(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return gateway;
  }

  get host(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  get url(): string {
    return `http://AC1:to%3Aken@${this.host}/2010-04-01/Accounts/AC1/Messages.json`;
  }

  /** What the gateway posts to the program when somebody answers, signed as Twilio documents it (Security: Validating requests): all fields, also those nobody asked for. `address`: the full one of the webhook. */
  posted(
    address: string,
    answer: { id: string; from: string; body: string },
  ): { form: string; headers: Record<string, string> } {
    const fields: Record<string, string> = {
      MessageSid: answer.id,
      From: answer.from,
      Body: answer.body,
      To: '10690000',
      AccountSid: 'AC1',
      NumMedia: '0',
      ApiVersion: '2010-04-01',
    };
    const signed = Object.keys(fields)
      .toSorted()
      .map((name) => `${name}${fields[name]}`)
      .join('');
    const signature = createHmac('sha1', 'to:ken').update(`${address}${signed}`).digest('base64');
    return {
      form: new URLSearchParams(fields).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-twilio-signature': signature },
    };
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.asked += 1;
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const form = new URLSearchParams(Buffer.concat(chunks).toString());
    const [status, body] = this.#judge(request, form);
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  }

  #judge(request: IncomingMessage, form: URLSearchParams): [number, object] {
    if (request.url !== '/2010-04-01/Accounts/AC1/Messages.json') return [404, { code: 20404, status: 404 }];
    if (request.method !== 'POST') return [405, { code: 20004, status: 405 }];
    if (request.headers.authorization !== `Basic ${Buffer.from('AC1:to:ken').toString('base64')}`)
      return [401, { code: 20003, status: 401 }];
    if (this.refusal !== null) return [this.refusal, { status: this.refusal }];
    const [to, body] = [form.get('To') ?? '', form.get('Body') ?? ''];
    if (!/^\+?\d{7,15}$/.test(to)) return [400, { code: 21211, status: 400, message: `${to} is not a valid number` }];
    if (body === '') return [400, { code: 21602, status: 400 }];
    this.messages.push({ to, from: form.get('From'), body });
    return [201, { sid: `SM${String(this.messages.length).padStart(32, '0')}${this.sidEnds}`, status: 'queued' }];
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }
}
