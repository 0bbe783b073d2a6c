import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { addressOf } from '#platform/county-address';
import type { Ctx } from '#platform/transaction';

/** A page as a reader gets it. */
export interface FetchedPage {
  readonly status: number;
  readonly html: string;
}
/** How a page of the county is asked for, or a document of another media type. */
export type FetchPage = (ctx: Ctx, path: string, accept?: string) => Promise<FetchedPage>;

const timeoutMilliseconds = 5_000;
const mostBytes = 4 * 1024 * 1024;

/** Asks our own public address for a page of this county, under the county's host name, past no cache of ours: what a reader gets. */
export const fetchPage: FetchPage = (ctx, path, accept = 'text/html') => {
  const address = new URL(path, ctx.app.settings.publicAddress);
  const ask = address.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const request = ask(
      address,
      // For all of it: a page that comes drop by drop would keep every other copy from being looked at.
      { headers: { host: new URL(addressOf(ctx)).host, accept }, signal: AbortSignal.timeout(timeoutMilliseconds) },
      (response) => {
        const chunks: Buffer[] = [];
        let bytes = 0;
        response.on('data', (chunk: Buffer) => {
          bytes += chunk.length;
          if (bytes > mostBytes) request.destroy(new Error('page too large'));
          else chunks.push(chunk);
        });
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, html: Buffer.concat(chunks).toString('utf8') }),
        );
        response.on('error', reject);
      },
    );
    request.on('error', reject);
    request.end();
  });
};
