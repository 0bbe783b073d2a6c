import type { FastifyInstance } from 'fastify';
import type { App } from '#platform/app';
import { prefixesOf } from './prefix.ts';
import { servePage } from './serve-page.ts';
import { submitForm } from './submit-form.ts';

/** Mounts every module's pages under each language and edition prefix in use by any county. */
export function mountPages(app: App, server: FastifyInstance): void {
  const prefixes = new Set(app.counties.all().flatMap((county) => prefixesOf(county).map((one) => one.prefix)));
  for (const module of app.modules)
    for (const page of module.pages ?? [])
      for (const prefix of prefixes) {
        const url = page.path === '/' ? `${prefix}/` : `${prefix}${page.path}`;
        if (page.path === '/' && prefix) server.get(prefix, (_, reply) => reply.redirect(url, 301));
        server.get(url, (request, reply) => servePage(app, page, request, reply));
        if (page.submit)
          server.post(url, { bodyLimit: 64 * 1024 }, (request, reply) => submitForm(app, page, request, reply));
      }
}
