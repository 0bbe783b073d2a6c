import { tellRefusal } from '../../kit/refusals.ts';
import { askedNow, say } from './language.ts';
import { onLine } from './line.ts';
import { patienceFor, weightOf } from './patience.ts';
import { Problem, problemOf } from './problem.ts';

/** Reads. The type is the one the server's contract declares for the path. Throws Problem. */
export const read = <T>(path: string): Promise<T> => send<T>('GET', path, undefined, undefined);

/** Reads bytes: a sound, of about so much weight. Throws Problem. */
export async function readBytes(path: string, weight: number): Promise<ArrayBuffer> {
  const response = await throughTheLine('GET', path, undefined, headersOf(undefined, undefined), weight);
  if (!response.ok) throw await refusalOf(response);
  return response.arrayBuffer();
}

/** Begins to send a file or sends a piece of it, by tus 1.0.0. Throws Problem. */
export const speakTus = <T>(
  method: 'POST' | 'PATCH',
  path: string,
  said: Readonly<Record<string, string>>,
  piece?: ArrayBuffer,
): Promise<T> => send<T>(method, path, piece, undefined, { 'tus-resumable': '1.0.0', ...said });

/** Acts, once, under the key made for this act. Throws Problem. */
export const act = <T>(
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  body?: unknown,
  key?: string,
): Promise<T> => send<T>(method, path, body, key);

async function send<T>(
  method: string,
  path: string,
  body: unknown,
  key: string | undefined,
  said: Readonly<Record<string, string>> = {},
): Promise<T> {
  const response = await throughTheLine(method, path, body, { ...headersOf(body, key), ...said });
  if (!response.ok) throw await refusalOf(response);
  return (response.status === 204 ? null : await response.json().catch(() => Promise.reject(broken()))) as T;
}

async function refusalOf(response: Response): Promise<Problem> {
  const problem = await problemOf(response, say('problem.status', { status: response.status }));
  tellRefusal(problem.code);
  return problem;
}

async function throughTheLine(
  method: string,
  path: string,
  body: unknown,
  headers: Readonly<Record<string, string>>,
  weight = body instanceof FormData ? weightOf(body) : 0,
): Promise<Response> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), patienceFor(method, weight));
  try {
    const response = await fetch(`/api/v1${path}`, {
      method,
      credentials: 'same-origin',
      signal: stop.signal,
      headers,
      ...bodyOf(body),
    });
    // The body is read while the clock runs: a line may break between the head and the end.
    const whole = await response.arrayBuffer();
    onLine.set(true);
    return new Response(response.status === 204 ? null : whole, { status: response.status, headers: response.headers });
  } catch (error) {
    throw broken(error);
  } finally {
    clearTimeout(timer);
  }
}

function broken(cause?: unknown): Problem {
  onLine.set(false);
  const problem = new Problem('Offline', 0, say('problem.offline'));
  problem.cause = cause;
  return problem;
}

const headersOf = (body: unknown, key: string | undefined): Record<string, string> => ({
  accept: 'application/json',
  'accept-language': askedNow(),
  ...(key !== undefined ? { 'idempotency-key': key } : {}),
  ...(typeOf(body) ? { 'content-type': typeOf(body) } : {}),
});

// A form says its own type, with where its parts end.
const typeOf = (body: unknown): string =>
  body === undefined || body instanceof FormData
    ? ''
    : body instanceof ArrayBuffer
      ? 'application/offset+octet-stream'
      : 'application/json';

const bodyOf = (body: unknown): { body?: BodyInit } =>
  body === undefined
    ? {}
    : { body: body instanceof FormData || body instanceof ArrayBuffer ? body : JSON.stringify(body) };
