import type { App } from '#platform/app';
import type { County } from '#platform/county';
import { newId } from '#platform/ids';
import { inCounty } from '#platform/transaction';
import type { Ctx, Tx } from '#platform/transaction';
import { claimByHost } from './claim-by-host.ts';
import { askIntent } from './call-subscriber.ts';
import type { SubscriberAnswer } from './call-subscriber.ts';
import { readTopic } from './read-topic.ts';

/** A request whose callback is being asked. */
export interface AskedIntent {
  readonly id: string;
  readonly subject: string;
  readonly mode: 'subscribe' | 'unsubscribe';
  readonly topic: string;
  readonly callback: string;
  readonly callbackHost: string;
  readonly leaseSeconds: number;
  readonly sealedSecret: Buffer | null;
  readonly tries: number;
}

const mostTries = 3;

/** Takes requests whose callback is to be asked. */
export const claimIntents = (ctx: Ctx, busy: ReadonlyMap<string, number>, room: number): Promise<AskedIntent[]> =>
  claimByHost(ctx, { table: 'hub_requests', columns: askedColumns }, busy, room);

const askedColumns = `c.id, c.subject, c.mode, c.topic, c.callback, c.callback_host as "callbackHost", c.lease_seconds as "leaseSeconds", c.sealed_secret as "sealedSecret", c.tries`;

/** Asks the callback of a request, and does what it confirms. One that is ill is asked again, three times in all. */
export async function verifyIntent(app: App, county: County, asked: AskedIntent): Promise<void> {
  const answer = await askIntent(app, asked);
  await inCounty(app, county, async (ctx) => {
    const topic = answer === 'yes' && asked.mode === 'subscribe' ? await readTopic(ctx, asked.topic) : undefined;
    await ctx.transaction(async (tx) => {
      if (!(await takeRequest(tx, asked, answer))) return;
      if (answer !== 'yes') return;
      if (asked.mode === 'unsubscribe') return unsubscribe(tx, asked.subject);
      if (topic) await subscribe(tx, asked, topic);
    });
  });
}

/** Whether it is still this request that counts: another may have taken its place while the callback was asked. */
async function takeRequest(tx: Tx, asked: AskedIntent, answer: SubscriberAnswer): Promise<boolean> {
  if (answer === 'again' && asked.tries < mostTries) {
    const dueAt = new Date(tx.ctx.app.clock.now().getTime() + 30_000 * 2 ** asked.tries);
    await tx.named(
      'portal.hub-ask-again',
      'update portal.hub_requests set due_at = $3, claimed_until = null where county_id = $1 and id = $2',
      [tx.countyId, asked.id, dueAt],
    );
    return false;
  }
  const taken = await tx.named(
    'portal.hub-asked',
    'delete from portal.hub_requests where county_id = $1 and id = $2 returning id',
    [tx.countyId, asked.id],
  );
  return taken.length > 0;
}

const unsubscribe = (tx: Tx, subject: string): Promise<void> =>
  tx
    .named('portal.hub-unsubscribe', 'delete from portal.hub_subscriptions where county_id = $1 and subject = $2', [
      tx.countyId,
      subject,
    ])
    .then(() => undefined);

// Subscribed anew, it keeps what it is owed and what it was sent.
const subscribe = (
  tx: Tx,
  asked: AskedIntent,
  topic: { readonly keys: readonly string[]; readonly hash: string },
): Promise<unknown> =>
  tx.named(
    'portal.hub-subscribe',
    `insert into portal.hub_subscriptions (county_id, id, subject, topic, callback, callback_host, keys, sealed_secret, lease_until, hash_sent, made_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     on conflict (county_id, subject) do update set keys = excluded.keys, sealed_secret = excluded.sealed_secret, lease_until = excluded.lease_until`,
    [
      tx.countyId,
      newId(),
      asked.subject,
      asked.topic,
      asked.callback,
      asked.callbackHost,
      topic.keys,
      asked.sealedSecret,
      new Date(tx.ctx.app.clock.now().getTime() + asked.leaseSeconds * 1_000),
      topic.hash,
      tx.at,
    ],
  );
