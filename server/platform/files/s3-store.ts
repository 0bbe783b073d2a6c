import { createHash } from 'node:crypto';
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

/** What is larger is sent in pieces of so many bytes; S3 takes at most 5 GB at once, and 10,000 pieces of at least 5 MB. */
const pieceBytes = 64 * 1024 ** 2;

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
  readonly #pieceBytes: number;
  #client: Promise<AwsClient> | undefined;

  constructor(address: string, log: Log, options: { readonly pieceBytes?: number } = {}) {
    this.#pieceBytes = options.pieceBytes ?? pieceBytes;
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
    await this.copyIn(key, path, hash);
    await rm(path, { force: true });
  }

  /** Stores a file of this machine, which stays, however large it is. `hash` is its own. Refuses: DiskFull (507), Unavailable (503). */
  async copyIn(key: string, path: string, hash: string): Promise<void> {
    const body = await openAsBlob(path);
    const url = new URL(key, this.#base);
    if (body.size > this.#pieceBytes) await this.#sendInPieces(url, body);
    else await this.#send(url, body, hash);
  }

  async #send(url: URL, body: Blob, hash: string): Promise<Response> {
    const milliseconds = patience.putMilliseconds + Math.ceil(body.size / patience.bytesPerSecond) * 1_000;
    const answer = await this.#ask('PUT', url, { body, hash, milliseconds });
    if (!answer.ok) await this.#fail('PUT', answer);
    return answer;
  }

  // Amazon S3 API: CreateMultipartUpload, UploadPart, CompleteMultipartUpload. What was begun and not completed would be paid for: it is given up.
  async #sendInPieces(url: URL, body: Blob): Promise<void> {
    const begun = await this.#ask('POST', asking(url, { uploads: '' }));
    const uploadId = begun.ok ? /<UploadId>([^<]+)<\/UploadId>/.exec(String(await this.#whole(begun)))?.[1] : undefined;
    if (uploadId === undefined) return this.#fail('POST', begun);
    try {
      const tags: string[] = [];
      for (let from = 0; from < body.size; from += this.#pieceBytes) {
        const piece = body.slice(from, from + this.#pieceBytes);
        const at = asking(url, { partNumber: String(tags.length + 1), uploadId });
        const sent = await this.#send(at, piece, await hashOf(piece));
        tags.push(sent.headers.get('etag') ?? '');
      }
      await this.#complete(asking(url, { uploadId }), tags);
    } catch (error) {
      await this.#ask('DELETE', asking(url, { uploadId })).catch(() => undefined);
      throw error;
    }
  }

  // It may answer 200 and then say that it failed.
  async #complete(url: URL, tags: readonly string[]): Promise<void> {
    const parts = tags.map((tag, at) => `<Part><PartNumber>${at + 1}</PartNumber><ETag>${tag}</ETag></Part>`);
    const body = Buffer.from(`<CompleteMultipartUpload>${parts.join('')}</CompleteMultipartUpload>`);
    const method = 'POST';
    const asked = { body: new Uint8Array(body), hash: sha256(body), milliseconds: patience.putMilliseconds };
    const answer = await this.#ask(method, url, asked);
    if (!answer.ok) await this.#fail(method, answer);
    const code = /<Error>.*<Code>(\w{1,60})<\/Code>/s.exec(String(await this.#whole(answer)))?.[1];
    if (code !== undefined) this.#refuse(method, answer.status, code);
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

  async *keys(prefix?: string): AsyncGenerator<string> {
    const which = prefix === undefined ? {} : { prefix: `${prefix}/` };
    for (
      let page = await this.#page(which);
      page.length > 0;
      page = await this.#page({ ...which, 'start-after': page.at(-1) ?? '' })
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
    return [...text.matchAll(/<Key>([\w./-]+)<\/Key>/g)].map(([, key = '']) => key);
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

function asking(url: URL, query: Readonly<Record<string, string>>): URL {
  const asked = new URL(url);
  asked.search = new URLSearchParams(query).toString();
  return asked;
}

async function hashOf(piece: Blob): Promise<string> {
  const summing = createHash('sha256');
  for await (const bytes of piece.stream()) summing.update(bytes);
  return summing.digest('hex');
}

// The answer's code, never its text: that may hold parts of the request.
async function codeOf(answer: Response): Promise<string> {
  const text = await answer.text().catch(() => '');
  return /<Code>(\w{1,60})<\/Code>/.exec(text)?.[1] ?? '';
}
