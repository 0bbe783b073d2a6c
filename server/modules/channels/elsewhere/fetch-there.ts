import { callOut } from '#platform/outbound/call-out';
import type { Incoming } from '#platform/outbound/call-out';
import { OutboundFailure } from '#platform/outbound/outbound-failure';
import type { Ctx } from '#platform/transaction';
import type { Uncompared } from '../contract.ts';

/** A page of somebody else's site, or why there is none: asked again (`problem`), or not to be had by a program (`uncompared`). */
export type There =
  | { readonly html: string }
  | { readonly problem: string }
  | { readonly uncompared: Exclude<Uncompared, 'own-words' | 'accepted'> };

const mostSteps = 3;
const mostBytes = 2 * 1024 * 1024;
const timeoutMilliseconds = 5_000;

/** Asks for a page that a receiver or a person named, as a reader without JavaScript would. Every step of a redirect goes through the one door (trust.md A24); a host of the own network is called only where it is the one that whoever arranged this entered (`entered`): no stranger leads us there. */
export async function fetchThere(ctx: Ctx, address: string, entered: string): Promise<There> {
  try {
    let at = address;
    for (let steps = 0; steps <= mostSteps; steps += 1) {
      const answer = await ask(ctx, at, entered);
      const to = redirectOf(answer, at);
      if (to === undefined) return pageIn(answer);
      at = to;
    }
    return { uncompared: 'closed' };
  } catch (error) {
    if (!(error instanceof OutboundFailure)) throw error;
    const isBarred = error.problem === 'inner-address' || error.problem === 'bad-address';
    return isBarred ? { uncompared: 'barred' } : { problem: error.problem };
  }
}

function ask(ctx: Ctx, address: string, entered: string): Promise<Incoming> {
  const isEntered = URL.parse(address)?.hostname === URL.parse(entered)?.hostname;
  return callOut(isEntered ? (ctx.app.settings.innerHosts ?? []) : [], {
    method: 'GET',
    address,
    headers: { accept: 'text/html,application/xhtml+xml', 'accept-encoding': 'identity' },
    mostBytes,
    timeoutMilliseconds,
  });
}

function redirectOf({ status, headers }: Incoming, at: string): string | undefined {
  const to = headers['location'];
  if (status < 300 || status >= 400 || typeof to !== 'string') return undefined;
  return URL.parse(to, at)?.href;
}

const closed: ReadonlySet<number> = new Set([401, 402, 403, 405, 407, 429, 451]);

function pageIn(answer: Incoming): There {
  const { status, headers, isCut } = answer;
  if (closed.has(status)) return { uncompared: 'closed' };
  if (status !== 200) return { problem: `status-${status}` };
  const type = String(headers['content-type'] ?? '');
  if (isCut || !/^(text\/html|application\/xhtml\+xml)\b/i.test(type)) return { uncompared: 'no-page' };
  return { html: decoded(answer, type) };
}

// Older sites in China still write GBK, and say so in the header or at the top of the page (HTML §13.2.3.2).
function decoded({ body, bytes }: Incoming, type: string): string {
  const named = /charset=["']?([\w-]+)/i;
  const [, charset = 'utf-8'] = named.exec(type) ?? named.exec(body.slice(0, 1_024)) ?? [];
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return body;
  }
}
