import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { App } from '#platform/app';
import { patternOf } from '#platform/http/other-methods';
import { refuse } from '#platform/refuse';
import { isSpokenAt } from './further-pages.ts';
import { allPrefixes, prefixesOf } from './prefix.ts';
import { servePage } from './serve-page.ts';
import { submitForm } from './submit-form.ts';

/** Mounts every module's pages under each language and edition prefix; a county answers under those of its own languages. */
export function mountPages(app: App, server: FastifyInstance): void {
  for (const module of app.modules)
    for (const page of module.pages ?? [])
      for (const prefix of allPrefixes) {
        const url = page.path === '/' ? `${prefix}/` : `${prefix}${page.path}`;
        const preHandler = mustHavePrefix(prefix);
        if (page.path === '/' && prefix) server.get(prefix, { preHandler }, (_, reply) => reply.redirect(url, 301));
        server.get(url, { preHandler }, (request, reply) => servePage(app, page, request, reply));
        if (page.submit)
          server.post(url, { preHandler, bodyLimit: 64 * 1024 }, (request, reply) =>
            submitForm(app, page, request, reply),
          );
      }
}

const longestFirst = allPrefixes.toSorted((a, b) => b.length - a.length);

/** Which methods the address of a page takes; none: there is no page. A county answers under the prefixes of its own languages. */
export function methodsOfPages(app: App): (url: string) => string[] {
  let pages: { pattern: RegExp; methods: string[] }[] | undefined;
  return (url) => {
    pages ??= app.modules
      .flatMap((module) => module.pages ?? [])
      .map(({ path, submit }) => ({ pattern: patternOf(path), methods: ['GET', 'HEAD', ...(submit ? ['POST'] : [])] }));
    const [whole = '/'] = url.split('?', 1);
    const prefix = longestFirst.find((one) => whole === one || whole.startsWith(`${one}/`)) ?? '';
    const path = whole.slice(prefix.length) || '/';
    return pages.find(({ pattern }) => pattern.test(path))?.methods ?? [];
  };
}

const mustHavePrefix = (prefix: string) => async (request: FastifyRequest) => {
  const county = request.ctx?.county;
  if (!county) return;
  const found = prefixesOf(county).find((one) => one.prefix === prefix);
  if (!found || !isSpokenAt(found.tag, request.host)) refuse('NotFound');
};
