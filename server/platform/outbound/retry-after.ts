import type { Incoming } from './call-out.ts';

const mostSeconds = 86_400;

/** For how many seconds another machine asks to be left alone (RFC 9110 §10.2.3), a day at most; undefined: it does not say. Where it says until when, that is held against its own time, so that neither clock need be right. */
export function retryAfter({ headers }: Pick<Incoming, 'headers'>): number | undefined {
  const said = headers['retry-after'];
  if (typeof said !== 'string') return undefined;
  const seconds = /^\d+$/.test(said) ? Number(said) : (Date.parse(said) - Date.parse(String(headers['date']))) / 1_000;
  return seconds > 0 ? Math.min(seconds, mostSeconds) : undefined;
}
