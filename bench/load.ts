import autocannon from 'autocannon';

/** What a load told: answers per second, and the times of single answers in milliseconds. */
export interface LoadResult {
  readonly perSecond: number;
  readonly p50: number;
  readonly p97: number;
  readonly errors: number;
}

interface Request {
  method?: 'GET' | 'POST';
  path: string;
  headers?: Record<string, string>;
  bodies?: () => { body: string; headers: Record<string, string> };
}

/** Asks as fast as answers come over 16 connections for `seconds`. Anything but 2xx counts as an error. */
export async function load(address: string, request: Request, seconds: number): Promise<LoadResult> {
  const result = await autocannon({
    url: `${address}${request.path}`,
    connections: 16,
    duration: seconds,
    method: request.method ?? 'GET',
    headers: { 'accept-encoding': 'br', ...request.headers },
    ...(request.bodies ? { requests: [{ setupRequest: (one: object) => ({ ...one, ...withBody(request) }) }] } : {}),
  });
  return {
    perSecond: result.requests.average,
    p50: result.latency.p50,
    p97: result.latency.p97_5,
    errors: result.non2xx + result.errors,
  };
}

function withBody(request: Request): { method: string; path: string; body: string; headers: Record<string, string> } {
  const made = request.bodies?.() ?? { body: '', headers: {} };
  return {
    method: request.method ?? 'POST',
    path: request.path,
    body: made.body,
    headers: { ...request.headers, ...made.headers },
  };
}
