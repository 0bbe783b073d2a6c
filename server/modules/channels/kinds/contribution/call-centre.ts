import { callOut } from '#platform/outbound/call-out';
import type { Incoming } from '#platform/outbound/call-out';
import { OutboundFailure } from '#platform/outbound/outbound-failure';
import { readJson } from '#platform/outbound/read-json';
import { retryAfter } from '#platform/outbound/retry-after';
import { partsOf } from '../sending.ts';
import type { Failed, FailureClass, Testing } from '../sending.ts';
import type { ContributionSettings } from './settings.ts';

/** What is asked of the other centre. */
export interface Asked {
  readonly method: 'GET' | 'POST';
  /** Under /api/v1. */
  readonly path: string;
  readonly type?: string;
  readonly body?: string | Uint8Array;
}

/** What it answered: 2xx with a JSON object, or a refusal with its code (`problem+json`). */
export type Answered =
  | { readonly isGood: true; readonly status: number; readonly body: Record<string, unknown> }
  | {
      readonly isGood: false;
      readonly status: number;
      readonly code: string;
      readonly detail: Record<string, unknown>;
      readonly afterSeconds?: number;
    };

/** Calls the other centre once in the name of the county's account there. Throws OutboundFailure. */
export async function callCentre(
  { ctx, settings, secrets }: Testing<ContributionSettings>,
  { method, path, type, body }: Asked,
): Promise<Answered> {
  const incoming = await callOut(ctx.app.settings.innerHosts ?? [], {
    method,
    address: `${new URL(settings.address).origin}/api/v1${path}`,
    headers: {
      accept: 'application/json',
      authorization: `Bearer ${partsOf(secrets)['token'] ?? ''}`,
      ...(type ? { 'content-type': type } : {}),
    },
    ...(body === undefined ? {} : { body }),
    // The other side may have to ask us for our keys before it answers.
    timeoutMilliseconds: 20_000,
  });
  return readAnswer(incoming);
}

/** As `callCentre`, with a JSON body. */
export const postJson = (testing: Testing<ContributionSettings>, path: string, body: unknown): Promise<Answered> =>
  callCentre(testing, { method: 'POST', path, type: 'application/json', body: JSON.stringify(body) });

function readAnswer(incoming: Incoming): Answered {
  const { status } = incoming;
  const body = objectIn(incoming);
  if (status >= 200 && status < 300 && body) return { isGood: true, status, body };
  const afterSeconds = retryAfter(incoming);
  return {
    isGood: false,
    status,
    code: typeof body?.['code'] === 'string' ? body['code'].slice(0, 60) : '',
    detail: Object(body?.['detail']) as Record<string, unknown>,
    ...(afterSeconds === undefined ? {} : { afterSeconds }),
  };
}

function objectIn({ body, isCut }: Incoming): Record<string, unknown> | undefined {
  const value = isCut ? undefined : readJson(body);
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
}

/** What a refusal means for the ledger. What is no Xiangyin at all answers without a code of one. */
export function failureOf({ status, code, afterSeconds }: Extract<Answered, { isGood: false }>): Failed {
  return {
    outcome: 'failed',
    problem: problemOf(status, code),
    ...(afterSeconds === undefined ? {} : { afterSeconds }),
    detail: { status, ...(code === '' ? {} : { code }) },
  };
}

const byCode: Readonly<Record<string, FailureClass>> = {
  QuotaReached: 'quota',
  TooLarge: 'too-large',
  PictureTooLarge: 'too-large',
  OriginUnreachable: 'server',
  StaleVersion: 'busy',
  AlreadySigned: 'busy',
};

function problemOf(status: number, code: string): FailureClass {
  const known = byCode[code];
  if (known) return known;
  if (status === 410) return 'gone';
  if (status === 401 || status === 403) return 'denied';
  if (status === 429 || status === 503) return 'busy';
  if (status >= 500) return 'server';
  if (status >= 300 && status < 400) return 'redirect';
  return status < 300 || status === 404 || status === 405 ? 'setup' : 'refused';
}

/** Runs a verb whose calls may bring no answer. */
export async function orNoAnswer<T>(work: () => Promise<T>): Promise<T | Failed> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof OutboundFailure)) throw error;
    return { outcome: 'failed', problem: error.problem, detail: {} };
  }
}
