import { get } from 'node:http';
import type { FastifyRequest } from 'fastify';

const patienceMilliseconds = 5_000;

/** Fetches a public page as a reader would, over the socket at which the visitor's own request came in, until it shows `words`.
 *  Returns how long that took since `began` (performance.now()), in whole milliseconds but at least 1; null when it did not within 5 seconds. */
export async function timeUntilPublic(
  request: FastifyRequest,
  path: string,
  words: string,
  began: number,
): Promise<number | null> {
  while (performance.now() - began < patienceMilliseconds) {
    const page = await fetchPage(request, path);
    if (page.status === 200 && page.body.includes(words)) return Math.max(1, Math.round(performance.now() - began));
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  return null;
}

async function fetchPage(request: FastifyRequest, path: string): Promise<{ status: number; body: string }> {
  const host = request.headers.host ?? 'localhost';
  const { localAddress, localPort } = request.raw.socket;
  // A request made inside the process has no socket; the page is the same.
  if (!localPort) {
    const answer = await request.server.inject({ method: 'GET', url: path, headers: { host } });
    return { status: answer.statusCode, body: answer.body };
  }
  return new Promise((resolve, reject) => {
    get({ host: localAddress, port: localPort, path, headers: { host } }, (answer) => {
      const parts: Buffer[] = [];
      answer
        .on('data', (part: Buffer) => parts.push(part))
        .on('end', () => resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(parts).toString('utf8') }))
        .on('error', reject);
    }).on('error', reject);
  });
}
