import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { tileHosts } from '#places';
import type { App } from '#platform/app';
import { securityHeaders } from '#platform/http/headers';
import { refuse } from '#platform/refuse';
import { sendStarting } from '../starting-page.ts';
import { siteDist } from '../assets.ts';
import { StaticFolder } from './static-folder.ts';
import type { StaticFile } from './static-folder.ts';

const root = join(import.meta.dirname, '..', '..', '..', '..');
const folders = {
  site: new StaticFolder(siteDist),
  phone: new StaticFolder(join(root, 'console', 'phone', 'dist')),
  console: new StaticFolder(join(root, 'console', 'dist')),
};

/** Forgets what was read of the built front ends. */
export const forgetFiles = (): void => Object.values(folders).forEach((folder) => folder.forget());

/** Where the two applications of the staff lie when they are built. */
export interface Applications {
  readonly phone: StaticFolder;
  readonly console: StaticFolder;
}

/** Serves the built front ends: the site's assets, the light phone entry, the console. Files with a hash in their name may be kept for ever. */
export function mountFiles(app: App, server: FastifyInstance, applications: Applications = folders): void {
  server.get('/assets/*', (request, reply) => sendFile(folders.site, `assets/${star(request)}`, request, reply));
  server.get('/console', (_, reply) => reply.redirect('/console/', 301));
  server.get('/console/phone', (_, reply) => reply.redirect('/console/phone/', 301));
  server.get('/console/phone/*', (request, reply) =>
    sendApplication(app, applications.phone, star(request), request, reply),
  );
  server.get('/console/*', (request, reply) =>
    sendApplication(app, applications.console, star(request), request, reply),
  );
  server.get('/service-worker.js', (request, reply) => sendFile(folders.site, 'service-worker.js', request, reply));
}

const star = (request: FastifyRequest): string => (request.params as Record<string, string>)['*'] ?? '';

async function sendFile(
  folder: StaticFolder,
  name: string,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const file = (await folder.get(name)) ?? refuse('NotFound');
  const hashed = /-[\w-]{8,}\.\w+$/.test(name);
  reply
    .header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache')
    .header('etag', file.etag)
    .header('vary', 'accept-encoding')
    .type(file.type);
  if (request.headers['if-none-match'] === file.etag) return reply.status(304).send();
  return sendEncoded(file, request, reply);
}

function sendEncoded(file: StaticFile, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const accepted = String(request.headers['accept-encoding'] ?? '');
  if (file.br && accepted.includes('br')) return reply.header('content-encoding', 'br').send(file.br);
  if (file.gzip && accepted.includes('gzip')) return reply.header('content-encoding', 'gzip').send(file.gzip);
  return reply.send(file.body);
}

// A correspondent records what they say; a volunteer who wishes has the phone find whether the door is near.
const applicationPermissions = String(securityHeaders['permissions-policy'])
  .replace('microphone=()', 'microphone=(self)')
  .replace('geolocation=()', 'geolocation=(self)');

// An application: its files, and for every other path its page, which finds the way by itself.
async function sendApplication(
  app: App,
  folder: StaticFolder,
  name: string,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  if (name !== '' && name !== 'index.html' && (await folder.get(name))) return sendFile(folder, name, request, reply);
  if (/\.\w+$/.test(name)) refuse('NotFound');
  const page = await folder.get('index.html');
  if (!page) return sendStarting(app, request, reply);
  const nonce = randomBytes(16).toString('base64url');
  return reply
    .header('content-security-policy', consolePolicy(nonce, tileHosts(request.ctx?.county.settings ?? {})))
    .header('permissions-policy', applicationPermissions)
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(page.body.toString('utf8').replaceAll('__NONCE__', nonce));
}

/** Ant Design writes style elements: they carry the nonce that the page hands it. Scripts come from our own files alone, and no text becomes script (Trusted Types). Of other hosts only those are asked that the county takes the ground of its maps from. */
const consolePolicy = (nonce: string, hosts: readonly string[]): string =>
  `default-src 'none'; script-src 'self' 'nonce-${nonce}'; style-src 'self' 'nonce-${nonce}'; style-src-attr 'unsafe-inline'; img-src 'self' data: blob:; media-src 'self' blob:; font-src 'self'; connect-src ${["'self'", ...hosts].join(' ')}; worker-src 'self'; manifest-src 'self'; form-action 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'`;
