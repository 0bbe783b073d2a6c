import type { FastifyInstance } from 'fastify';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { App } from '#platform/app';
import { entityTag, hasAlready } from '#platform/http/conditional';
import { openApiDocument } from '#platform/http/openapi';
import { assetsOf } from './assets.ts';

interface Operation {
  tags: string[];
  summary: string;
  'x-ability': string;
  parameters: { name: string; in: string; required: boolean }[];
  responses: Record<string, { description: string }>;
}

/** `/api/openapi.json` and `/api/docs`: the same document for programs and for people; a plain page without script. Both are made when somebody first asks, for few ever do, and kept small. */
export function mountApiDocuments(app: App, server: FastifyInstance): void {
  let made: Documents | undefined;
  const documents = (): Documents => (made ??= makeDocuments(app));
  server.get('/api/openapi.json', async (request, reply) => {
    const { json, tag } = documents();
    reply.headers({ 'cache-control': 'no-cache', etag: tag, vary: 'accept-encoding' });
    if (hasAlready(request.headers['if-none-match'], tag)) return reply.status(304).send();
    reply.type('application/json; charset=utf-8');
    return String(request.headers['accept-encoding'] ?? '').includes('gzip')
      ? reply.header('content-encoding', 'gzip').send(json)
      : reply.send(gunzipSync(json));
  });
  server.get('/api/docs', async (_, reply) =>
    reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(pageOf(gunzipSync(documents().main).toString(), (await assetsOf()).styles)),
  );
}

/** Compressed: 2.5 MB of text are 150 kB. */
interface Documents {
  readonly json: Buffer;
  readonly tag: string;
  readonly main: Buffer;
}

function makeDocuments(app: App): Documents {
  const document = openApiDocument(app);
  const json = JSON.stringify(document);
  const main = docsMain(document['paths'] as Record<string, Record<string, Operation>>);
  return { json: gzipSync(json), tag: entityTag(json), main: gzipSync(main) };
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const reading = `<h2 id="reading">Reading what is published</h2><p>Everybody may, from any site's page too (CORS, reading only, without credentials):</p><ul>
<li><code>GET /api/v1/public/stories</code>: newest first; <code>section</code>, <code>place</code>, <code>language</code> narrow it. <code>next</code> goes into <code>after</code>: a cursor loses and doubles nothing when stories come meanwhile.</li>
<li><code>?fields=title,deck</code>: only these and the id. A single story also knows <code>html</code>, <code>plain</code>, <code>places</code>, <code>corrections</code>. A name that does not exist is refused.</li>
<li>Answers carry an <code>ETag</code>; with <code>If-None-Match</code> what you have is not sent again (304).</li>
<li><code>GET /api/v1/public/export</code>: everything, one JSON object a line (NDJSON); <code>after</code> goes on behind the last whole line.</li>
<li><code>GET /api/v1/public/changes</code>: what became of it, in the order of commits, for whoever keeps a copy. Corrections and withdrawals are in it: follow them.</li>
<li><code>GET /oembed?url=…</code> (oEmbed 1.0, <code>format=json</code> or <code>xml</code>): how a story is shown where somebody pasted its address.</li>
<li>An address has a limit a minute for what is not answered from memory; beyond it 429 with <code>Retry-After</code>. The county gives keys with more: <code>Authorization: Bearer xyk_…</code></li></ul>`;

function docsMain(paths: Record<string, Record<string, Operation>>): string {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  const groups = [...Map.groupBy(operations, (one) => one.operation.tags[0] ?? '')].map(
    ([tag, list]) => `<h2 id="${escape(tag)}">${escape(tag)}</h2>${list.map(operationHtml).join('')}`,
  );
  return `<main class="wrap story"><header><h1>Xiangyin API</h1></header><div class="story-text"><p>Machine-readable: <a href="/api/openapi.json">openapi.json</a>. Every POST with effect needs an Idempotency-Key of 16 to 255 characters. Programs that act for a person send a personal access token as <code>Authorization: Bearer …</code>. What is under <code>/api/v1</code> keeps its shape: properties and addresses are added, never taken away or given another meaning; what would break a reader becomes <code>/api/v2</code> beside it.</p>${reading}${groups.join('')}</div></main>`;
}

// In the dress of the site, whose styles have a new name whenever they change.
const pageOf = (main: string, styles: readonly string[]): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Xiangyin API</title>${styles.map((href) => `<link rel="stylesheet" href="${escape(href)}">`).join('')}</head><body>${main}</body></html>`;

function operationHtml({ path, method, operation }: { path: string; method: string; operation: Operation }): string {
  const parameters = operation.parameters
    .map((one) => `<li><code>${escape(one.name)}</code> (${one.in}${one.required ? ', required' : ''})</li>`)
    .join('');
  const answers = Object.entries(operation.responses)
    .map(([status, one]) => `<li>${status}: ${escape(one.description)}</li>`)
    .join('');
  return `<details><summary><strong>${method.toUpperCase()}</strong> <code>${escape(path)}</code> ${escape(operation.summary)}</summary><p>Ability: <code>${escape(operation['x-ability'])}</code></p>${parameters ? `<p>Parameters</p><ul>${parameters}</ul>` : ''}<p>Answers</p><ul>${answers}</ul></details>`;
}
