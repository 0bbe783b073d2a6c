import { takeAhead } from './ahead.ts';
import { apiTexts } from './api-texts.ts';
import { passGate, type GateNeed } from './gate.ts';
import { tagNow } from './language.ts';
import { newKey } from './new-key.ts';
import { Problem, problemOf } from './problem.ts';
import { tellRefusal } from './refusals.ts';
import { askedIn } from './remembered-language.ts';
import { wordsNow } from './texts.ts';

type Query = Readonly<Record<string, string | number | boolean | null | undefined>>;
type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

interface Sending {
  readonly body?: unknown;
  readonly query?: Query;
  /** One key an act: kept when the same act is sent again, so that it has its effect once. */
  readonly key?: string;
  readonly signal?: AbortSignal | undefined;
  /** False where the caller itself asks for sign-in. */
  readonly gate?: boolean;
}

const pauses = [600, 1_800];

/** Reads. The type is the one the server's contract declares for the path. */
export const read = <T>(
  path: string,
  query: Query = {},
  options: Omit<Sending, 'query' | 'body' | 'key'> = {},
): Promise<T> => send<T>('GET', path, { ...options, query });

/** Acts. Tries again by itself when the line breaks: the key makes that harmless. */
export const act = <T>(
  method: Exclude<Method, 'GET'>,
  path: string,
  body?: unknown,
  options: Omit<Sending, 'body'> = {},
): Promise<T> => send<T>(method, path, { ...options, body, key: options.key ?? newKey() });

/** Reads bytes: a sound. Throws Problem. */
export async function readBlob(path: string): Promise<Blob> {
  const response = await answered('GET', path, {});
  return response.blob();
}

async function send<T>(method: Method, path: string, sending: Sending): Promise<T> {
  const response = await answered(method, path, sending);
  return (response.status === 204 ? null : await response.json()) as T;
}

/** One request, after which the person may have had to sign in or confirm: then it is sent once more. */
async function answered(method: Method, path: string, sending: Sending): Promise<Response> {
  for (let gatesPassed = 0; ; gatesPassed++) {
    const response = await sendThrough(method, path, sending);
    if (response.ok) return response;
    const problem = await problemOf(response, words().failed(response.status));
    tellRefusal(problem.code);
    const need = sending.gate === false || gatesPassed >= 3 ? null : needOf(problem);
    if (need === null) throw problem;
    if (!(await passGate(need))) throw problem;
  }
}

function needOf(problem: Problem): GateNeed | null {
  if (problem.status !== 401) return null;
  if (problem.code === 'SignInRequired' || problem.code === 'SignInAgain') return 'sign-in';
  // Who has yet to add a second proof is led to do so; no dialog over the page can stand in for it.
  if (problem.code === 'StepUpRequired' && problem.detail['needs'] === 'enrolment') return null;
  if (problem.code === 'StepUpRequired')
    return problem.detail['needs'] === 'second-factor' ? 'second-factor' : 'step-up';
  return null;
}

async function sendThrough(method: Method, path: string, sending: Sending): Promise<Response> {
  for (let attempt = 0; ; attempt++) {
    try {
      const address = addressOf(path, sending.query);
      const ahead = method === 'GET' ? takeAhead(address, tagNow()) : undefined;
      const early = await ahead;
      // It was asked for before the person signed in: by now they may have.
      const isStale = early === undefined || early.status === 401;
      const response = isStale ? await fetch(address, requestOf(method, sending)) : early;
      if (response.status !== 503 || attempt >= pauses.length) return response;
    } catch (error) {
      if (sending.signal?.aborted) throw error;
      if (attempt >= pauses.length) throw new Problem('Offline', 0, words().offline);
    }
    await new Promise((done) => setTimeout(done, pauses[attempt]));
  }
}

function requestOf(method: Method, { body, key, signal }: Sending): RequestInit {
  const multipart = body instanceof FormData;
  return {
    method,
    credentials: 'same-origin',
    headers: {
      accept: 'application/json',
      'accept-language': askedIn(tagNow()),
      ...(method !== 'GET' && key ? { 'idempotency-key': key } : {}),
      ...(body !== undefined && !multipart ? { 'content-type': 'application/json' } : {}),
    },
    ...(body !== undefined ? { body: multipart ? body : JSON.stringify(body) } : {}),
    ...(signal ? { signal } : {}),
  };
}

/** The address of an API path with its query; empty values are left out. */
export function addressOf(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value));
  const text = search.toString();
  return `/api/v1${path}${text === '' ? '' : `?${text}`}`;
}

const words = () => wordsNow(apiTexts);
