import { createHmac, randomBytes } from 'node:crypto';
import type { App } from '#platform/app';
import { callOut } from '#platform/outbound/call-out';
import type { Incoming, Outgoing } from '#platform/outbound/call-out';
import { OutboundFailure } from '#platform/outbound/outbound-failure';
import { linksOf } from '../feeds/feed-kinds.ts';

/** How a call to a subscriber ended. `again`: it did not answer, or is ill; `no`: it answered otherwise than hoped for; `gone`: it is there no more. */
export type SubscriberAnswer = 'yes' | 'no' | 'again' | 'gone';

/** What is asked of a callback, and what is told to it. */
interface Intent {
  readonly mode: 'subscribe' | 'unsubscribe';
  readonly topic: string;
  readonly callback: string;
  readonly leaseSeconds: number;
}

/** Asks a callback whether it meant it (W3C WebSub §5.3): only the challenge itself, in a body that is nothing else, says yes. */
export async function askIntent(app: App, intent: Intent): Promise<SubscriberAnswer> {
  const challenge = randomBytes(24).toString('base64url');
  const answer = await call(app, {
    method: 'GET',
    address: withQuery(intent.callback, {
      'hub.mode': intent.mode,
      'hub.topic': intent.topic,
      'hub.challenge': challenge,
      ...(intent.mode === 'subscribe' ? { 'hub.lease_seconds': String(intent.leaseSeconds) } : {}),
    }),
    headers: {},
    mostBytes: 1_024,
  });
  const said = meaningOf(answer);
  return said === 'yes' && answer?.body !== challenge ? 'no' : said;
}

/** Tells a callback that its subscription is over: the feed is there no more (W3C WebSub §5.2). Whether it hears it matters to nobody. */
export async function tellDenied(app: App, { topic, callback }: Pick<Intent, 'topic' | 'callback'>): Promise<void> {
  const address = withQuery(callback, { 'hub.mode': 'denied', 'hub.topic': topic });
  await call(app, { method: 'GET', address, headers: {}, mostBytes: 1_024 });
}

/** Sends a subscriber the feed as it is now, signed where it gave a secret (W3C WebSub §7). */
export async function sendFeed(
  app: App,
  to: {
    readonly callback: string;
    readonly hub: string;
    readonly topic: string;
    readonly type: string;
    readonly body: string;
    readonly secret: Buffer | undefined;
  },
): Promise<SubscriberAnswer> {
  const { secret, body } = to;
  const signature = secret && `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
  const answer = await call(app, {
    method: 'POST',
    address: to.callback,
    headers: {
      'content-type': to.type,
      link: linksOf(to.hub, to.topic),
      ...(signature ? { 'x-hub-signature': signature } : {}),
    },
    body,
    mostBytes: 1_024,
  });
  return meaningOf(answer);
}

async function call(app: App, outgoing: Outgoing): Promise<Incoming | undefined> {
  try {
    return await callOut(app.settings.innerHosts ?? [], outgoing);
  } catch (error) {
    if (error instanceof OutboundFailure) return undefined;
    throw error;
  }
}

function meaningOf(answer: Incoming | undefined): SubscriberAnswer {
  if (!answer || answer.status >= 500 || answer.status === 429) return 'again';
  if (answer.status >= 200 && answer.status < 300) return 'yes';
  return answer.status === 410 ? 'gone' : 'no';
}

// What the callback's own address asks stays as it is (W3C WebSub §5.3).
function withQuery(callback: string, query: Record<string, string>): string {
  const url = new URL(callback);
  const added = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  url.search = [url.search.slice(1), ...added].filter(Boolean).join('&');
  return url.href;
}
