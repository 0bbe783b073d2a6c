import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { z } from 'zod';
import { openApp } from '#platform/app';
import { buildServer } from '#platform/http/server';
import { runTurn } from '#platform/recurring';
import { portalOptions } from '#portal';
import { testWorld } from '#testing';
import type { TestWorld } from '#testing';

const attribute = z.strictObject({
  key: z.string().min(1),
  value: z.union([
    z.strictObject({ stringValue: z.string() }),
    z.strictObject({ intValue: z.string().regex(/^-?\d+$/) }),
    z.strictObject({ doubleValue: z.number() }),
  ]),
});
const hex = (letters: number) => z.string().regex(new RegExp(`^(?!0+$)[0-9a-f]{${letters}}$`));
const time = z.string().regex(/^\d{19}$/);
/** ExportTraceServiceRequest of opentelemetry-proto 1, as far as this program fills it, in the JSON form of OTLP §"JSON Protobuf Encoding". */
const request = z.strictObject({
  resourceSpans: z.array(
    z.strictObject({
      resource: z.strictObject({ attributes: z.array(attribute) }),
      scopeSpans: z.array(
        z.strictObject({
          scope: z.strictObject({ name: z.string(), version: z.string() }),
          spans: z.array(
            z.strictObject({
              traceId: hex(32),
              spanId: hex(16),
              parentSpanId: hex(16).optional(),
              name: z.string().min(1),
              kind: z.int().min(1).max(5),
              startTimeUnixNano: time,
              endTimeUnixNano: time,
              attributes: z.array(attribute),
              status: z.strictObject({ code: z.int().min(0).max(2).optional() }),
            }),
          ),
        }),
      ),
    }),
  ),
});
type SentSpan = z.infer<typeof request>['resourceSpans'][number]['scopeSpans'][number]['spans'][number];

/** A collector that takes OTLP over HTTP as the specification has it: only POST, only JSON, only what is whole. It can be told to be busy. */
class Collector implements AsyncDisposable {
  readonly bodies: string[] = [];
  readonly authorizations: (string | undefined)[] = [];
  busy = 0;
  readonly #server = createServer((asked, answer) => {
    const chunks: Buffer[] = [];
    asked.on('data', (chunk: Buffer) => void chunks.push(chunk));
    asked.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      const status = this.#judge(asked, body);
      answer.writeHead(status, { 'content-type': 'application/json' }).end(status === 200 ? '{}' : '{"message":"no"}');
    });
  });

  static async start(): Promise<Collector> {
    const collector = new Collector();
    collector.#server.listen(0, '127.0.0.1');
    await once(collector.#server, 'listening');
    return collector;
  }

  get address(): string {
    return `http://county:se%20cret@127.0.0.1:${(this.#server.address() as AddressInfo).port}/v1/traces`;
  }

  get spans(): SentSpan[] {
    return this.bodies.flatMap((body) =>
      request
        .parse(JSON.parse(body))
        .resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans)),
    );
  }

  #judge({ method, url, headers }: IncomingMessage, body: string) {
    if (url !== '/v1/traces') return 404;
    if (method !== 'POST') return 405;
    if (headers['content-type'] !== 'application/json') return 415;
    if (this.busy > 0) {
      this.busy -= 1;
      return 503;
    }
    if (!request.safeParse(JSON.parse(body)).success) return 400;
    this.bodies.push(body);
    this.authorizations.push(headers.authorization);
    return 200;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }
}

/** The county's program with a collector. */
async function traced(county: TestWorld, collector: Collector, share = 1) {
  const app = await openApp(
    { ...county.app.settings, traces: { url: collector.address, share } },
    county.app.modules,
    county.clock,
  );
  const server = await buildServer(app, portalOptions(app));
  return {
    app,
    ask: (url: string, headers: Record<string, string> = {}) =>
      server.inject({ url, headers: { host: 'one.test', ...headers }, remoteAddress: '203.0.113.77' }),
    async [Symbol.asyncDispose]() {
      await server.close();
      await app.close();
    },
  };
}

test('whoever runs a collector sees what a request spent its time on: route, transaction, statements; and of nobody who asked or wrote (A37)', async () => {
  await using county = await testWorld();
  await using collector = await Collector.start();
  {
    await using program = await traced(county, collector);
    const canaries = {
      'user-agent': 'canari-agent',
      cookie: 'session=canari-cookie',
      authorization: 'Bearer canari-token',
      referer: 'https://canari.test/',
      traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
    };
    assert.equal((await program.ask('/search?q=canarisearch', canaries)).statusCode, 200);
    await program.ask('/api/v1/stories/canari-story?x=canari-query', canaries);
    await program.ask('/canari-path', canaries);
    const recurring = county.app.modules
      .flatMap((module) => module.recurring ?? [])
      .find(({ name }) => name === 'operations.watch');
    assert.ok(recurring);
    await runTurn(program.app, recurring);
  }
  const { spans } = collector;
  const page = spans.find(({ name }) => name.startsWith('GET') && !name.includes('/api/'));
  assert.ok(page, spans.map(({ name }) => name).join('\n'));
  const read = spans.filter(({ traceId }) => traceId === page.traceId);
  const transaction = read.find(({ parentSpanId }) => parentSpanId === page.spanId);
  assert.ok(transaction && /^(?:transaction|reading)$/.test(transaction.name));
  assert.ok(
    read.some(({ parentSpanId }) => parentSpanId === transaction.spanId),
    'its statements',
  );
  assert.ok(
    page.startTimeUnixNano <= transaction.startTimeUnixNano && transaction.endTimeUnixNano <= page.endTimeUnixNano,
  );
  assert.ok(spans.some(({ name, kind }) => name === 'operations.watch' && kind === 5));
  const said = page.attributes.map(({ key }) => key);
  assert.ok(['http.route', 'http.response.status_code', 'xiangyin.county'].every((key) => said.includes(key)));
  assert.equal(collector.authorizations[0], `Basic ${Buffer.from('county:se cret').toString('base64')}`);
  assert.doesNotMatch(collector.bodies.join('\n'), /canari|203\.0\.113|0af7651916cd43dd/);
});

test('a request that failed is marked, without the words of its error', async () => {
  await using county = await testWorld();
  await using collector = await Collector.start();
  {
    await using program = await traced(county, collector);
    await program.app.pool.end();
    assert.ok((await program.ask('/search?q=a')).statusCode >= 500);
    // It is closed again when the program ends.
    program.app.pool.end = async () => undefined;
  }
  const failed = collector.spans.filter(({ status }) => status.code === 2);
  assert.ok(failed.length > 0);
  assert.doesNotMatch(collector.bodies.join('\n'), /Cannot use a pool/);
});

test('a collector that is busy gets the same spans later, each once; one that is away delays nobody', async () => {
  await using county = await testWorld();
  await using collector = await Collector.start();
  {
    await using program = await traced(county, collector);
    collector.busy = 1;
    await program.ask('/search?q=a');
    await program.app.tracer?.send();
    assert.equal(collector.bodies.length, 0);
    await program.app.tracer?.send();
    const ids = collector.spans.map(({ spanId }) => spanId);
    assert.ok(ids.length > 0);
    assert.equal(new Set(ids).size, ids.length);
  }
  const nowhere = { ...county.app.settings, traces: { url: 'http://127.0.0.1:9/v1/traces', share: 1 } };
  const app = await openApp(nowhere, county.app.modules, county.clock);
  for (let times = 0; times < 5_000; times += 1) app.tracer?.begin('request', 'server', {})?.end();
  await app.close();
});

test('without the setting nothing is told, and with a share of none no trace begins', async () => {
  await using county = await testWorld();
  assert.equal(county.app.tracer, null);
  await using collector = await Collector.start();
  {
    await using program = await traced(county, collector, 0);
    await program.ask('/search?q=a');
  }
  assert.deepEqual(collector.bodies, []);
});
