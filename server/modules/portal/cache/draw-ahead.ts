import type { FastifyInstance } from 'fastify';
import type { App } from '#platform/app';
import type { County } from '#platform/county';
import { prefixesOf } from '../prefix.ts';

const servers = new WeakMap<App, FastifyInstance>();

/** Lets the pages of this server be drawn before anybody asks. */
export const mayDrawAhead = (app: App, server: FastifyInstance): void => void servers.set(app, server);

/** Draws a page that somebody is about to ask for, at once and beside the answer to the act that made it; readers who come meanwhile wait for this drawing. What fails is drawn for the first reader. */
export function drawAhead(app: App, county: County, { slug, language }: { slug: string; language: string }): void {
  const server = servers.get(app);
  const host = [...app.counties.hosts()].find(([, id]) => id === county.id)?.[0];
  if (!server || !host) return;
  const prefix = prefixesOf(county).find((one) => one.language === language && one.edition === 'normal')?.prefix ?? '';
  const url = `${prefix}/stories/${slug}`;
  server.inject({ method: 'GET', url, headers: { host, 'accept-encoding': 'gzip' } }).catch(() => undefined);
}
