import { request } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';

/** An answer that came over a real connection. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** Asks a listening server over a real connection, past no door (`inject` goes round the page cache). The body waits unread. */
export const openOverHttp = (
  address: string,
  path: string,
  { method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> } = {},
): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    request(new URL(path, address), { method, headers: { host: 'one.test', ...headers } }, resolve)
      .on('error', reject)
      .end();
  });

/** The same, read to its end. */
export async function overHttp(...asked: Parameters<typeof openOverHttp>): Promise<HttpAnswer> {
  const answer = await openOverHttp(...asked);
  const pieces = await answer.setEncoding('utf8').toArray();
  return { status: answer.statusCode ?? 0, headers: answer.headers, text: pieces.join('') };
}
