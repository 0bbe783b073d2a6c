import autocannon from 'autocannon';

/** What a load told: answers per second, and the times of single answers in milliseconds. */
export interface LoadResult {
  readonly perSecond: number;
  readonly p50: number;
  readonly p97: number;
  readonly errors: number;
}

/** What is asked for: one address, `paths` for another each time, or `bodies` for another body each time. */
export interface LoadRequest {
  readonly method?: 'GET' | 'POST';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  paths?(): string;
  bodies?(): { body: string; headers: Record<string, string> };
}

/** Asks as fast as answers come over 16 connections for `seconds`. Anything but 2xx counts as an error. */
export async function load(address: string, request: LoadRequest, seconds: number): Promise<LoadResult> {
  const headers = { 'accept-encoding': 'br', ...request.headers };
  const isVaried = request.paths !== undefined || request.bodies !== undefined;
  const result = await autocannon({
    url: `${address}${request.path}`,
    connections: 16,
    duration: seconds,
    method: request.method ?? 'GET',
    headers,
    ...(isVaried ? { requests: [{ setupRequest: (one: object) => ({ ...one, ...varied(request, headers) }) }] } : {}),
  });
  return {
    perSecond: result.requests.average,
    p50: result.latency.p50,
    p97: result.latency.p97_5,
    errors: result.non2xx + result.errors,
  };
}

function varied(request: LoadRequest, headers: Readonly<Record<string, string>>): object {
  const made = request.bodies?.();
  return {
    method: request.method ?? 'GET',
    path: request.paths?.() ?? request.path,
    ...(made ? { body: made.body } : {}),
    headers: { ...headers, ...made?.headers },
  };
}
