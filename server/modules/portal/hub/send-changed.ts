import type { App } from '#platform/app';
import type { County } from '#platform/county';
import { failpoint } from '#platform/failpoints';
import { inCounty } from '#platform/transaction';
import type { Ctx } from '#platform/transaction';
import { secretPurpose } from './ask-hub.ts';
import { claimByHost } from './claim-by-host.ts';
import { sendFeed, tellDenied } from './call-subscriber.ts';
import { hubAddress } from './hub-address.ts';
import { readTopic } from './read-topic.ts';

/** A subscription that is owed its feed. */
export interface OwedFeed {
  readonly id: string;
  readonly topic: string;
  readonly callback: string;
  readonly callbackHost: string;
  readonly sealedSecret: Buffer | null;
  readonly hashSent: string;
  readonly owed: number;
  readonly tries: number;
}

/** With the waits between them the last try is some six hours after the first; then the next change is waited for. */
const mostTries = 12;
const longestWaitSeconds = 3_600;

/** Takes subscriptions that are owed something. */
export const claimFeeds = (ctx: Ctx, busy: ReadonlyMap<string, number>, room: number): Promise<OwedFeed[]> =>
  claimByHost(ctx, { table: 'hub_subscriptions', columns: owedColumns }, busy, room);

const owedColumns = `c.id, c.topic, c.callback, c.callback_host as "callbackHost", c.sealed_secret as "sealedSecret", c.hash_sent as "hashSent", c.owed, c.tries`;

interface WrittenFeed {
  readonly hash: string;
  readonly type: string;
  readonly body: string;
}

/** Reads each feed once, however many subscribed to it; undefined: it is there no more. */
export function feedsOnce(app: App, county: County): (topic: string) => Promise<WrittenFeed | undefined> {
  const known = new Map<string, Promise<WrittenFeed | undefined>>();
  const read = (topic: string): Promise<WrittenFeed | undefined> =>
    inCounty(app, county, async (ctx) => {
      const feed = await readTopic(ctx, topic);
      return feed && { hash: feed.hash, type: feed.type, body: await feed.write() };
    });
  return (topic) => {
    const reading = known.get(topic) ?? read(topic);
    known.set(topic, reading);
    return reading;
  };
}

/** Sends a subscriber its feed, unless it says what it was sent already. A feed that is gone ends the subscription, and so does a callback that is. */
export async function sendChanged(
  app: App,
  county: County,
  owed: OwedFeed,
  feedOf: (topic: string) => Promise<WrittenFeed | undefined>,
): Promise<void> {
  const feed = await feedOf(owed.topic);
  if (!feed) {
    await tellDenied(app, owed);
    return end(app, county, owed);
  }
  if (feed.hash === owed.hashSent) return settle(app, county, owed, feed.hash);
  const secret = owed.sealedSecret ? await app.keys.unseal(secretPurpose, owed.sealedSecret) : undefined;
  const hub = await inCounty(app, county, async (ctx) => hubAddress(ctx));
  const answer = await sendFeed(app, { ...owed, ...feed, hub, secret });
  await failpoint('hub-sent-before-settled');
  if (answer === 'gone') return end(app, county, owed);
  return answer === 'yes' ? settle(app, county, owed, feed.hash) : waitLonger(app, county, owed);
}

const end = (app: App, county: County, { id }: OwedFeed): Promise<void> =>
  write(app, county, 'portal.hub-gone', 'delete from portal.hub_subscriptions where county_id = $1 and id = $2', [id]);

// What changed meanwhile is owed still.
const settle = (app: App, county: County, { id, owed }: OwedFeed, hash: string): Promise<void> =>
  write(
    app,
    county,
    'portal.hub-sent',
    'update portal.hub_subscriptions set hash_sent = $3, tries = 0, claimed_until = null, due_at = case when owed > $4 then due_at end where county_id = $1 and id = $2',
    [id, hash, owed],
  );

// Later and later, and not all at the same moment: each wait is drawn from its second half.
function waitLonger(app: App, county: County, { id, tries }: OwedFeed): Promise<void> {
  const seconds = Math.min(longestWaitSeconds, 10 * 2 ** (tries - 1)) * (0.5 + Math.random() / 2);
  const dueAt = tries < mostTries ? new Date(app.clock.now().getTime() + seconds * 1_000) : null;
  return write(
    app,
    county,
    'portal.hub-again',
    'update portal.hub_subscriptions set claimed_until = null, due_at = $3, tries = case when $3::timestamptz is null then 0 else tries end where county_id = $1 and id = $2',
    [id, dueAt],
  );
}

const write = (app: App, county: County, name: string, sql: string, values: readonly unknown[]): Promise<void> =>
  inCounty(app, county, async (ctx) => {
    await ctx.transaction((tx) => tx.named(name, sql, [tx.countyId, ...values]));
  });
