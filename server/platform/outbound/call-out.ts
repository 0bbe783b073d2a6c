import { request as requestHttp } from 'node:http';
import type { ClientRequest, IncomingMessage, RequestOptions } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import { isAllowedInside, judgedWay } from './judged-way.ts';
import { OutboundFailure } from './outbound-failure.ts';
import type { OutboundProblem } from './outbound-failure.ts';

/** What is sent to a machine that is not ours. */
export interface Outgoing {
  readonly method: 'GET' | 'POST';
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** For all of it, from the name to the last byte. */
  readonly timeoutMilliseconds?: number;
  /** What is read of the answer at most; the rest is cut. */
  readonly mostBytes?: number;
}

/** What came back. Redirects are answers like any other: none is followed. */
export interface Incoming {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
  /** The same as it came, for what is no UTF-8. */
  readonly bytes: Uint8Array;
  /** The body was larger than was asked for, or not through in time: the status stands, and the rest was left. */
  readonly isCut: boolean;
}

/** The one way by which the program calls machines that are not its own (trust.md A24): http(s), ports 80 and 443, no inner address, no redirect, within bounds of time and size.
 *  The address is judged where the connection is made, so a name that resolves to another address meanwhile gains nothing. `innerHosts` (`name` or `name:port`) are allowed by whoever runs the installation. Throws OutboundFailure. */
export async function callOut(innerHosts: readonly string[], outgoing: Outgoing): Promise<Incoming> {
  const address = readAddress(outgoing.address);
  const allowed = isAllowedInside(innerHosts, address.hostname, address.port);
  mustBeCallable(address, allowed);
  const way = judgedWay(address.hostname, allowed);
  return new Promise((resolve, reject) => new Call(address, outgoing, way, resolve, reject));
}

function readAddress(text: string): URL {
  const address = URL.parse(text);
  if (!address || !['http:', 'https:'].includes(address.protocol)) throw new OutboundFailure('bad-address');
  return address;
}

// Whoever allows a host of their own may have it listen anywhere; the rest of the world listens where the web does.
function mustBeCallable(address: URL, allowed: boolean): void {
  if (address.username !== '' || address.password !== '') throw new OutboundFailure('bad-address');
  if (allowed) return;
  if (address.port !== '') throw new OutboundFailure('bad-address');
}

const usualTimeout = 10_000;
const usualBytes = 64 * 1024;

/** One call: settles once, whatever happens first. */
class Call {
  readonly #resolve: (answer: Incoming) => void;
  readonly #reject: (failure: OutboundFailure) => void;
  readonly #request: ClientRequest;
  readonly #timer: NodeJS.Timeout;
  readonly #mostBytes: number;
  readonly #chunks: Buffer[] = [];
  #bytes = 0;
  #response: IncomingMessage | undefined;
  /** Whether anything can have left. */
  #connected = false;

  constructor(
    address: URL,
    outgoing: Outgoing,
    way: LookupFunction,
    resolve: (answer: Incoming) => void,
    reject: (failure: OutboundFailure) => void,
  ) {
    this.#resolve = resolve;
    this.#reject = reject;
    this.#mostBytes = outgoing.mostBytes ?? usualBytes;
    const isTls = address.protocol === 'https:';
    const options: RequestOptions = {
      method: outgoing.method,
      headers: { 'user-agent': 'Xiangyin', ...outgoing.headers, ...lengthOf(outgoing.body) },
      agent: false,
      lookup: way,
    };
    this.#request = (isTls ? requestHttps : requestHttp)(address, options);
    this.#timer = setTimeout(() => this.#end('timeout'), outgoing.timeoutMilliseconds ?? usualTimeout);
    this.#request.on('socket', (socket) =>
      socket.once(isTls ? 'secureConnect' : 'connect', () => (this.#connected = true)),
    );
    this.#request.on('response', (response) => this.#listen(response));
    this.#request.on('error', (error) => this.#end(error));
    this.#request.end(outgoing.body);
  }

  #listen(response: IncomingMessage): void {
    this.#response = response;
    response.on('data', (chunk: Buffer) => {
      this.#bytes += chunk.length;
      this.#chunks.push(chunk);
      if (this.#bytes > this.#mostBytes) this.#answer(true);
    });
    response.on('end', () => this.#answer(false));
    response.on('error', () => this.#answer(true));
    response.on('aborted', () => this.#answer(true));
  }

  #answer(isCut: boolean): void {
    clearTimeout(this.#timer);
    const bytes = Buffer.concat(this.#chunks).subarray(0, this.#mostBytes);
    const { statusCode: status = 0, headers = {} } = this.#response ?? {};
    this.#resolve({ status, headers, body: bytes.toString('utf8'), bytes, isCut });
    if (isCut) this.#request.destroy();
  }

  // Where the status is in, it stands: only the rest of the body is missing.
  #end(why: unknown): void {
    if (this.#response) return this.#answer(true);
    clearTimeout(this.#timer);
    this.#reject(new OutboundFailure(this.#problemOf(why), why));
    this.#request.destroy();
  }

  #problemOf(why: unknown): OutboundProblem {
    if (why === 'timeout') return this.#connected ? 'timeout' : 'unreachable';
    if (why instanceof OutboundFailure) return why.problem;
    const code = why instanceof Error && 'code' in why ? String(why.code) : '';
    if (/^(ERR_TLS|ERR_SSL|CERT_|UNABLE_|DEPTH_ZERO|SELF_SIGNED|HOSTNAME_|EPROTO)/.test(code)) return 'tls';
    return this.#connected ? 'broken-off' : 'unreachable';
  }
}

const lengthOf = (body: string | Uint8Array | undefined): Record<string, string> =>
  body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
