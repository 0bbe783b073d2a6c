import { openAsBlob } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import type { AwsClient } from 'aws4fetch';
import { sha256 } from '../canonical.ts';
import type { Log } from '../log.ts';
import { Refusal, refuse } from '../refuse.ts';
import type { ByteRange, Store } from './store.ts';

// The slowest line on which a large file still gets through.
const patience = { shortMilliseconds: 10_000, putMilliseconds: 60_000, bytesPerSecond: 500_000, retryAfterSeconds: 10 };

interface Asked {
  readonly body?: Uint8Array<ArrayBuffer> | Blob;
  /** SHA-256 of the body; that of nothing unless said. */
  readonly hash?: string;
  readonly range?: ByteRange | undefined;
  readonly milliseconds?: number;
  /** In place of a time limit. */
  readonly signal?: AbortSignal;
}

/** A bucket that speaks S3: `https://key:secret@s3.example.org/bucket?region=…`, or `https://key:secret@bucket.s3.example.org` where the bucket stands in the name.
 *  The client is loaded by the first file, so that an installation without S3 pays nothing for it. */
export class S3Store implements Store {
  readonly kind = 's3';
  readonly #log: Log;
  readonly #base: URL;
  readonly #options: ConstructorParameters<typeof AwsClient>[0];
  #client: Promise<AwsClient> | undefined;

  constructor(address: string, log: Log) {
    const url = new URL(address);
    this.#log = log;
    this.#options = {
      accessKeyId: decodeURIComponent(url.username),
      secretAccessKey: decodeURIComponent(url.password),
      service: 's3',
      region: url.searchParams.get('region') ?? 'us-east-1',
      retries: 2,
    };
    this.#base = new URL(`${url.protocol}//${url.host}${url.pathname.replace(/\/$/, '')}/`);
  }

  // Its hash travels signed, so that what was changed on the way is refused by the store.
  async put(key: string, bytes: Buffer): Promise<void> {
    const answer = await this.#ask('PUT', new URL(key, this.#base), {
      body: new Uint8Array(bytes),
      hash: sha256(bytes),
      milliseconds: patience.putMilliseconds,
    });
    if (!answer.ok) await this.#fail('PUT', answer);
  }

  async putFile(key: string, path: string, hash: string): Promise<void> {
    const body = await openAsBlob(path);
    const milliseconds = patience.putMilliseconds + (body.size / patience.bytesPerSecond) * 1_000;
    const answer = await this.#ask('PUT', new URL(key, this.#base), { body, hash, milliseconds });
    if (!answer.ok) await this.#fail('PUT', answer);
    await rm(path, { force: true });
  }

  async read(key: string): Promise<Buffer | undefined> {
    const answer = await this.#ask('GET', new URL(key, this.#base));
    if (answer.ok) return this.#whole(answer);
    return this.#absent('GET', answer);
  }

  // Only the beginning of the answer is waited for: whoever listens to a recording takes as long as it lasts.
  async open(key: string, range?: ByteRange): Promise<Readable | undefined> {
    const begun = new AbortController();
    const late = setTimeout(() => begun.abort(), patience.shortMilliseconds);
    const answer = await this.#ask('GET', new URL(key, this.#base), { range, signal: begun.signal });
    clearTimeout(late);
    if (!answer.ok) return this.#absent('GET', answer);
    return answer.body ? Readable.fromWeb(answer.body as ReadableStream) : Readable.from([]);
  }

  async *keys(): AsyncGenerator<string> {
    for (
      let page = await this.#page({});
      page.length > 0;
      page = await this.#page({ 'start-after': page.at(-1) ?? '' })
    )
      yield* page;
  }

  async openWhole(key: string): Promise<{ bytes: number; stream: Readable } | undefined> {
    const begun = new AbortController();
    const late = setTimeout(() => begun.abort(), patience.shortMilliseconds);
    const answer = await this.#ask('GET', new URL(key, this.#base), { signal: begun.signal });
    clearTimeout(late);
    if (!answer.ok) return this.#absent('GET', answer);
    const stream = answer.body ? Readable.fromWeb(answer.body as ReadableStream) : Readable.from([]);
    return { bytes: Number(answer.headers.get('content-length')), stream };
  }

  room(): Promise<null> {
    return Promise.resolve(null);
  }

  async remove(key: string): Promise<void> {
    const answer = await this.#ask('DELETE', new URL(key, this.#base));
    if (!answer.ok) await this.#absent('DELETE', answer);
  }

  async empty(prefix: string): Promise<void> {
    for (let keys = await this.#keys(prefix); keys.length > 0; keys = await this.#keys(prefix))
      for (const key of keys) await this.remove(key);
  }

  // Always the first page: what it lists is removed before the next is asked for.
  #keys(prefix: string): Promise<string[]> {
    return this.#page({ prefix: `${prefix}/` });
  }

  // Our keys need no escaping in XML.
  async #page(which: Readonly<Record<string, string>>): Promise<string[]> {
    const url = new URL(this.#base.pathname === '/' ? '/' : this.#base.pathname.slice(0, -1), this.#base);
    url.search = new URLSearchParams({ 'list-type': '2', 'max-keys': '1000', ...which }).toString();
    const answer = await this.#ask('GET', url);
    if (!answer.ok) await this.#fail('LIST', answer);
    const text = String(await this.#whole(answer));
    return [...text.matchAll(/<Key>([\w/-]+)<\/Key>/g)].map(([, key = '']) => key);
  }

  async #ask(method: string, url: URL, asked: Asked = {}): Promise<Response> {
    this.#client ??= import('aws4fetch').then(({ AwsClient: Client }) => new Client(this.#options));
    const client = await this.#client;
    const { body, hash = sha256(''), range, milliseconds = patience.shortMilliseconds } = asked;
    try {
      return await client.fetch(url.href, {
        method,
        headers: {
          'x-amz-content-sha256': hash,
          ...(range ? { range: `bytes=${range.from}-${range.to}` } : {}),
        },
        signal: asked.signal ?? AbortSignal.timeout(milliseconds),
        ...(body ? { body } : {}),
      });
    } catch (error) {
      return this.#away(method, error);
    }
  }

  // The connection may break in the middle of the answer.
  async #whole(answer: Response): Promise<Buffer> {
    try {
      return Buffer.from(await answer.arrayBuffer());
    } catch (error) {
      return this.#away('GET', error);
    }
  }

  // A bucket that is not there is a fault of the set-up, not a file that is not there.
  async #absent(method: string, answer: Response): Promise<undefined> {
    const said = await codeOf(answer);
    if (answer.status !== 404 || said === 'NoSuchBucket') this.#refuse(method, answer.status, said);
    return undefined;
  }

  async #fail(method: string, answer: Response): Promise<never> {
    return this.#refuse(method, answer.status, await codeOf(answer));
  }

  #refuse(method: string, status: number, code: string): never {
    this.#log.error('the file store refused', { method, status, code });
    if (status === 507 || code === 'QuotaExceeded') refuse('DiskFull');
    refuse('Unavailable', { retryAfterSeconds: patience.retryAfterSeconds });
  }

  #away(method: string, cause: unknown): never {
    this.#log.error('the file store cannot be reached', { method, error: cause instanceof Error ? cause : undefined });
    throw Object.assign(new Refusal('Unavailable', { retryAfterSeconds: patience.retryAfterSeconds }), { cause });
  }
}

// The answer's code, never its text: that may hold parts of the request.
async function codeOf(answer: Response): Promise<string> {
  const text = await answer.text().catch(() => '');
  return /<Code>(\w{1,60})<\/Code>/.exec(text)?.[1] ?? '';
}
