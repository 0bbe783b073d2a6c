import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request as requestSecurely } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SecureVersion } from 'node:tls';
import { after, before, test } from 'node:test';
import { SubjectAlternativeNameExtension, X509CertificateGenerator } from '@peculiar/x509';
import { setTestPassword } from '#access/testing';
import { openDesk, story, writerAt } from '#newsroom/testing';
import type { Desk } from '#newsroom/testing';
import { correctPublished } from '#channels/testing';
import { portalOptions } from '#portal';
import { buildServer } from '#platform/http/server';
import { openOverHttp, overHttp } from '../index.ts';
import { findProgram } from './find-program.ts';
import { hasIpv6, NginxServer } from './nginx-server.ts';
import type { CertificateFiles } from './nginx-server.ts';

// The full doses install it; a short run takes the one that is there.
const nginx = findProgram('nginx');
if (nginx) inFront(nginx);

function inFront(program: string): void {
  let desk: Desk;
  let front: NginxServer;
  let server: Awaited<ReturnType<typeof buildServer>>;
  let port = 0;
  before(async () => {
    desk = await openDesk({ trustedProxies: ['127.0.0.1'], readsPerMinute: 3 });
    server = await buildServer(desk.county.app, portalOptions(desk.county.app));
    port = Number(new URL(await server.listen({ port: 0, host: '127.0.0.1' })).port);
    front = await NginxServer.start(program, port);
  });
  after(async () => {
    await front[Symbol.asyncDispose]();
    await server.close();
    await desk[Symbol.asyncDispose]();
  });
  const get = (path: string, headers: Record<string, string> = {}) => overHttp(front.address, path, { headers });

  test('behind nginx with a certificate of one’s own people sign in over https, old protocols are refused, and plain http is shown the way (A8)', async () => {
    const { county } = desk;
    const folder = mkdtempSync(join(tmpdir(), 'xy-tls-'));
    const files = await certificateIn(folder);
    await county.inCounty((ctx) => setTestPassword(ctx, 'volunteer', '一句容易记的话 2026'));
    await using secure = await NginxServer.startSecure(program, port, files);
    const { port: securePort } = new URL(secure.address);
    const host = `one.test:${securePort}`;
    const ca = readFileSync(files.certificate);
    const ask = (path: string, options: SecureOptions = {}) =>
      askSecurely(Number(securePort), host, { ca, path, ...options });
    const page = await ask('/');
    assert.deepEqual([page.status, page.text.includes('甲县')], [200, true]);
    assert.match(String(page.headers['strict-transport-security']), /max-age=\d+/);
    const body = JSON.stringify({ login: 'volunteer', password: '一句容易记的话 2026' });
    const from = (origin: string) =>
      ask('/api/v1/sessions', {
        method: 'POST',
        body,
        headers: { origin, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      });
    assert.equal((await from('https://elsewhere.test')).status, 403, 'another site');
    const signedIn = await from(`https://${host}`);
    assert.equal(signedIn.status, 201, signedIn.text);
    const [cookie = ''] = signedIn.headers['set-cookie'] ?? [];
    assert.match(cookie, /^__Host-[^;]+;.*Secure/);
    assert.equal((await ask('/api/v1/me', { headers: { cookie: cookie.split(';')[0] ?? '' } })).status, 200);
    await assert.rejects(ask('/', { maxVersion: 'TLSv1.1' }), /protocol|version|alert/i);
    const plain = await overHttp(`http://127.0.0.1:${securePort}`, '/stories?q=1', { headers: { host } });
    assert.deepEqual([plain.status, plain.headers['location']], [308, `https://${host}/stories?q=1`]);
    rmSync(folder, { recursive: true });
  });

  test('nginx answers by IPv6 as it does by IPv4, and starts where there is none', async () => {
    const { port: frontPort } = new URL(front.address);
    const page = await get('/about');
    assert.equal(page.status, 200);
    const other = overHttp(`http://[::1]:${frontPort}`, '/about');
    if (hasIpv6) assert.equal((await other).text, page.text);
    else await assert.rejects(other);
  });

  test('behind nginx a page is what the program says, compressed once, known again by its tag, and new at once when it is corrected or withdrawn', async () => {
    const published = await desk.publish();
    const path = `/stories/${published.slug}`;
    const here = await overHttp(`http://127.0.0.1:${port}`, path);
    const there = await get(path);
    assert.equal(there.text, here.text);
    for (const name of [
      'content-type',
      'cache-control',
      'etag',
      'vary',
      'content-security-policy',
      'x-content-type-options',
    ])
      assert.equal(there.headers[name], here.headers[name], name);
    for (const encoding of ['br', 'gzip'])
      assert.equal((await get(path, { 'accept-encoding': encoding })).headers['content-encoding'], encoding);
    const tag = String(there.headers['etag']);
    assert.equal((await get(path, { 'if-none-match': tag })).status, 304);
    assert.equal((await get(path, { 'if-none-match': `W/${tag}` })).status, 304, 'a proxy may weaken it');
    await correctPublished(desk, published);
    const corrected = await get(path, { 'if-none-match': tag });
    assert.deepEqual([corrected.status, corrected.text.includes('限重十二吨')], [200, true]);
    await desk.onDuty('chief-editor');
    story(await desk.county.as('chief-editor').post(`/stories/${published.id}/withdrawals`, { reason: '核实' }), 201);
    const gone = await get(path, { 'if-none-match': String(corrected.headers['etag']) });
    assert.deepEqual([gone.status, gone.text.includes('限重十二吨')], [200, false]);
  });

  test('behind nginx the site’s own files are kept by their name, many answers come over one line, and nobody speaks for another address', async () => {
    const asset = /"(\/assets\/[^"]+)"/.exec((await get('/')).text)?.[1] ?? assert.fail('the page has no asset');
    const kept: unknown[] = [];
    for (let times = 0; times < 2; times += 1)
      kept.push((await get(asset, { 'accept-encoding': 'gzip' })).headers['x-cache']);
    assert.deepEqual(kept, ['MISS', 'HIT']);
    const plain = await get(asset);
    assert.deepEqual(
      [plain.headers['content-encoding'], plain.headers['cache-control']],
      [undefined, 'public, max-age=31536000, immutable'],
    );
    assert.equal(await linesFor(front.address, 20), 1);
    // With an address of one's own choosing for each question nobody would ever meet a limit.
    const statuses: number[] = [];
    for (const limit of [1, 2, 3, 4]) {
      const claimed = `203.0.113.${limit}`;
      const headers = { 'x-forwarded-for': claimed, forwarded: `for=${claimed}` };
      statuses.push((await get(`/api/v1/public/stories?limit=${limit}`, headers)).status);
    }
    assert.deepEqual(statuses, [200, 200, 200, 429], 'one address, whatever it claims');
  });

  test('behind nginx a large file arrives in pieces and is fetched in parts, and a text is written together', async () => {
    const { county } = desk;
    const cookie = await county.as('editor').cookie();
    const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(20_000_000)]);
    const id = await sendInPieces(front.address, cookie, bytes, 8 * 1024 * 1024);
    const done = await county.as('editor').get(`/uploads/${id}`);
    assert.equal(done.body['state'], 'kept', done.text);
    const material = await county.as('editor').get(`/materials/${String(done.body['subject'])}`);
    const part = await openOverHttp(front.address, String(material.body['href']), {
      headers: { cookie, range: 'bytes=19999990-' },
    });
    const tail = Buffer.concat((await part.toArray()) as Buffer[]);
    assert.deepEqual(
      [part.statusCode, part.headers['content-range'], tail.equals(bytes.subarray(19_999_990))],
      [206, `bytes 19999990-${bytes.length - 1}/${bytes.length}`, true],
    );
    const draft = await desk.write();
    const writer = await writerAt(draft.id, { port: Number(new URL(front.address).port), host: 'one.test', cookie });
    writer.title().insert(0, '隔着代理：');
    await writer.synced();
    writer.leave();
    const again = await writerAt(draft.id, { port, host: 'one.test', cookie });
    assert.ok(again.text().title.startsWith('隔着代理：'));
    again.leave();
  });
}

/** A certificate for one.test that signs itself, with its key. */
async function certificateIn(folder: string): Promise<CertificateFiles> {
  const [certificate, key] = [join(folder, 'fullchain.pem'), join(folder, 'key.pem')];
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const made = await X509CertificateGenerator.createSelfSigned({
    name: 'CN=one.test',
    notBefore: new Date(Date.now() - 86_400_000),
    notAfter: new Date(Date.now() + 86_400_000),
    keys,
    signingAlgorithm: algorithm,
    extensions: [new SubjectAlternativeNameExtension([{ type: 'dns', value: 'one.test' }])],
  });
  writeFileSync(certificate, made.toString('pem'));
  const der = Buffer.from(await crypto.subtle.exportKey('pkcs8', keys.privateKey));
  writeFileSync(key, `-----BEGIN PRIVATE KEY-----\n${der.toString('base64')}\n-----END PRIVATE KEY-----\n`, {
    mode: 0o600,
  });
  return { certificate, key };
}

interface SecureOptions {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly maxVersion?: SecureVersion;
}

const askSecurely = (
  port: number,
  host: string,
  { ca, path, method = 'GET', headers = {}, body, maxVersion }: SecureOptions & { ca: Buffer; path: string },
): Promise<{ status: number; headers: IncomingMessage['headers']; text: string }> =>
  new Promise((resolve, reject) => {
    const asked = requestSecurely(
      {
        host: '127.0.0.1',
        port,
        path,
        method,
        ca,
        servername: 'one.test',
        agent: false,
        headers: { host, ...headers },
        ...(maxVersion ? { maxVersion, minVersion: 'TLSv1' } : {}),
      },
      (answer) => {
        let text = '';
        answer
          .setEncoding('utf8')
          .on('data', (part: string) => (text += part))
          .once('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }));
      },
    );
    asked.once('error', reject).end(body);
  });

/** Over how many lines so many answers came, one after the other. */
async function linesFor(address: string, count: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const sockets = new Set<unknown>();
  for (let times = 0; times < count; times += 1)
    await new Promise<void>((resolve, reject) => {
      request(new URL('/', address), { agent, headers: { host: 'one.test' } }, (answer) => {
        sockets.add(answer.socket);
        answer.resume().on('end', resolve);
      })
        .on('error', reject)
        .end();
    });
  agent.destroy();
  return sockets.size;
}

/** Sends a document as the console does (tus 1.0), piece by piece. Answers the id of the upload. */
async function sendInPieces(address: string, cookie: string, bytes: Buffer, piece: number): Promise<string> {
  const call = async (method: string, path: string, more: Record<string, string>, body?: Buffer) => {
    const headers = { host: 'one.test', origin: 'http://one.test', cookie, 'tus-resumable': '1.0.0', ...more };
    const asked = request(new URL(path, address), { method, headers });
    asked.end(body);
    const [answer] = (await once(asked, 'response')) as [IncomingMessage];
    const text = (await answer.setEncoding('utf8').toArray()).join('');
    assert.ok((answer.statusCode ?? 0) < 300, `${answer.statusCode} ${text}`);
    return answer.headers;
  };
  const metadata = `filename ${Buffer.from('通知.pdf').toString('base64')}`;
  const made = await call('POST', '/api/v1/uploads', {
    'idempotency-key': randomUUID(),
    'upload-length': String(bytes.length),
    'upload-metadata': metadata,
  });
  const path = String(made.location);
  for (let offset = 0; offset < bytes.length; offset += piece) {
    const part = bytes.subarray(offset, offset + piece);
    await call(
      'PATCH',
      path,
      {
        'upload-offset': String(offset),
        'content-type': 'application/offset+octet-stream',
        'content-length': String(part.length),
      },
      part,
    );
  }
  return path.split('/').at(-1) ?? '';
}
