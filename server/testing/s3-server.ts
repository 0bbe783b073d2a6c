import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

const hex = (data: string | Buffer): string => createHash('sha256').update(data).digest('hex');
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

interface Said {
  readonly status: number;
  readonly body?: string | Buffer;
  readonly etag?: string;
}

/** A bucket for tests on a free port of this machine, written from Amazon's documents: it checks every signature (AWS4-HMAC-SHA256), the hash of what is sent, and the time.
 *  It can be stopped and come back on the same port, refuse, and break off. */
export class S3Server implements AsyncDisposable {
  readonly objects = new Map<string, Buffer>();
  /** Uploads in pieces that were begun and neither completed nor given up, by their id. */
  readonly uploads = new Map<string, Map<number, Buffer>>();
  /** Takes no piece: the bucket is full. */
  refusesPieces = false;
  /** Keeps something else than what it was sent. */
  alters = false;
  /** What is answered to everything, such as `{ status: 507, code: 'XMinioStorageFull' }`. */
  refusal: { status: number; code: string } | null = null;
  /** Sends half of what is read, then hangs up. */
  breaksOff = false;
  /** The bucket stands in the host's name: the path is the key alone. */
  bucketInName = false;
  /** The most keys in one list: Amazon's is 1000. */
  page = 1_000;
  readonly #keys: { readonly id: string; readonly secret: string; readonly region: string };
  #server: Server | undefined;
  #port = 0;

  private constructor(keys: { id: string; secret: string; region: string }) {
    this.#keys = keys;
  }

  static async start(): Promise<S3Server> {
    const server = new S3Server({ id: 'county', secret: 'se/cr+et', region: 'cn-north-1' });
    await server.comeBack();
    return server;
  }

  /** Its address for the setting; another secret makes it a wrong one. */
  url(secret = this.#keys.secret, bucket = 'news'): string {
    return `http://${this.#keys.id}:${encodeURIComponent(secret)}@127.0.0.1:${this.#port}/${bucket}?region=${this.#keys.region}`;
  }

  /** Listens (again) on its port. */
  async comeBack(): Promise<void> {
    const server = createServer((request, response) => void this.#serve(request, response));
    await new Promise<void>((resolve) => server.listen(this.#port, '127.0.0.1', resolve));
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
  }

  /** Goes down: open connections break, new ones are refused. */
  async goDown(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    server?.closeAllConnections();
    await new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.goDown();
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const sent = await buffer(request).catch(() => Buffer.alloc(0));
    const url = new URL(request.url ?? '/', 'http://bucket');
    const { status, body = '', etag } = this.#answer(request, url, sent);
    response.writeHead(status, { 'content-length': Buffer.byteLength(body), ...(etag ? { etag } : {}) });
    if (!this.breaksOff || request.method !== 'GET' || status !== 200) return void response.end(body);
    response.write(body.slice(0, Math.floor(body.length / 2)), () => response.destroy());
  }

  #answer(request: IncomingMessage, url: URL, sent: Buffer): Said {
    if (this.refusal) return problem(this.refusal.status, this.refusal.code);
    const wrong = this.#wrong(request, url, sent);
    if (wrong) return problem(wrong === 'XAmzContentSHA256Mismatch' ? 400 : 403, wrong);
    const [, bucket, ...rest] = `${this.bucketInName ? '/news' : ''}${url.pathname}`.split('/');
    if (bucket !== 'news') return problem(404, 'NoSuchBucket');
    const key = rest.join('/');
    if (key === '') return { status: 200, body: this.#list(url.searchParams) };
    if (url.searchParams.has('uploads') || url.searchParams.has('uploadId'))
      return this.#inPieces(String(request.method), url.searchParams, key, sent);
    if (request.method === 'PUT') this.objects.set(key, this.alters ? Buffer.concat([sent, Buffer.of(0)]) : sent);
    if (request.method === 'DELETE') {
      this.objects.delete(key);
      return { status: 204 };
    }
    const object = this.objects.get(key);
    if (!object) return problem(404, 'NoSuchKey');
    if (request.method !== 'GET') return { status: 200, body: '' };
    const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? [];
    if (from === undefined) return { status: 200, body: object };
    return { status: 206, body: object.subarray(Number(from), Number(to) + 1) };
  }

  // "Uploading and copying objects using multipart upload", Amazon S3 User Guide: all pieces but the last have 5 MB or more.
  #inPieces(method: string, asked: URLSearchParams, key: string, sent: Buffer): Said {
    if (asked.has('uploads')) {
      const id = `upload-${this.uploads.size + 1}`;
      this.uploads.set(id, new Map());
      return {
        status: 200,
        body: `<InitiateMultipartUploadResult><UploadId>${id}</UploadId></InitiateMultipartUploadResult>`,
      };
    }
    const id = asked.get('uploadId') ?? '';
    const pieces = this.uploads.get(id);
    if (!pieces) return problem(404, 'NoSuchUpload');
    if (method === 'PUT') {
      if (this.refusesPieces) return problem(507, 'XMinioStorageFull');
      pieces.set(Number(asked.get('partNumber')), sent);
      return { status: 200, etag: `"${hex(sent)}"` };
    }
    this.uploads.delete(id);
    if (method === 'DELETE') return { status: 204 };
    const named = [...String(sent).matchAll(/<PartNumber>(\d+)<\/PartNumber><ETag>"(\w+)"<\/ETag>/g)];
    const parts = named.map(([, at, tag]) => ({ bytes: pieces.get(Number(at)) ?? Buffer.alloc(0), tag }));
    if (parts.some(({ bytes, tag }) => hex(bytes) !== tag)) return problem(400, 'InvalidPart');
    if (parts.slice(0, -1).some(({ bytes }) => bytes.length < 5 * 1024 ** 2)) return problem(400, 'EntityTooSmall');
    this.objects.set(key, Buffer.concat(parts.map(({ bytes }) => bytes)));
    return { status: 200, body: '<CompleteMultipartUploadResult></CompleteMultipartUploadResult>' };
  }

  #list(asked: URLSearchParams): string {
    const keys = [...this.objects.keys()]
      .filter((key) => key.startsWith(asked.get('prefix') ?? '') && key > (asked.get('start-after') ?? ''))
      .toSorted()
      .slice(0, this.page);
    return `<ListBucketResult>${keys.map((key) => `<Contents><Key>${key}</Key></Contents>`).join('')}</ListBucketResult>`;
  }

  // "Signature Calculations for the Authorization Header", Amazon S3 API reference.
  #wrong(request: IncomingMessage, url: URL, sent: Buffer): string | null {
    const said =
      /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(
        request.headers.authorization ?? '',
      );
    if (!said) return 'AccessDenied';
    const [, id, day = '', region = '', names = '', signature = ''] = said;
    if (id !== this.#keys.id) return 'InvalidAccessKeyId';
    if (region !== this.#keys.region) return 'AuthorizationHeaderMalformed';
    const header = (name: string): string => String(request.headers[name] ?? '').trim();
    const time = header('x-amz-date');
    const at = Date.parse(time.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
    if (!(Math.abs(at - Date.now()) < 900_000)) return 'RequestTimeTooSkewed';
    if (!['host', 'x-amz-content-sha256', 'x-amz-date'].every((name) => names.split(';').includes(name)))
      return 'AccessDenied';
    const hash = header('x-amz-content-sha256');
    if (hash !== hex(sent)) return 'XAmzContentSHA256Mismatch';
    const query = [...url.searchParams]
      .map(([name, value]) => `${encode(name)}=${encode(value)}`)
      .toSorted()
      .join('&');
    const canonical = [
      request.method,
      url.pathname.split('/').map(encode).join('/'),
      query,
      ...names.split(';').map((name) => `${name}:${header(name)}`),
      '',
      names,
      hash,
    ].join('\n');
    const scope = `${day}/${region}/s3/aws4_request`;
    const key = [day, region, 's3', 'aws4_request'].reduce<string | Buffer>(hmac, `AWS4${this.#keys.secret}`);
    const wanted = hmac(key, ['AWS4-HMAC-SHA256', time, scope, hex(canonical)].join('\n'));
    return timingSafeEqual(wanted, Buffer.from(signature, 'hex')) ? null : 'SignatureDoesNotMatch';
  }
}

const encode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

const problem = (status: number, code: string): Said => ({
  status,
  body: `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code></Error>`,
});
